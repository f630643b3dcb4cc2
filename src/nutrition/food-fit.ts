/** How well does a food fit what was typed, and is it in doubt? */
import { wordOf } from './food-words.ts'
import { likeness } from './likeness.ts'

export interface IndexedFood {
  readonly at: number
  readonly name: readonly string[]
  readonly also: readonly string[]
  /** Other names as a whole: "jacket potato". */
  readonly phrases: readonly string[]
  readonly usda: readonly string[]
  /** The index of the main noun: the last word before the first comma, "milk" in "Whole milk". */
  readonly head: number
  readonly isEveryday: boolean
  readonly isStaple: boolean
  readonly isSuggested: boolean
}

export interface Typed {
  readonly words: readonly string[]
  /** A space or comma ends the last word; else it may go on. */
  readonly isDone: boolean
  /** Of each word: it is in a plain name, so that it is no typing error. */
  readonly isKnown: readonly boolean[]
}

/** Why a food may not be meant: only the beginning of its word was typed, a spelling was guessed, or words are left over. */
export type Doubt = 'beginning' | 'spelling' | 'part'

export interface Fit {
  /** About 1 to 3. */
  readonly score: number
  readonly doubt: Doubt | undefined
}

/** Undefined for a food that is unlike. */
export function fitOf(food: IndexedFood, typed: Typed): Fit | undefined {
  const own = food.isEveryday ? 0.45 + (food.isStaple ? 0.16 : 0) + (food.isSuggested ? 0.03 : 0) : 0
  if (food.phrases.includes(typed.words.join(' '))) return { score: asNamed + own, doubt: undefined }
  const split = match(food, typed)
  if (typed.words.length === 1) return split && { ...split, score: split.score + own }
  const joined = match(food, { ...typed, words: [wordOf(typed.words.join(''))], isKnown: [false] })
  const best = joined && (!split || joined.score - 0.02 > split.score) ? joined : split
  return best && { ...best, score: best.score + own }
}

/** A little less than a plain name in full. */
const asNamed = 2.45

/** Below this a word is one with a typing error. */
const spelled = 0.69
/** Below this the word is not there. */
const there = 0.4

/** All words found, the main noun matched, and few other words in the name. */
function match(food: IndexedFood, { words, isDone, isKnown }: Typed): Fit | undefined {
  const title = food.isEveryday ? food.name : food.usda
  let sum = 0
  let told = 0
  let head = 0
  let missing = 0
  let guessed = 0
  let begun = 0
  let remote = 0
  for (const [place, word] of words.entries()) {
    const mayGoOn = place === words.length - 1 && !isDone
    const maySlip = !isKnown[place]
    const inTitle = best(title, word, mayGoOn, maySlip)
    const inAlso = best(food.also, word, mayGoOn, maySlip)
    // USDA's words for a food with a plain name ("nigari") are long and rare: no slip is guessed among them.
    const inUsda = food.isEveryday ? best(food.usda, word, mayGoOn, false) : nothing
    if (Math.max(inTitle.score, inAlso.score) < there) remote += 1
    const found = Math.max(inTitle.score, inAlso.score, inUsda.score)
    if (found < there) missing += 1
    else if (found < spelled) guessed += 1
    else if (found < 1) begun += 1
    sum += Math.max(inTitle.score, inAlso.score * 0.92, inUsda.score * 0.7)
    if (inTitle.score < inAlso.score * 0.92) continue
    told += inTitle.score
    if (inTitle.place === food.head) head = inTitle.score ** 2
  }
  if (missing > words.length / 2 || (words.length > 1 && missing + guessed === words.length)) return undefined
  const covered = title.length === 0 ? 0 : told / title.length
  /** "Chestnuts" is all of the noun in "Chestnuts, roasted"; in "Water chestnuts" it is a part. */
  const whole = isAllOf(title.slice(0, food.head + 1), words) ? 0.06 : 0
  const isLoose = food.isEveryday ? remote === words.length : head < 0.5 && covered < 0.34
  const doubt =
    missing > 0 || isLoose ? 'part' : guessed > 0 ? 'spelling' : begun > 0 && covered < 0.5 ? 'beginning' : undefined
  return { score: whole + (sum / words.length) * 1.8 + covered * 0.3 + head * 0.35, doubt }
}

const isAllOf = (thing: readonly string[], words: readonly string[]): boolean =>
  thing.length > 0 && thing.length === words.length && thing.every(each => words.includes(each))

const nothing = { score: 0, place: -1 }

function best(
  among: readonly string[],
  word: string,
  mayGoOn: boolean,
  maySlip: boolean,
): { readonly score: number; readonly place: number } {
  let found = nothing
  for (const [place, each] of among.entries()) {
    const score = likeness(each, word, mayGoOn, maySlip)
    if (score > found.score) found = { score, place }
  }
  return found
}
