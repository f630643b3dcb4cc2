/**
 * Makes the test set of typed names: `npx tsx test/medicines/generate.ts SEED > test/medicines/typed.jsonl`.
 *
 * Names are drawn at random from the names that most people mean: ingredients with an entry, names of what is listed, and
 * what is dispensed in England 1,000 times a year. They are dressed or misspelled by the procedure below, never by hand:
 * 60 ingredients and brands of registers with strength, form, salt or case; 30 brands known from memory, likewise;
 * 100 misspellings of names of five letters or more: one slip, or two from nine letters on, each slip one of a letter
 * dropped, doubled, swapped with the next, hit on a neighbouring key, or a vowel or sound taken for another;
 * 40 misspelled look-alikes; 20 groups, half in the plural; 30 medicines outside the data and 5 that are no medicine.
 * A misspelling that is a name itself, or whose name has several answers, is drawn again.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nameTable } from '../../src/knowledge/medicine-names.gen.ts'
import type { Name } from '../../src/medicines/knowledge.ts'
import { isCommon } from '../../src/medicines/name-index.ts'
import { openNames } from '../../src/medicines/name-table.ts'

export interface TypedName {
  readonly group: 'exact' | 'memory' | 'misspelled' | 'look-alike' | 'group' | 'combination-misspelled' | 'outside'
  readonly typed: string
  readonly from: string
  readonly kind: string
  readonly ingredients: readonly string[]
}

export type Row = Name

/** The set for a seed; the same seed always gives the same set. */
export function typedNames(seed: number): readonly TypedName[] {
  const { next: dice, pick } = diceOf(seed)
  const rows = readNames()
  const taken = new Set(rows.map(({ name }) => compact(name)))
  const make = (group: TypedName['group'], count: number, from: readonly Row[], change: (name: string) => string) => {
    const made: TypedName[] = []
    while (made.length < count) {
      const { name, kind, ingredients } = pick(from)
      const typed = change(name)
      const isName = taken.has(compact(typed)) && (group === 'misspelled' || group === 'look-alike')
      if (isName || made.some(other => other.typed === typed)) continue
      made.push({ group, typed, from: name, kind, ingredients })
    }
    return made
  }
  const misspell = (name: string) => {
    const slips = name.length >= 9 && dice() < 0.5 ? 2 : 1
    let typed = name.toLowerCase()
    for (let slip = 0; slip < slips; slip++) typed = slipIn(typed, dice, pick)
    return typed
  }
  const dress = (name: string) => {
    const cased = pick([name, name.toLowerCase(), name.toUpperCase()])
    return `${pick(['', '', ' '])}${cased}${pick(dressings)}${pick(['', '', '.', ' '])}`
  }
  const isSure = ({ kind, checked }: Row) => kind === 'ingredient' || checked === 'register'
  const single = rows.filter(({ kind, name }) => ['ingredient', 'brand'].includes(kind) && name.length > 4)
  const alike = readLookAlikes()
  const groups = rows.filter(({ kind }) => kind === 'group')
  return [
    ...make('exact', 60, rows.filter(isSure), dress),
    ...make(
      'memory',
      30,
      rows.filter(({ kind, checked }) => checked === 'memory' && kind === 'brand'),
      dress,
    ),
    ...make(
      'misspelled',
      100,
      single.filter(({ name }) => /^[\p{L} -]+$/u.test(name) && !alike.has(compact(name))),
      misspell,
    ),
    ...make(
      'look-alike',
      40,
      single.filter(({ name }) => alike.has(compact(name))),
      misspell,
    ),
    ...make('group', 20, groups, name => (dice() < 0.5 ? `${name}s` : name)),
    ...outside.map((typed): TypedName => ({ group: 'outside', typed, from: typed, kind: 'none', ingredients: [] })),
  ]
}

const dressings = [
  '',
  ' 40 mg',
  ' 5mg',
  ' 20mg tablets',
  ' 10 mg once daily',
  ' tabs 2.5 mg bd',
  ' capsules',
  ', 100 mcg',
  ' (generic)',
  ' 25/100',
  ' 75 mg tablet at night',
]

/** Words that are no medicine, and words made like names of medicines. */
const outside = [
  ...['velotrazine', 'dormaquil', 'zentrapol', 'quibarone', 'flustavex', 'norbutazide', 'ombrelastat', 'tivrazole'],
  ...['greenish', 'umbrella', 'breathing', 'a warm bath', 'walking', 'hot water bottle', 'massage', 'potato', 'sunday'],
  ...['hello', 'nothing', 'blue box', 'asdfgh', '12345', 'do not know', 'qwerty', 'the white ones', 'xxx', 'my doctor'],
  ...['mouse', 'window', 'kitchen table', 'elephant', 'telephone', 'morning', 'aaaa', 'tesco value'],
]

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const sounds = [...['f', 'v'], ...['c', 'k'], ...['s', 'z'], ...['m', 'n'], ...['d', 't'], ...['b', 'p'], ...['i', 'y']]
const vowels = 'aeiouy'

function slipIn(name: string, dice: () => number, pick: <T>(from: readonly T[]) => T): string {
  const at = 1 + Math.floor(dice() * (name.length - 1))
  const letter = name.charAt(at)
  const put = (text: string, length = 1) => name.slice(0, at) + text + name.slice(at + length)
  switch (Math.floor(dice() * 6)) {
    case 0:
      return put('')
    case 1:
      return put(letter + letter)
    case 2:
      return put(name.charAt(at + 1) + letter, 2)
    case 3:
      return put(neighbour(letter, pick))
    case 4:
      return put(vowels.includes(letter) ? pick([...vowels].filter(other => other !== letter)) : '')
    default: {
      const place = sounds.indexOf(letter)
      return put(place < 0 ? letter + letter : (sounds[place % 2 === 0 ? place + 1 : place - 1] ?? letter))
    }
  }
}

function neighbour(letter: string, pick: <T>(from: readonly T[]) => T): string {
  const row = keyRows.find(keys => keys.includes(letter))
  if (!row) return letter
  const place = row.indexOf(letter)
  return pick([row[place - 1], row[place + 1]].filter(key => key !== undefined))
}

/** The common names with one meaning each. */
export function readNames(): readonly Row[] {
  const { names, substances } = openNames(nameTable)
  const meanings = new Map<string, number>()
  for (const { name } of names) meanings.set(compact(name), (meanings.get(compact(name)) ?? 0) + 1)
  return names.filter(name => isCommon(name, substances) && !name.isPartial && meanings.get(compact(name.name)) === 1)
}

export function readLookAlikes(): ReadonlySet<string> {
  const text = readFileSync('knowledge/medicines/look-alikes.yaml', 'utf8')
  return new Set([...text.matchAll(/- \[(.+)\]/g)].flatMap(([, set = '']) => set.split(', ').map(compact)))
}

const compact = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

export interface Dice {
  next(): number
  chance(part: number): boolean
  pick<T>(from: readonly T[]): T
}

/** The same random numbers for the same seed. */
export function diceOf(seed: number): Dice {
  const next = mulberry32(seed)
  return {
    next,
    chance: part => next() < part,
    pick: from => {
      const found = from[Math.floor(next() * from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}

/** mulberry32 (Tommy Ettinger, public domain): small, and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const each of typedNames(Number(process.argv[2] ?? 1))) console.log(JSON.stringify(each))
