/**
 * What a person typed, without what says nothing about which medicine it is: accents, strengths, forms, salts, chat.
 *
 * Each step takes more away, and the look-up tries them in order: the less was taken away, the surer the match.
 */
import type { TypedWords } from '../knowledge/medicine-schema.ts'

export interface Typed {
  /** The longest beginning first: what was typed, less words at its end that only say strength, form or dose. */
  readonly beginnings: readonly string[]
  /** From what was typed to the bare name, each once, none empty. */
  readonly steps: readonly string[]
  /** The name without words that may mean another product ("plus", "HCT"); only where one was taken away. */
  readonly doubtful: string | undefined
}

export type WordSets = Readonly<Record<keyof TypedWords, ReadonlySet<string>>>

export const wordSets = (words: TypedWords): WordSets => ({
  units: new Set(words.units),
  forms: new Set(words.forms),
  salts: new Set(words.salts),
  around: new Set(words.around),
  doubtful: new Set(words.doubtful),
})

export function readTyped(words: WordSets, text: string): Typed {
  const whole = clean(text).split(' ').filter(Boolean)
  const named = whole.map(word => withoutStrength(words, word)).filter(word => !isStrength(words, word))
  const bare = without(named, words.around)
  const shaped = without(named, words.forms)
  const alone = without(shaped, words.around)
  const base = without(alone, words.salts)
  const steps = [whole, named, bare, shaped, alone, base].map(step => step.join(' '))
  const sure = base.length > 0 ? base : alone
  const rest = without(sure, words.doubtful)
  return {
    beginnings: beginningsOf(words, whole),
    steps: [...new Set(steps)].filter(step => step !== ''),
    doubtful: rest.length > 0 && rest.length < sure.length ? rest.join(' ') : undefined,
  }
}

/** "actonel dr 5 mg" is tried before "actonel": a name may end in a word that elsewhere only says the form. */
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

/** "statins" to "statin", "water tablets" to "water tablet". */
export const singular = (text: string): string =>
  text
    .split(' ')
    .map(word => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))
    .join(' ')

/** "40", "40mg", "2x", "28s", "mg". A letter with a digit inside a name ("b12", "l01") is none. */
function isStrength({ units }: WordSets, word: string): boolean {
  if (units.has(word) || /^\d+$/.test(word)) return true
  const [, unit] = /^\d+(?:x\d+)?([a-zµμ]+)$/.exec(word) ?? []
  return unit !== undefined && (units.has(unit) || unit === 'x' || unit === 's')
}

/** "lasix40mg" and "lasix40" to "lasix": a word of four letters or more with its strength stuck to it. */
function withoutStrength({ units }: WordSets, word: string): string {
  const [, name, unit = ''] = /^(\p{L}{4,})\d+([a-zµμ]*)$/u.exec(word) ?? []
  return name !== undefined && (unit === '' || units.has(unit)) ? name : word
}

/** Does every word only say how or when something is taken? */
export const saysNoName = ({ forms, around, doubtful }: WordSets, text: string): boolean =>
  text.split(' ').every(word => forms.has(word) || around.has(word) || doubtful.has(word))

/** Never takes everything away: "calcium" alone is a name, not a salt. */
function without(words: readonly string[], set: ReadonlySet<string>): readonly string[] {
  const left = words.filter(word => !set.has(word))
  return left.length > 0 ? left : words
}
