/**
 * Lists of typed names, each with the answer that a pharmacist would expect. Written by us from public knowledge of names,
 * before any of its results was seen; nobody with a pharmacist's training has read them. `pharmacist-2.tsv` was written after
 * the kinds of fault that the first list showed were mended, without a look at the names that are known.
 *
 * The answer is every ingredient; with "*", members of a group that must be offered; "-" where nothing should be offered.
 */
import { readFileSync } from 'node:fs'
import type { LookUpAnswer } from '../../src/medicines/answer.ts'

export interface Expected {
  readonly kind: string
  readonly typed: string
  readonly ingredients: readonly string[]
  readonly isGroup: boolean
}

export const pharmacistNames = (
  list: 'pharmacist' | 'pharmacist-2' | 'pharmacist-3' = 'pharmacist',
): readonly Expected[] =>
  readFileSync(`test/medicines/${list}.tsv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
      const [kind = '', typed = '', answer = ''] = line.split('\t')
      const named = answer.replace(/^[*-]/, '')
      return { kind, typed, ingredients: named === '' ? [] : named.split('+'), isGroup: answer.startsWith('*') }
    })

/** `first`: the likeliest of a question is the right one. `lone`: one thing only is offered, and it is wrong. */
export type Mark = 'right' | 'wrong' | 'lone'

export function markOf({ kind, ingredients, isGroup }: Expected, answer: LookUpAnswer): Mark {
  const offered = answer.status === 'which' ? answer.candidates.map(each => each.ingredients) : []
  if (answer.status === 'listed' || answer.status === 'not-listed')
    return !isGroup && same(answer.ingredients, ingredients) ? 'right' : 'lone'
  if (ingredients.length === 0) return offered.length === 0 ? 'right' : offered.length === 1 ? 'lone' : 'wrong'
  if (isGroup) return ingredients.every(id => answer.ingredients.some(found => found === id)) ? 'right' : 'wrong'
  // An exact name needs no question, but where packs differ one may be asked.
  const isAsked = kind === 'misspelt' || (answer.status === 'which' && answer.because === 'differs')
  const isFirst = isAsked && same(offered[0] ?? [], ingredients)
  if (isFirst || (isAsked && kind !== 'misspelt' && offered.some(ids => same(ids, ingredients)))) return 'right'
  return offered.length === 1 ? 'lone' : 'wrong'
}

export const same = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join()
