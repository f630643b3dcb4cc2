/**
 * The check of words: sentences short enough, an entry easy enough, and no word that promises too much.
 *
 * Grade: Flesch-Kincaid (Kincaid et al. 1975). Unavoidable medical words are left out of the count; they are listed in
 * `knowledge/medical-words.yaml`.
 */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/**
 * `plain`: text for everyone. `detail`: text under "sources and evidence". `correction`: the evidence on a claim, on a
 * card. `told`: a claim as people tell it, which may promise too much.
 */
export type Level = 'plain' | 'detail' | 'correction' | 'told'

interface Limits {
  /** Words in a sentence. */
  readonly words: number
  readonly grade: number
  /** Words in the whole text. */
  readonly wholeWords?: number
}

const limits: Readonly<Record<Level, Limits>> = {
  plain: { words: 20, grade: 8 },
  detail: { words: 30, grade: 10 },
  correction: { words: 20, grade: 9, wholeWords: 30 },
  told: { words: 30, grade: Number.POSITIVE_INFINITY },
}

const banned = [
  /\bcures?\b/i,
  /\bcured\b/i,
  /\btreats\b/i,
  /\bdiagnos(e|es|ed|is)\b/i,
  /\bsafe for you\b/i,
  /\byou have (?!(to|had|been|not|no|taken|used|put|felt|a long|just|new|already|the|your|any|ever|one|pain|more|passed|two|eaten|done|answered|made)\b)/i,
  /\bclinically proven\b/i,
  /\bguarantee/i,
  /\bmiracle\b/i,
  /\bstop (taking )?your (medicines?|tablets?|pills?)\b/i,
]

/** Reports a sentence that is too long, in one line. */
export function longSentences(text: string, level: Level): readonly string[] {
  const { words: most } = limits[level]
  return sentencesOf(text)
    .map(sentence => ({ sentence, count: wordsOf(sentence).length }))
    .filter(({ count }) => count > most)
    .map(({ sentence, count }) => `a sentence of ${count} words (at most ${most}): "${sentence}"`)
}

/** Reports a text that is too long as a whole, in one line. */
export function longTexts(text: string, level: Level): readonly string[] {
  const { wholeWords: most } = limits[level]
  const count = sentencesOf(text).flatMap(wordsOf).length
  return most !== undefined && count > most ? [`${count} words (at most ${most}): "${text}"`] : []
}

/** Words that promise too much. Only claims may use them. */
export function bannedWords(text: string, level: Level = 'plain'): readonly string[] {
  if (level === 'told') return []
  return banned.flatMap(pattern => {
    const found = pattern.exec(text)
    return found ? [`banned words "${found[0].trim()}" in "${text}"`] : []
  })
}

/** Reports an entry that is above the grade as a whole, in one line. */
export function tooHard(texts: readonly string[], level: Level, leftOut: ReadonlySet<string>): string | undefined {
  const grade = gradeOf(texts, leftOut)
  const { grade: most } = limits[level]
  return grade > most
    ? `reads at grade ${grade.toFixed(1)} (at most ${most}); hardest words: ${hardest(texts, leftOut)}`
    : undefined
}

/** Flesch-Kincaid grade of several texts together. */
function gradeOf(texts: readonly string[], leftOut: ReadonlySet<string>): number {
  const sentences = texts.flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf).filter(word => !leftOut.has(word.toLowerCase()))
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

function hardest(texts: readonly string[], leftOut: ReadonlySet<string>): string {
  const words = new Set(texts.flatMap(wordsOf).map(word => word.toLowerCase()))
  return [...words]
    .filter(word => !leftOut.has(word) && syllable(word) >= 3)
    .sort((a, b) => syllable(b) - syllable(a))
    .slice(0, 8)
    .join(', ')
}

const sentenceSegments = new Intl.Segmenter('en', { granularity: 'sentence' })
const wordSegments = new Intl.Segmenter('en', { granularity: 'word' })

function sentencesOf(text: string): readonly string[] {
  return [...sentenceSegments.segment(text)].map(({ segment }) => segment.trim()).filter(part => /\p{L}/u.test(part))
}

/** Words as a reader counts them: "don't" and "side-lying" are one each; numbers count, also with units. */
const wordsBefore = new Map<string, readonly string[]>()

/** Each sentence is cut into words once: the checks read it several times, and the tests compile it a hundred times. */
function wordsOf(sentence: string): readonly string[] {
  const found = wordsBefore.get(sentence) ?? cut(sentence)
  wordsBefore.set(sentence, found)
  return found
}

function cut(sentence: string): readonly string[] {
  const joined = sentence.replace(/(\p{L})[-‐](?=\p{L})/gu, '$1')
  return [...wordSegments.segment(joined)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}
