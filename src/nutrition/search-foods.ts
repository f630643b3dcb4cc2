/**
 * Finds foods as people type them: plain names first, with tolerance for a typing error. A library (MiniSearch) finds
 * candidates; the ranking is our own, because people nearly always mean the plain, everyday food.
 */
import { firstOwnEntry } from './food-file.ts'
import { type Doubt, fitOf, type IndexedFood, type Typed } from './food-fit.ts'
import type { FoodTable } from './food-table.ts'
import { wordOf, wordsOf } from './food-words.ts'

/** The used part of the `minisearch` constructor. */
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
  /** FDC id, or the number of an own entry. */
  readonly food: number
  readonly name: string
  readonly usda: string
  /** Present if it may not be what was meant. */
  readonly doubt?: Doubt
}

export interface FoodSearch {
  /** The best `most` foods for the typed text, among the everyday ones or all. */
  readonly find: (query: string, most?: number, scope?: 'everyday' | 'all') => readonly FoundFood[]
}

/** Builds the index, once; takes about a hundred milliseconds. */
export function foodSearch(TextIndex: TextIndexClass, table: FoodTable): FoodSearch {
  const known = table.names.map((usda, at): IndexedFood => {
    const food = table.namedAt.get(at)
    const isOwn = (table.ids[at] ?? 0) >= firstOwnEntry
    return {
      at,
      name: food ? wordsOf(food.name) : [],
      also: food ? [...wordsOf(food.also), ...inOneWord(wordsOf(food.name))] : [],
      phrases: food ? food.also.split(',').map(phrase => wordsOf(phrase).join(' ')) : [],
      // An own entry's other name lists its parts: "dal" is not found by its salt.
      usda: isOwn ? [] : wordsOf(usda),
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
  const vocabulary = new Set(known.flatMap(({ name, also }) => [...name, ...also]))
  const tell = ({ at, doubt }: Ranked): FoundFood => ({
    food: table.ids[at] ?? 0,
    name: table.nameOf(at),
    usda: table.names[at] ?? '',
    ...(doubt === undefined ? {} : { doubt }),
  })
  return {
    find: (query, most = 10, scope = 'all') => {
      const words = wordsOf(query)
      if (words.length === 0) return []
      const isDone = /[\s,]$/.test(query)
      const typed = { words, isDone, isKnown: words.map(word => vocabulary.has(word)) }
      const rankedIn = (index: TextIndex) => ranked(known, candidatesOf(index, words, isDone), typed)
      const near = rankedIn(everyday)
      // A single letter matches thousands; only the everyday foods are searched.
      const isVague = words.length === 1 && (words[0]?.length ?? 0) < 2
      const far = scope === 'everyday' || isVague ? [] : rankedIn(rest)
      return [...near, ...far]
        .toSorted((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, most)
        .map(tell)
    },
  }
}

/** "peanutbutter": adjacent words typed as one. */
const inOneWord = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, place) => (words[place] ?? '') + word)

function indexOf(TextIndex: TextIndexClass, foods: readonly IndexedFood[]): TextIndex {
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

/** The number of index results that are ranked. */
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

/** The index counts two swapped letters as two errors. */
const swapped = (term: string): number | false => (term.length < 5 ? false : 2)

interface Ranked {
  readonly at: number
  readonly score: number
  readonly doubt: Doubt | undefined
}

/** Foods that are too unlike what was typed are left out: nothing found is a better answer. */
function ranked(known: readonly IndexedFood[], places: readonly number[], typed: Typed): readonly Ranked[] {
  return places.flatMap(at => {
    const food = known[at]
    const fit = food && fitOf(food, typed)
    return fit ? [{ at, ...fit }] : []
  })
}
