/**
 * Finds foods as people type them: plain names first, a slip of the finger forgiven. A kept library (MiniSearch) finds
 * what may be meant; the ranking is ours, because what is meant is nearly always the plain, everyday food.
 */
import type { FoodTable } from './food-table.ts'
import { wordOf, wordsOf } from './food-words.ts'

/** What is used of the constructor of `minisearch`. */
export type TextIndexClass = new (options: {
  readonly fields: string[]
  readonly tokenize: (text: string) => string[]
  readonly processTerm: (term: string) => string
}) => TextIndex

export interface TextIndex {
  addAll(documents: readonly { readonly id: number; readonly words: string; readonly usda: string }[]): void
  search(
    query: string,
    options: {
      readonly combineWith: 'AND' | 'OR'
      readonly prefix: (term: string) => boolean
      readonly fuzzy: (term: string) => number | false
      readonly boost: Readonly<Record<string, number>>
      readonly weights: { readonly fuzzy: number; readonly prefix: number }
    },
  ): readonly { readonly id: number; readonly score: number }[]
}

export interface FoundFood {
  /** FDC id. */
  readonly food: number
  readonly name: string
  readonly usda: string
}

export interface FoodSearch {
  /** The best `most` foods for what was typed, of the everyday ones or of all. */
  readonly find: (query: string, most?: number, scope?: 'everyday' | 'all') => readonly FoundFood[]
}

interface Known {
  readonly at: number
  readonly name: readonly string[]
  readonly also: readonly string[]
  readonly usda: readonly string[]
  /** Which word names the thing itself: the last before the first comma, "milk" in "Whole milk". */
  readonly head: number
  readonly isEveryday: boolean
  readonly isStaple: boolean
  readonly isSuggested: boolean
}

/** Builds the index; a hundred milliseconds or so, done once. */
export function foodSearch(TextIndex: TextIndexClass, table: FoodTable): FoodSearch {
  const known = table.names.map((usda, at): Known => {
    const food = table.everydayAt.get(at)
    return {
      at,
      name: food ? wordsOf(food.name) : [],
      also: food ? [...wordsOf(food.also), ...inOneWord(wordsOf(food.name))] : [],
      usda: wordsOf(usda),
      head: wordsOf((food?.name ?? usda).split(/,| with | in /)[0] ?? '').length - 1,
      isEveryday: food !== undefined,
      isStaple: food?.isStaple ?? false,
      isSuggested: food?.isSuggested ?? false,
    }
  })
  const everyday = indexOf(
    TextIndex,
    known.filter(({ isEveryday }) => isEveryday),
  )
  const rest = indexOf(
    TextIndex,
    known.filter(({ isEveryday }) => !isEveryday),
  )
  const tell = (at: number): FoundFood => ({
    food: table.ids[at] ?? 0,
    name: table.nameOf(at),
    usda: table.names[at] ?? '',
  })
  return {
    find: (query, most = 10, scope = 'all') => {
      const words = wordsOf(query)
      if (words.length === 0) return []
      const isDone = /[\s,]$/.test(query)
      const near = ranked(known, candidatesOf(everyday, words, isDone), words, isDone)
      // A single letter means thousands; the everyday foods answer it.
      const isVague = words.length === 1 && (words[0]?.length ?? 0) < 2
      const far = scope === 'everyday' || isVague ? [] : ranked(known, candidatesOf(rest, words, isDone), words, isDone)
      return [...near, ...far]
        .toSorted((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, most)
        .map(({ at }) => tell(at))
    },
  }
}

/** "peanutbutter": neighbours typed as one. */
const inOneWord = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, place) => (words[place] ?? '') + word)

function indexOf(TextIndex: TextIndexClass, foods: readonly Known[]): TextIndex {
  const index = new TextIndex({
    fields: ['words', 'usda'],
    tokenize: text => text.split(' '),
    processTerm: term => term,
  })
  index.addAll(
    foods.map(({ at, name, also, usda }) => ({ id: at, words: [...name, ...also].join(' '), usda: usda.join(' ') })),
  )
  return index
}

/** How many of what the index finds are ranked. */
const mostRanked = 120

function candidatesOf(index: TextIndex, words: readonly string[], isDone: boolean): readonly number[] {
  const last = words.at(-1)
  const options = {
    prefix: (term: string) => term.length > 1 && (!isDone || term !== last || term.length > 3),
    fuzzy: (term: string) => (term.length < 4 ? false : term.length < 8 ? 1 : 2) as number | false,
    boost: { words: 2, usda: 1 },
    weights: { fuzzy: 0.4, prefix: 0.6 },
  }
  const joined = words.length > 1 && words.length < 4 ? wordOf(words.join('')) : undefined
  const search = (query: string, combineWith: 'AND' | 'OR', fuzzy = options.fuzzy) =>
    index.search(query, { ...options, fuzzy, combineWith })
  const found = [...search(words.join(' '), 'AND'), ...(joined === undefined ? [] : search(joined, 'AND'))]
  const wider = found.length > 0 ? found : search(words.join(' '), 'AND', swapped)
  const enough = wider.length > 0 || words.length === 1 ? wider : search(words.join(' '), 'OR')
  return [
    ...new Set(
      enough
        .toSorted((a, b) => b.score - a.score)
        .slice(0, mostRanked)
        .map(({ id }) => id),
    ),
  ]
}

/** The index counts two letters that changed places as two slips. */
const swapped = (term: string): number | false => (term.length < 5 ? false : 2)

function ranked(known: readonly Known[], places: readonly number[], words: readonly string[], isDone: boolean) {
  return places.flatMap(at => {
    const food = known[at]
    return food ? [{ at, score: scoreOf(food, words, isDone) }] : []
  })
}

/** How likely is it that this food is meant? Of the order of 1 to 3. */
function scoreOf(food: Known, words: readonly string[], isDone: boolean): number {
  const split = match(food, words, isDone)
  const joined = words.length > 1 ? match(food, [wordOf(words.join(''))], isDone) - 0.02 : 0
  const own = food.isEveryday ? 0.45 + (food.isStaple ? 0.16 : 0) + (food.isSuggested ? 0.03 : 0) : 0
  return Math.max(split, joined) + own
}

/** How well the words fit: all of them found, the thing itself named, and little else in the name. */
function match(food: Known, words: readonly string[], isDone: boolean): number {
  const title = food.isEveryday ? food.name : food.usda
  let sum = 0
  let told = 0
  let head = 0
  for (const [place, word] of words.entries()) {
    const mayGoOn = place === words.length - 1 && !isDone
    const inTitle = best(title, word, mayGoOn)
    const inAlso = best(food.also, word, mayGoOn)
    const inUsda = food.isEveryday ? best(food.usda, word, mayGoOn) : nothing
    sum += Math.max(inTitle.score, inAlso.score * 0.92, inUsda.score * 0.7)
    if (inTitle.score < inAlso.score * 0.92) continue
    told += inTitle.score
    if (inTitle.place === food.head) head = inTitle.score ** 2
  }
  /** "Chestnuts" of "Chestnuts, roasted" is all of the thing; of "Water chestnuts" it is a part. */
  const whole = isAllOf(title.slice(0, food.head + 1), words) ? 0.06 : 0
  return whole + (sum / words.length) * 1.8 + (title.length === 0 ? 0 : told / title.length) * 0.3 + head * 0.35
}

const isAllOf = (thing: readonly string[], words: readonly string[]): boolean =>
  thing.length > 0 && thing.length === words.length && thing.every(each => words.includes(each))

const nothing = { score: 0, place: -1 }

function best(
  among: readonly string[],
  word: string,
  mayGoOn: boolean,
): { readonly score: number; readonly place: number } {
  let found = { score: 0, place: -1 }
  for (const [place, each] of among.entries()) {
    const score = likeness(each, word, mayGoOn)
    if (score > found.score) found = { score, place }
  }
  return found
}

/** 1 for the same word, less for one that goes on, less still for one with a slip in it, 0 for another word. */
function likeness(known: string, typed: string, mayGoOn: boolean): number {
  if (known === typed) return 1
  if (known.startsWith(typed)) return (mayGoOn ? 0.74 : 0.6) + 0.16 * (typed.length / known.length)
  if (typed.length < 4) return 0
  const most = typed.length < 8 ? 1 : 2
  const slips = distance(known, typed, most + 1)
  if (slips <= most) return 0.8 - 0.12 * slips
  const begin =
    mayGoOn && known.length > typed.length ? distance(known.slice(0, typed.length), typed, most + 1) : most + 1
  return begin <= most ? 0.56 - 0.1 * begin : 0
}

/** Letters to add, leave out, change or swap with a neighbour (optimal string alignment), up to `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1)
      row.push(least)
    }
    older = old
    old = row
  }
  return Math.min(limit, old[b.length] ?? limit)
}
