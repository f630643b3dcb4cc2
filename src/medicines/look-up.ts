/**
 * Which medicine is this? There are four answers: listed, not on our list, not recognised, or "which of these?".
 *
 * An exact name is accepted as typed, unless packs or countries hold different things under it. A group and every
 * misspelling must be confirmed by the person. A combination always stands for all that it holds. "Not on our list"
 * never means that a medicine cannot cause cramps.
 */

import { answer, type LookUpAnswer, membersOf, notRecognised, which, withLookAlikes } from './answer.ts'
import { exactNames } from './exact.ts'
import type { IndexedName, NameIndex } from './name-index.ts'
import { cutShort, nearest } from './nearest.ts'
import { fromDoubtful, fromHyphens, fromIngredients, fromParts, fromSureParts, fromWords, near } from './several.ts'
import { compact, readTyped, saysNoName, type Typed } from './typed.ts'

const longest = 200

/** Looks up typed text: one name, or several ingredients joined by "and", "+", "/" or a comma. */
export function lookUp(index: NameIndex, text: string): LookUpAnswer {
  const short = text.slice(0, longest)
  const typed = readTyped(index.words, short)
  return (
    lookUpExactly(index, short) ??
    fromDoubtful(index, typed) ??
    fromWhole(index, typed) ??
    fromParts(index, short) ??
    (/\s/.test(text.trim()) ? fromWords(index, typed) : undefined) ??
    fromMisspelling(index, typed) ??
    fromBeginning(index, typed) ??
    fromWords(index, typed) ??
    notRecognised
  )
}

/** Without forgiving a slip: a name as it stands, or the sure parts that it is joined of. */
export function lookUpExactly(index: NameIndex, text: string): LookUpAnswer | undefined {
  const exact = exactNames(index, readTyped(index.words, text))
  if (exact.length > 0)
    return (exact[0]?.key === compact(text) ? undefined : fromSureParts(index, text)) ?? settle(index, exact)
  return fromSureParts(index, text) ?? fromHyphens(index, text) ?? fromIngredients(index, readTyped(index.words, text))
}

/**
 * The answer for a name that the person chose or confirmed, with what it holds where it means different things. Only the
 * member of a group may still be unclear.
 */
export function confirmed(index: NameIndex, name: string, ingredients?: readonly string[]): LookUpAnswer {
  const found = index.byKey.get(compact(name))
  if (!found) return lookUp(index, name)
  const chosen = found.filter(each => each.ingredients.join() === ingredients?.join())
  return settle(index, chosen.length > 0 ? chosen : found)
}

function settle(index: NameIndex, names: readonly IndexedName[]): LookUpAnswer {
  const [first] = names
  if (first?.kind === 'group') return which('group', membersOf(index, first))
  return names.length > 1 ? which('differs', names) : answer(index, names)
}

/** Several words that are together near to a name: "empagliflozen and linagliptin". */
function fromWhole(index: NameIndex, typed: Typed): LookUpAnswer | undefined {
  const { steps, doubtful } = typed
  const bare = steps.at(-1) ?? ''
  if (!bare.includes(' ') || doubtful !== undefined || saysNoName(index.words, bare)) return undefined
  const names = nearest(index, compact(bare))
  if (names.length === 0) return undefined
  const inside = fromWords(index, typed)
  const others =
    inside?.status === 'which' ? inside.candidates.flatMap(({ name }) => index.byKey.get(compact(name)) ?? []) : []
  return which('close', withLookAlikes(index, [...names, ...others]))
}

function fromMisspelling(index: NameIndex, typed: Typed): LookUpAnswer | undefined {
  const names = near(index, typed)
  if (names.length === 0) return undefined
  return which(names.some(({ lookAlikes }) => lookAlikes.length > 0) ? 'look-alike' : 'close', names)
}

/** "furosem": the beginning of a few names. */
function fromBeginning(index: NameIndex, { steps }: Typed): LookUpAnswer | undefined {
  if (saysNoName(index.words, steps.at(-1) ?? '')) return undefined
  const names = cutShort(index, compact(steps.at(-1) ?? ''))
  return names.length > 0 ? which('close', withLookAlikes(index, names)) : undefined
}
