/**
 * Full-text search. Any word may match, and rare words weigh more than common ones. A word matches itself, a synonym, a
 * longer word that begins with it or, if no text has it, a word that differs by a typing slip. How much of the question
 * a text covers decides whether it answers it.
 */
import { slipsBetween } from '../letter-slips.ts'
import { forgiven } from './slips.ts'
import { everyday, stemOf, stemsOf, wordsOf } from './words.ts'

/** Groups of words or phrases with one meaning. */
export type Synonyms = readonly (readonly string[])[]

/** A field of a text, and the weight of a word that stands there. */
export type Field = readonly [text: string, weight: number]

export interface TextIndex {
  /** For each stem: the texts that have it, each with its weight there. */
  readonly places: ReadonlyMap<string, ReadonlyMap<number, number>>
  readonly size: number
  /** For each phrase of the synonyms, as its stems: the single words that mean the same. */
  readonly phrases: readonly { readonly stems: readonly string[]; readonly means: readonly string[] }[]
}

/** How a question is read: whether a word may be a prefix, and whether slips are forgiven. */
export interface Typed {
  readonly beginnings: boolean
  readonly slips: boolean
}

/** The place of a text in the list, how well it matches, and the part of the question that it has (0 to 1). */
export interface Match {
  readonly at: number
  readonly score: number
  readonly covers: number
}

export function indexTexts(texts: readonly (readonly Field[])[], synonyms: Synonyms): TextIndex {
  const places = new Map<string, Map<number, number>>()
  for (const [at, fields] of texts.entries())
    for (const [text, weight] of fields)
      for (const stem of stemsOf(text)) {
        const place = places.get(stem) ?? new Map<number, number>()
        places.set(stem, place)
        place.set(at, Math.max(weight, place.get(at) ?? 0))
      }
  const phrases = synonyms.flatMap(group => {
    const stems = group.map(phrase => stemsOf(phrase))
    const single = stems.flatMap(each => (each.length === 1 ? each : []))
    return stems.map(each => ({ stems: each, means: single.filter(other => each.length > 1 || other !== each[0]) }))
  })
  return { places, size: texts.length, phrases }
}

/**
 * The texts that match, best first; equal ones in their order. Empty without words. `typed`: the question is being
 * typed, so that a word is also met by longer ones that begin with it, and slips are forgiven.
 */
export function matchTexts(
  index: TextIndex,
  question: string,
  typed: Typed = { beginnings: true, slips: true },
): readonly Match[] {
  const asked = termsOf(index, question, typed)
  const whole = asked.reduce((sum, { weight }) => sum + weight, 0)
  const found = new Map<number, { score: number; covers: number }>()
  for (const { weight, hits } of asked)
    for (const [at, hit] of hits) {
      const sum = found.get(at) ?? { score: 0, covers: 0 }
      found.set(at, sum)
      sum.score += weight * hit.score
      sum.covers += (weight * hit.part) / whole
    }
  return [...found]
    .map(([at, { score, covers }]) => ({ at, score: score * covers, covers }))
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
}

interface Term {
  /** How much this word tells texts apart. */
  readonly weight: number
  readonly hits: ReadonlyMap<number, { readonly score: number; readonly part: number }>
}

const bySynonym = 0.85
const byBeginning = 0.7
const bySlip = 0.6
/** At or above this weight, a word is in the text itself and not only in its explanation. */
const told = 2

function termsOf(index: TextIndex, question: string, typed: Typed): readonly Term[] {
  const stems = wordsOf(question).map(stemOf)
  const meant = [...new Set(stems)].map(stem => [stem, meaningOf(index, stem, typed)] as const)
  const terms = meant.map(([stem, words]) => termOf(index, words, everyday.has(stem) ? 0.15 : 1))
  const known = new Set(meant.flatMap(([stem, words]) => [stem, ...words.map(([word]) => word)]))
  const phrases = index.phrases
    .filter(({ stems: own }) => own.length > 1 && own.every(stem => known.has(stem)))
    .map(({ means }) =>
      termOf(
        index,
        means.map(word => [word, bySynonym]),
        1,
      ),
    )
    .filter(({ hits }) => hits.size > 0)
  return [...terms, ...phrases]
}

/** The stems that a typed stem may mean, each with how near it is. */
function meaningOf(
  index: TextIndex,
  stem: string,
  { beginnings, slips: forgives }: Typed,
): readonly (readonly [word: string, near: number])[] {
  const words = new Map<string, number>()
  const add = (word: string, near: number) => words.set(word, Math.max(near, words.get(word) ?? 0))
  const addWithSynonyms = (word: string, near: number) => {
    add(word, near)
    for (const { stems, means } of index.phrases)
      if (stems.length === 1 && stems[0] === word) for (const other of means) add(other, near * bySynonym)
  }
  const isKnown = (word: string) => index.places.has(word) || index.phrases.some(({ stems }) => stems.includes(word))
  if (isKnown(stem)) addWithSynonyms(stem, 1)
  if (beginnings && stem.length >= 3)
    for (const word of index.places.keys()) if (word !== stem && word.startsWith(stem)) add(word, byBeginning)
  if (words.size > 0 || !forgives) return [...words]
  const vocabulary = new Set([...index.places.keys(), ...index.phrases.flatMap(({ stems }) => stems)])
  const most = forgiven(stem)
  let fewest = most
  for (const word of vocabulary) {
    const slips = word.length < 4 ? most + 1 : slipsBetween(stem, word, fewest)
    if (slips > fewest || (word[0] !== stem[0] && stem.length < 7)) continue
    if (slips < fewest) words.clear()
    fewest = slips
    addWithSynonyms(word, bySlip)
  }
  return [...words]
}

function termOf(index: TextIndex, words: readonly (readonly [string, number])[], part: number): Term {
  const hits = new Map<number, { score: number; part: number }>()
  for (const [word, near] of words)
    for (const [at, weight] of index.places.get(word) ?? []) {
      const hit = hits.get(at)
      const score = near * weight
      const covered = weight >= told ? 1 : 0.5
      hits.set(at, { score: Math.max(score, hit?.score ?? 0), part: Math.max(covered, hit?.part ?? 0) })
    }
  const most = Math.log(1 + index.size)
  return { weight: part * (hits.size === 0 ? most : Math.log(1 + index.size / hits.size)), hits }
}
