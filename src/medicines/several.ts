/** Typed text that is more than one name: joined ingredients, a combination by another word, a name among other words. */
import { answer, type LookUpAnswer, notRecognised, which, withLookAlikes } from './answer.ts'
import { exactNames, sureName } from './exact.ts'
import type { IndexedName, NameIndex } from './name-index.ts'
import { beginningWith } from './name-tree.ts'
import { nearest } from './nearest.ts'
import { clean, compact, readTyped, saysNoName, type Typed } from './typed.ts'

/**
 * "amlodipine and valsartan", "co-codamol / lasix": each part separately; one doubtful part makes the whole answer a
 * question.
 */
export function fromParts(index: NameIndex, text: string): LookUpAnswer | undefined {
  const parts = partsOf(text)
  if (parts.length < 2) return undefined
  const named = parts.map(part => {
    const typed = readTyped(index.words, part)
    const exact = exactNames(index, typed)
    return exact.length > 0 ? exact : near(index, typed)
  })
  // "atacannd plus": one name alone would lose what "plus" stands for.
  const isJoined = named.filter(names => names.length > 0).length > 1
  if (!isJoined && readTyped(index.words, text).doubtful !== undefined) return undefined
  const found = named.flat()
  return found.length === 0 ? undefined : which('several-words', found)
}

const partsOf = (text: string): readonly string[] =>
  text.split(/[/+&,;|()[\]]|\b(?:and|with|plus)\b/i).filter(part => /\p{L}{3}/u.test(part))

/** "potassium / lenalidomide", "Lasix (furosemide)": if each part is a name. */
export const fromSureParts = (index: NameIndex, text: string): LookUpAnswer | undefined => allSure(index, partsOf(text))

/** "losartan-hydrochlorothiazide": only if each side is a name, because names can contain hyphens. */
export const fromHyphens = (index: NameIndex, text: string): LookUpAnswer | undefined => allSure(index, text.split('-'))

/** "amlodipine valsartan": only if the words are ingredients, one after another, and nothing else. */
export function fromIngredients(index: NameIndex, { steps }: Typed): LookUpAnswer | undefined {
  const words = (steps.at(-1) ?? '').split(' ')
  const found: IndexedName[] = []
  for (let at = 0; at < words.length; ) {
    const run = [3, 2, 1].find(length => at + length <= words.length && isIngredient(words.slice(at, at + length)))
    const name = run && sureName(index, namedOnly(words.slice(at, at + run).join(' ')))
    if (!run || !name) return undefined
    found.push(name)
    at += run
  }
  return found.length > 1 ? answer(index, found) : undefined

  function isIngredient(run: readonly string[]): boolean {
    return isNamed(index, run) && sureName(index, namedOnly(run.join(' ')))?.kind === 'ingredient'
  }
}

function allSure(index: NameIndex, parts: readonly string[]): LookUpAnswer | undefined {
  if (parts.length < 2) return undefined
  const found = parts.flatMap(part => sureName(index, readTyped(index.words, part)) ?? [])
  return found.length === parts.length ? answer(index, found) : undefined
}

/**
 * "Diovan plus" holds more than Diovan: only combinations that hold it too are offered, never the name alone, which would
 * lose an ingredient.
 */
export function fromDoubtful(index: NameIndex, { doubtful, steps }: Typed): LookUpAnswer | undefined {
  const named = doubtful ?? withoutCode(index, steps.at(-1) ?? '')
  if (named === undefined) return undefined
  const [base] = exactNames(index, namedOnly(named))
  if (!base || (doubtful === undefined && base.kind !== 'brand')) return undefined
  const holdsMore = ({ ingredients }: IndexedName) =>
    ingredients.length > base.ingredients.length && base.ingredients.every(id => ingredients.includes(id))
  const offered = ['', 'co'].flatMap(start => beginningWith(index.names, start + base.key)).filter(holdsMore)
  // Nobody knows what a code stands for: of one product alone it would say too much.
  const fewest = doubtful === undefined ? 2 : 1
  return offered.length >= fewest && offered.length <= mostNamed ? which('close', offered) : notRecognised
}

/** "Rosuvas F", "Zerodol SP": a code of one or two letters behind a brand stands for another product. */
function withoutCode({ words }: NameIndex, name: string): string | undefined {
  const [, brand, code = ''] = /^(.{4,}) ([a-z]{1,2})$/.exec(name) ?? []
  const isNoise = [words.units, words.forms, words.around, words.ordinary].some(set => set.has(code))
  return isNoise ? undefined : brand
}

const mostNamed = 12

/** "apo furosemide", "my brother's lasix": a known name among other words. */
export function fromWords(index: NameIndex, { steps }: Typed): LookUpAnswer | undefined {
  const words = (steps.at(-1) ?? '').split(' ')
  if (words.length < 2) return undefined
  const names: IndexedName[] = []
  for (let at = 0; at < words.length; at++) {
    const run = [3, 2, 1]
      .map(length => words.slice(at, at + length))
      .find(each => each.join(' ').length > 3 && isNamed(index, each))
    if (!run) continue
    names.push(...exactNames(index, namedOnly(run.join(' '))))
    at += run.length - 1
  }
  return names.length > 0 ? which('several-words', withLookAlikes(index, names)) : undefined
}

/** A salt or a form alone is no name among other words. */
function isNamed(index: NameIndex, run: readonly string[]): boolean {
  const { salts, forms, around, doubtful } = index.words
  if (run.every(word => [salts, forms, around, doubtful].some(set => set.has(word)))) return false
  return exactNames(index, namedOnly(run.join(' '))).length > 0
}

const namedOnly = (name: string): Typed => ({ beginnings: [], steps: [name], salted: name, doubtful: undefined })

/** The names nearest to the typed text, and to its longer words if it has several. */
export function near(index: NameIndex, { steps, salted, doubtful }: Typed): readonly IndexedName[] {
  if (saysNoName(index.words, steps.at(-1) ?? '')) return []
  const tries = [...new Set([salted, steps.at(-1), steps[1], steps[0]].map(step => compact(step ?? '')))]
  const found = tries.map(key => nearest(index, key)).find(names => names.length > 0)
  if (found) return withLookAlikes(index, doubtful === undefined ? found : found.filter(isCombination))
  const words = clean(steps.at(-1) ?? '').split(' ')
  const first =
    words.length > 1 ? words.filter(word => word.length > 5).flatMap(word => nearest(index, word, ofSeveral)) : []
  return withLookAlikes(index, doubtful === undefined ? first : first.filter(isCombination))
}

/** One word of several is often no name at all. */
const ofSeveral = 0.55

const isCombination = ({ ingredients }: IndexedName): boolean => ingredients.length > 1
