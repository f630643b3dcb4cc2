/** The names nearest to a misspelling, and the names to suggest while typing. */
import { measure, mostFor, type Spelling, spell } from './distance.ts'
import { firstLetters } from './first-letters.ts'
import { type IndexedName, isCommon, type NameIndex } from './name-index.ts'
import { beginningNear, beginningWith } from './name-tree.ts'
import { compact, readTyped } from './typed.ts'

/** Names this much farther than the nearest are still offered. */
const window = 0.8
const mostOffered = 5
const smallSlip = 1
/** A second slip waits until the name is looked up. */
const mostWhileTyping = 1.6
/** A rare name must be nearer to be offered: most people who mistype mean a common one. */
const rareShare = 0.45
/** A brand is short and made to be unlike others, so that less is forgiven than in an ingredient. */
const brandShare = 0.9
/** In a brand of so few letters one slip is forgiven: with two, it is another brand. */
const shortBrand = 6
const oneSlip = 1
/** A first letter that is the next key, and no other slip. */
const oneKey = 1.2
/** How much nearer each power of ten of its use makes a name. */
const useWorth = 0.1
/** The number of letters from which a beginning counts as its name. */
const shortestCut = 6

/** Names near enough to `key` (lower case, no spaces), the likeliest first, one for each answer. A share below 1 is stricter. */
export function nearest(index: NameIndex, key: string, strict = 1): readonly IndexedName[] {
  const most = mostFor(key.length) * strict
  if (most === 0) return []
  const costOf = measure(spell(key))
  const found: { readonly name: IndexedName; readonly cost: number }[] = []
  let best = Number.POSITIVE_INFINITY
  for (const { letter, isKey } of firstLetters(key))
    for (const name of index.byLetter.get(letter) ?? []) {
      if (Math.abs(name.key.length - key.length) > 4) continue
      const isLikely = name.lookAlikes.length > 0 || isCommon(name, index.substances)
      const share = name.lookAlikes.length > 0 ? 1 : isLikely ? (name.kind === 'brand' ? brandShare : 1) : rareShare
      const forgiven = Math.min(most, mostFor(name.key.length)) * share
      const isShort = name.kind === 'brand' && name.key.length <= shortBrand && name.lookAlikes.length === 0
      const allowed = isShort ? Math.min(forgiven, oneSlip) : forgiven
      const limit = isKey ? Math.min(allowed, oneKey) : allowed
      const cost = costOf(index.spellingOf(name), limit)
      if (cost > limit) continue
      const likely = cost - name.use * useWorth
      found.push({ name, cost: likely })
      if (likely < best) best = likely
    }
  // Near a set of look-alikes the whole set is offered.
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

/** Names to suggest while typing: those with this beginning, then those with a word that has it, then the near ones. */
export function suggest(index: NameIndex, text: string, limit = 8): readonly Suggestion[] {
  const { steps } = readTyped(index.words, text)
  const key = compact(steps.at(-1) ?? '')
  if (key.length < 2) return []
  const found = new Map<string, IndexedName>()
  const add = (names: readonly IndexedName[]) => {
    for (const name of names)
      if (found.size < limit && ![...found.values()].some(known => isFormOf(known, name))) found.set(name.key, name)
  }
  add(beginningWith(index.names, key).toSorted(byRank))
  if (found.size < limit)
    add(
      beginningWith(index.laterWords(), key)
        .flatMap(({ names }) => names)
        .toSorted(byRank),
    )
  if (found.size < limit && key.length > 3) add(nearBeginning(index, spell(key), limit))
  return [...found.values()].map(({ name, kind, ingredients }) => ({ name, kind, ingredients }))
}

/** "Furosemide Inj Usp" tells nobody more than "furosemide": the same name with a form or a maker, and the same answer. */
const isFormOf = (known: IndexedName, name: IndexedName): boolean =>
  name.key.includes(known.key) &&
  known.isPartial === name.isPartial &&
  known.ingredients.join() === name.ingredients.join()

/** Common names whose beginning is near to the typed text, the nearest first; at least `enough` if there are that many. */
function nearBeginning({ tree }: NameIndex, typed: Spelling, enough: number): readonly IndexedName[] {
  const most = Math.min(mostWhileTyping, mostFor(typed.letters.length))
  // A search for small errors visits a tenth of the tree. Its names come first in any case.
  const near = most > smallSlip ? beginningNear(tree, typed, smallSlip) : []
  const found = near.length >= enough ? near : beginningNear(tree, typed, most)
  return found.toSorted((a, b) => a.cost - b.cost || byRank(a.name.name, b.name.name)).map(({ name }) => name.name)
}

/** Names that begin with `key`, if it is long enough to match only few: one for each answer. */
export function cutShort({ names }: NameIndex, key: string): readonly IndexedName[] {
  if (key.length < shortestCut) return []
  const isMedicine = ({ kind }: IndexedName) => kind === 'ingredient' || kind === 'brand'
  const found = oncePerAnswer(beginningWith(names, key).filter(isMedicine).toSorted(byRank))
  return found.length <= mostOffered ? found : []
}

const byRank = (a: IndexedName, b: IndexedName) => a.rank - b.rank || a.key.length - b.key.length

/** Among names with the same answer only the nearest is offered, so that the choices differ. */
export function oncePerAnswer(names: readonly IndexedName[]): readonly IndexedName[] {
  const seen = new Set<string>()
  return names.filter(({ ingredients, isPartial }) => {
    const answer = `${ingredients.join()};${isPartial}`
    if (seen.has(answer)) return false
    seen.add(answer)
    return true
  })
}
