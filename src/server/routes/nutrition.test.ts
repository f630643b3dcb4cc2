/** `POST /api/menu/meals` and `/api/menu/change`: days of meals, the smallest change, and what each refuses. */
import { describe, expect, it } from 'vitest'
import { post, posted, refusal } from '../../../test/support/server.ts'
import type { Meals, SmallestChange } from '../../library/nutrition.ts'

const person = { age: 34, sex: 'female', conditions: [], medicines: [], energy: [1800, 2200] }
interface Shop {
  readonly shop: readonly { readonly section: string; readonly items: readonly { readonly words: string }[] }[]
}

describe('POST /api/menu/meals', { timeout: 120_000 }, () => {
  it('answers two days of meals that reach every target, with one shopping list', async () => {
    const { status, json } = await posted('/api/menu/meals', { ...person, id: 'ada', days: 2 })
    expect(status).toBe(200)
    const found = json as unknown as Meals & Shop
    expect(found).toMatchObject({ id: 'ada', status: 'found', reasons: [] })
    expect(found.days).toHaveLength(2)
    for (const { meals, totals, short } of found.days) {
      expect(meals.map(({ meal }) => meal)).toEqual(['breakfast', 'lunch', 'dinner', 'snack'])
      expect(short).toEqual([])
      for (const { amount, target } of Object.values(totals)) expect(amount).toBeGreaterThanOrEqual(target ?? 0)
    }
    expect(found.shop.map(({ section }) => section)).toContain('Fruit and vegetables')
  })

  it('tells the shopping list in ounces and pounds where US measures are asked for', async () => {
    const { json } = await posted('/api/menu/meals', { ...person, measures: 'us' })
    const words = (json as unknown as Shop).shop.flatMap(({ items }) => items.map(item => item.words)).join('; ')
    expect(words).toMatch(/\d oz/)
    expect(words).not.toMatch(/\d (g|ml)\b/)
  })

  it('answers the same meals for the same seed, and others for another', async () => {
    const titles = async (seed: number) => {
      const { json } = await posted('/api/menu/meals', { ...person, seed })
      return (json as unknown as Meals).days.flatMap(({ meals }) => meals.map(({ items }) => items[0]?.name))
    }
    expect(await titles(5)).toEqual(await titles(5))
    expect(await titles(6)).not.toEqual(await titles(5))
  })

  it('proposes nothing to a person with kidney disease, and says why', async () => {
    const { status, json } = await posted('/api/menu/meals', { ...person, conditions: ['kidney-disease'] })
    expect(status).toBe(200)
    expect(json).toMatchObject({ status: 'held', days: [], shop: [] })
    expect((json as unknown as Meals).cautions.length).toBeGreaterThan(0)
  })

  it.each<readonly [string, RegExp]>([
    ['{', /not JSON/],
    ['[]', /profile/],
    ['{}', /^sex is missing: give one of female, male$/],
    [JSON.stringify({ ...person, days: 8 }), /^days is 8: give a whole number from 1 to 7$/],
    [JSON.stringify({ ...person, days: 'two' }), /^days is "two": give a whole number from 1 to 7$/],
    [JSON.stringify({ ...person, seed: -1 }), /^seed is -1: give a whole number from 0$/],
    [JSON.stringify({ ...person, measures: 'stone' }), /^measures is "stone": give one of metric, us$/],
    [JSON.stringify({ ...person, avoid: ['bread'] }), /bread/],
    [JSON.stringify({ ...person, colour: 'red' }), /colour/],
  ])('refuses %s in one line', async (body, why) => {
    const response = await post('/api/menu/meals', body)
    expect(response.status).toBe(400)
    expect(await refusal(response)).toMatch(why)
  })
})

describe('POST /api/menu/change', () => {
  /** White bread, apple, chicken, rice: too little of several nutrients. */
  const eaten = [
    { food: 174924, grams: 100 },
    { food: 171688, grams: 180 },
    { food: 171477, grams: 120 },
    { food: 168878, grams: 300 },
  ]

  it('answers one to three changes, in words, that close part of the gap', async () => {
    const { status, json } = await posted('/api/menu/change', { ...person, eaten })
    expect(status).toBe(200)
    const answer = json as unknown as SmallestChange
    expect(['closed', 'mostly', 'partly']).toContain(answer.status)
    expect(answer.changes.length).toBeGreaterThan(0)
    expect(answer.changes.length).toBeLessThanOrEqual(3)
    for (const { say } of answer.changes) expect(say).toMatch(/^[A-Z].{5,}/)
    expect(answer.closes).toBeGreaterThan(0)
  })

  it('answers that it has no day to change where nothing was eaten', async () => {
    expect(await posted('/api/menu/change', person)).toMatchObject({
      status: 200,
      json: { status: 'empty', changes: [] },
    })
  })

  it('changes nothing for a person with kidney disease', async () => {
    const { json } = await posted('/api/menu/change', { ...person, eaten, conditions: ['kidney-disease'] })
    expect(json).toMatchObject({ status: 'held', changes: [] })
  })

  it.each<readonly [string, RegExp]>([
    ['{', /not JSON/],
    ['[]', /profile/],
    ['{}', /^sex is missing: give one of female, male$/],
    [JSON.stringify({ ...person, eaten: [{ food: 1, grams: 100 }] }), /eaten/],
    [JSON.stringify({ ...person, eaten: [{ food: 168878, grams: -5 }] }), /eaten/],
    [JSON.stringify({ ...person, days: 2 }), /days/],
  ])('refuses %s in one line', async (body, why) => {
    const response = await post('/api/menu/change', body)
    expect(response.status).toBe(400)
    expect(await refusal(response)).toMatch(why)
  })
})
