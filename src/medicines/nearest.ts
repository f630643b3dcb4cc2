/** The names nearest to a misspelling, and the names offered while a person is still typing. */
import { measure, mostFor, spell } from './distance.ts'
import type { IndexedName, NameIndex } from './name-index.ts'
import { beginningNear, beginningWith } from './name-tree.ts'
import { compact, readTyped } from './typed.ts'

/** Names this much farther than the nearest are still offered. */
const window = 0.8
const mostOffered = 5
const smallSlip = 1
/** Letters of a beginning that is taken for its name. */
const shortestCut = 5

/** Names near enough to be meant by `key` (lower case, no spaces), the nearest first, one for each answer. */
export function nearest({ names }: NameIndex, key: string): readonly IndexedName[] {
  const most = mostFor(key.length)
  if (most === 0) return []
  const costOf = measure(spell(key))
  let best = most
  const found: { readonly name: IndexedName; readonly cost: number }[] = []
  for (const name of names) {
    // Near a set of look-alikes all are offered, so these are weighed even when others are nearer.
    const limit = name.lookAlikes.length > 0 ? most : Math.min(most, best + window)
    const cost = Math.min(
      costOf(name.spelling, limit),
      name.shortSpelling === undefined ? limit + 1 : costOf(name.shortSpelling, limit),
    )
    if (cost > limit) continue
    found.push({ name, cost })
    if (cost < best) best = cost
  }
  const isNear = ({ name, cost }: (typeof found)[number]) => cost <= best + window || name.lookAlikes.length > 0
  const sorted = found
    .filter(isNear)
    .sort((a, b) => a.cost - b.cost || a.name.rank - b.name.rank || a.name.key.length - b.name.key.length)
  const offered = oncePerAnswer(sorted.map(({ name }) => name))
  return offered.filter(({ lookAlikes }, at) => at < mostOffered || lookAlikes.length > 0)
}

export interface Suggestion {
  readonly name: string
  readonly kind: IndexedName['kind']
  readonly ingredients: readonly string[]
}

/** Names to offer while typing: those that begin so, then those with a word that does, then the near ones. */
export function suggest(index: NameIndex, text: string, limit = 8): readonly Suggestion[] {
  const { steps } = readTyped(index.words, text)
  const key = compact(steps.at(-1) ?? '')
  if (key.length < 2) return []
  const found = new Set(beginningWith(index.tree.names, key).toSorted(byRank))
  if (found.size < limit) {
    const inside = beginningWith(index.laterWords, key).flatMap(({ names }) => names)
    for (const name of inside.toSorted(byRank)) found.add(name)
  }
  if (found.size < limit && key.length > 3) for (const name of nearBeginning(index, key, limit)) found.add(name)
  return [...found].slice(0, limit).map(({ name, kind, ingredients }) => ({ name, kind, ingredients }))
}

/** Names whose beginning is near to what was typed so far, the nearest first; `enough` of them or more where there are. */
function nearBeginning({ tree }: NameIndex, key: string, enough: number): readonly IndexedName[] {
  const typed = spell(key)
  const most = Math.min(2, mostFor(key.length))
  // A search for small slips visits a tenth of the tree. Its names come first in any case.
  const near = most > smallSlip ? beginningNear(tree, typed, smallSlip) : []
  const found = near.length >= enough ? near : beginningNear(tree, typed, most)
  return found.toSorted((a, b) => a.cost - b.cost || byRank(a.name, b.name)).map(({ name }) => name)
}

/** Names that begin with `key`, where it is long enough to mean few of them: one for each answer. */
export function cutShort({ tree }: NameIndex, key: string): readonly IndexedName[] {
  if (key.length < shortestCut) return []
  const names = oncePerAnswer(beginningWith(tree.names, key).toSorted(byRank))
  return names.length <= mostOffered ? names : []
}

const byRank = (a: IndexedName, b: IndexedName) => a.rank - b.rank || a.key.length - b.key.length

/** Of names with the same answer only the nearest is offered, so that nobody chooses between equals. */
function oncePerAnswer(names: readonly IndexedName[]): readonly IndexedName[] {
  const answerOf = ({ ingredients, others }: IndexedName) => `${ingredients.join()};${others.join()}`
  return names.filter((name, at) => names.findIndex(other => answerOf(other) === answerOf(name)) === at)
}
