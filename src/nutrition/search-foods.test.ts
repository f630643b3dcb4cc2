import { readFileSync } from 'node:fs'
import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { table } from '../../test/support/food-tools.ts'
import { foodSearch } from './search-foods.ts'

const queriesOf = (file: string) =>
  (
    JSON.parse(readFileSync(`test/foods/${file}`, 'utf8')) as {
      readonly queries: Readonly<Record<string, readonly number[]>>
    }
  ).queries
const { find } = foodSearch(MiniSearch, table)

describe.each(['queries.json', 'queries-fresh.json'])('of 60 things people type (%s)', file => {
  const places = Object.entries(queriesOf(file)).map(([query, right]) => ({
    query,
    place: find(query).findIndex(({ food }) => right.includes(food)),
    first: find(query)[0]?.name,
  }))

  it('is the set it claims to be', () => expect(places.length).toBe(60))

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

it('names the plain food, and USDA’s', () => {
  expect(find('bannana')[0]).toEqual({ food: 173944, name: 'Banana', usda: 'Bananas, raw' })
})

it('finds every food by the whole of its own name, everyday or not', () => {
  const missing = table.names
    .map((name, at) => ({ name, id: table.ids[at] ?? 0 }))
    .filter((_, at) => at % 151 === 0)
    .filter(({ name, id }) => !find(name).some(({ food }) => food === id))
  expect(missing).toEqual([])
})

it('forgives two letters that changed places', () => {
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

it('answers nothing to nothing, and never fails on what is typed', () => {
  expect(find('')).toEqual([])
  expect(find('   ')).toEqual([])
  for (const odd of ['a', '%', '🍌', '"', 'x'.repeat(500), 'the of and', '\\(', 'é'])
    expect(Array.isArray(find(odd))).toBe(true)
})
