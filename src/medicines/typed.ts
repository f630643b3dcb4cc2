/**
 * Typed text without the parts that do not identify the medicine: accents, strengths, forms, salts, other words.
 *
 * Each step removes more, and the look-up tries them in order: the less was removed, the more certain the match.
 */
import type { TypedWords } from '../knowledge/medicine-schema.ts'

export interface Typed {
  /** The longest beginning first: the typed text without final words that only give a strength, form or dose. */
  readonly beginnings: readonly string[]
  /** From the typed text to the bare name, each once, none empty. */
  readonly steps: readonly string[]
  /** The bare name with its salts: "sodium chloride" is more than "chloride". */
  readonly salted: string
  /** The name without words that may mean another product ("plus", "HCT"), if there was such a word. */
  readonly doubtful: string | undefined
}

export type WordSets = Readonly<Record<keyof TypedWords, ReadonlySet<string>>>

export const wordSets = (words: TypedWords): WordSets => ({
  units: new Set(words.units),
  forms: new Set(words.forms),
  salts: new Set(words.salts),
  around: new Set(words.around),
  makers: new Set(words.makers),
  ordinary: new Set(words.ordinary),
  doubtful: new Set(words.doubtful),
})

export function readTyped(words: WordSets, text: string): Typed {
  const whole = clean(text).split(' ').filter(Boolean)
  const named = whole.map(word => withoutStrength(words, word)).filter(word => !isStrength(words, word))
  const bare = without(
    named.filter((word, at) => !isArticle(words, word, named[at - 1], named[at + 1])),
    words.around,
  )
  const shaped = without(named, words.forms)
  const alone = without(bare, words.forms)
  const unmade = withoutMaker(words, alone)
  const base = without(unmade, words.salts)
  const steps = [whole, named, bare, shaped, alone, unmade, base].map(step => step.join(' '))
  const sure = base.length > 0 ? base : unmade
  const rest = without(sure, words.doubtful)
  return {
    beginnings: beginningsOf(words, whole),
    steps: [...new Set(steps)].filter(step => step !== ''),
    salted: unmade.join(' '),
    doubtful: rest.length > 0 && rest.length < sure.length ? rest.join(' ') : undefined,
  }
}

/** "once a week", "taking a": beside such words "a" is no part of a name. */
const isArticle = ({ around }: WordSets, word: string, before = '', after = ''): boolean =>
  (word === 'a' || word === 'an') && (around.has(before) || around.has(after))

/** "actonel dr 5 mg" is tried before "actonel", because a name may end in a word that elsewhere is only a form. */
function beginningsOf(words: WordSets, whole: readonly string[]): readonly string[] {
  const isNoise = (word: string) =>
    isStrength(words, word) || words.forms.has(word) || words.around.has(word) || words.salts.has(word)
  const lastNamed = whole.findLastIndex(word => !isNoise(word))
  const ends = whole.map((_, at) => whole.length - at).filter(end => end > lastNamed)
  return ends.map(end => whole.slice(0, end).join(' '))
}

/** Lower case letters and digits, no accents, one space between words; "5/20" and "0.5%" become words of digits. */
export const clean = (text: string): string => (isPlain.test(text) ? text.toLowerCase() : cleaned(text))

const isPlain = /^[a-z0-9]+$/i
const cleaned = (text: string): string =>
  text
    .replace(/[®™©℠]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Names are compared without their spaces: "Toprol XL" is "toprolxl" too. */
export const compact = (text: string): string => clean(text).replaceAll(' ', '')

/** "statins" to "statin", "water tablets" to "water tablet", "patches" to "patch". */
export const singular = (text: string): string =>
  text
    .split(' ')
    .map(word => (/(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.replace(/(?<=..[^s])s$/, '')))
    .join(' ')

/** "40", "40mg", "2x", "28s", "mg". Not a letter with a digit inside a name ("b12", "l01"). */
function isStrength({ units }: WordSets, word: string): boolean {
  if (units.has(word) || /^\d+$/.test(word)) return true
  const [, unit] = /^\d+(?:x\d+)?([a-zµμ]+)$/.exec(word) ?? []
  return unit !== undefined && (units.has(unit) || unit === 'x' || unit === 's')
}

/** "lasix40mg" and "lasix40" to "lasix": a word of four letters or more with its strength attached. */
function withoutStrength({ units }: WordSets, word: string): string {
  const [, name, unit = ''] = /^(\p{L}{4,})\d+([a-zµμ]*)$/u.exec(word) ?? []
  return name !== undefined && (unit === '' || units.has(unit)) ? name : word
}

/** Does every word only describe how or when something is taken, or is it an ordinary word? */
export const saysNoName = ({ forms, around, doubtful, ordinary }: WordSets, text: string): boolean =>
  text
    .split(' ')
    .every(word => [forms, around, doubtful, ordinary].some(set => set.has(word) || set.has(singular(word))))

/** "M-Amlodipine" has its maker in front; a letter behind a name tells products apart: "Pregalin M". */
function withoutMaker({ makers }: WordSets, words: readonly string[]): readonly string[] {
  const left = words.filter((word, at) => !makers.has(word) || (at > 0 && word.length <= longestCode))
  return left.length > 0 ? left : words
}

/** A word of so few letters behind a brand is the code of another product. */
const longestCode = 2

/** Never removes everything: "calcium" alone is a name, not a salt. */
function without(words: readonly string[], set: ReadonlySet<string>): readonly string[] {
  const left = words.filter(word => !set.has(word))
  return left.length > 0 ? left : words
}
