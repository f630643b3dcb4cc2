import { readFileSync } from 'node:fs'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { table } from '../../test/support/food-tools.ts'
import { firstOwnEntry } from './food-file.ts'
import { foodSearch } from './search-foods.ts'

const queriesOf = (file: string) =>
  (
    JSON.parse(readFileSync(`test/foods/${file}`, 'utf8')) as {
      readonly queries: Readonly<Record<string, readonly number[]>>
    }
  ).queries
/** Own entries are found by their plain name alone. */
const isOwn = (id = 0) => id >= firstOwnEntry
const { find } = foodSearch(MiniSearch, table)

describe.each(['queries.json', 'queries-fresh.json'])('of 60 things people type (%s)', file => {
  const places = Object.entries(queriesOf(file)).map(([query, right]) => ({
    query,
    place: find(query).findIndex(({ food }) => right.includes(food)),
    first: find(query)[0]?.name,
  }))

  it('has 60 entries', () => expect(places.length).toBe(60))

  it('the right food comes first for at least 54', () => {
    const wrong = places.filter(({ place }) => place !== 0)
    expect(wrong.map(({ query, place, first }) => `${query}: ${place} after ${first}`)).toHaveLength(
      Math.min(wrong.length, 6),
    )
  })

  it('the right food is among the first ten for at least 59', () => {
    expect(places.filter(({ place }) => place < 0).map(({ query }) => query).length).toBeLessThanOrEqual(1)
  })
})

it('returns the plain name and USDA’s name', () => {
  expect(find('banana')[0]).toEqual({ food: 173944, name: 'Banana', usda: 'Bananas, raw' })
})

it('finds every food by its full name, everyday or not', () => {
  const missing = table.names
    .map((name, at) => ({ name: isOwn(table.ids[at]) ? table.nameOf(at) : name, id: table.ids[at] ?? 0 }))
    .filter((_, at) => at % 151 === 0)
    .filter(({ name, id }) => !find(name).some(({ food }) => food === id))
  expect(missing).toEqual([])
})

it('tolerates two swapped letters', () => {
  for (const [typed, name] of [
    ['bnanaa', 'Banana'],
    ['noodels', 'noodles'],
    ['tomaot', 'Tomatoes'],
  ] as const)
    expect(
      find(typed)
        .map(food => food.name)
        .slice(0, 3)
        .join(),
    ).toContain(name)
})

it('returns nothing for empty text, and never fails on any text', () => {
  expect(find('')).toEqual([])
  expect(find('   ')).toEqual([])
  for (const odd of ['a', '%', '🍌', '"', 'x'.repeat(500), 'the of and', '\\(', 'é'])
    expect(Array.isArray(find(odd))).toBe(true)
})

describe('of more than 200 household and world names', () => {
  const named = Object.entries(
    (
      JSON.parse(readFileSync('test/foods/queries-household.json', 'utf8')) as {
        readonly queries: Readonly<Record<string, readonly string[]>>
      }
    ).queries,
  )
  const first = named.map(([query, wanted]) => ({ query, wanted, found: find(query)[0] }))

  it('the food that a cook expects comes first for at least 95 %', () => {
    const wrong = first.filter(({ wanted, found }) => !wanted.includes(found?.name ?? ''))
    expect(named.length).toBeGreaterThanOrEqual(200)
    expect(wrong.length / named.length).toBeLessThanOrEqual(0.05)
  })

  it('nothing else comes first without a doubt', () => {
    const sure = first.filter(({ wanted, found }) => found && !found.doubt && !wanted.includes(found.name))
    expect(sure.map(({ query, found }) => `${query}: ${found?.name}`)).toEqual([])
  })
})

describe('a food that is not there', () => {
  it.each(['xylophone', 'brake fluid', 'qwertz', 'shampoo', 'paracetamol', 'cardboard', 'stroopwafel', 'surstromming'])(
    '%s is not found, and no unlike food is shown',
    query => expect(find(query)).toEqual([]),
  )

  it.each(['unicorn steak', 'impossible burger', 'gin and tonic', 'magnesium', 'potassium'])(
    '%s is answered only with a doubt',
    query => expect(find(query).map(({ doubt }) => doubt)).not.toContain(undefined),
  )
})

it('says what kind of doubt: a guessed spelling, words left over, or only a beginning', () => {
  expect(find('bannana')[0]).toMatchObject({ name: 'Banana', doubt: 'spelling' })
  expect(find('unicorn steak')[0]?.doubt).toBe('part')
  expect(find('banana')[0]?.doubt).toBeUndefined()
  expect(find('beans on toast')[0]?.doubt).toBeUndefined()
})

it('takes a word that is a food’s name as it is, not as a slip for another', () => {
  // "Milo" is one letter from "milk", "idli" from "imli".
  expect(find('milo').map(({ name }) => name)).not.toContain('Whole milk')
  expect(find('idli').map(({ name }) => name)).toEqual(['Idli'])
})
