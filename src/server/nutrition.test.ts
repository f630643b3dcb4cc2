/** Food over HTTP, with the threads of the server as they are shipped. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker } from '../../build/command.ts'
import type { Menu, RichHeld, RichList } from '../library/nutrition.ts'
import { createServer } from './server.ts'
import { workInThreads } from './work.ts'

const person = { age: 34, sex: 'female', conditions: [], medicines: [], energy: [1800, 2200] }
const folder = mkdtempSync(join(tmpdir(), 'unknot-menu-'))
const worker = join(folder, 'worker.js')
const limits = { atOnce: 1, waiting: 8, patience: 60, seconds: 60 }
const server = createServer({
  version: 'test',
  today: () => '2026-11-25',
  work: workInThreads({ quick: limits, slow: limits, worker }),
})
const post = (body: string, type = 'application/json') =>
  server.request('/api/menu', { method: 'POST', body, headers: { 'content-type': type } })
const errorOf = async (response: Response) => ((await response.json()) as { readonly error: string }).error

beforeAll(() => bundleWorker(worker))
afterAll(() => rmSync(folder, { recursive: true }))

describe('GET /api/foods', () => {
  it('finds ten foods for a text with typing errors', async () => {
    const response = await server.request('/api/foods?q=bannana')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { foods } = (await response.json()) as { readonly foods: readonly object[] }
    expect(foods).toHaveLength(10)
    expect(foods[0]).toMatchObject({
      food: 173944,
      name: 'Banana',
      usda: 'Bananas, raw',
      // USDA's figures for 100 g.
      per100g: { energy: 89, potassium: 358, magnesium: 27, calcium: 5, 'vitamin-d': 0, zinc: 0.15 },
      perPortion: { energy: 105, potassium: 422.4 },
    })
    expect((foods[0] as { readonly portions: readonly object[] }).portions[0]).toEqual({
      words: '1 medium',
      grams: 118,
    })
  })

  it('returns an empty list if no food is similar', async () => {
    const response = await server.request('/api/foods?q=%F0%9F%8D%8C')
    expect([response.status, await response.json()]).toEqual([200, { foods: [] }])
  })

  it('ranks foods by a nutrient, with filters and places', async () => {
    const response = await server.request(
      '/api/foods?richIn=magnesium&filters=vegan,no-cooking&most=5&sex=female&age=34',
    )
    expect(response.status).toBe(200)
    const list = (await response.json()) as RichList
    expect(list).toMatchObject({ status: 'ranked', richIn: ['magnesium'], per: 'portion' })
    expect(list.foods.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5])
    expect(list.foods[0]).toMatchObject({ food: 170556, brings: { magnesium: 165.8 } })
  })

  it('explains to a person with kidney disease why there is no list of potassium', async () => {
    const response = await server.request('/api/foods?richIn=potassium&conditions=kidney-disease&medicines=')
    const held = (await response.json()) as RichHeld
    expect(held).toMatchObject({ status: 'held', held: ['potassium'] })
    expect(held.cautions[0]?.text).toMatch(/kidneys clear potassium/)
    expect('foods' in held).toBe(false)
  })

  it.each([
    ['/api/foods', /^q is missing: ask as \/api\/foods\?q=banana or \?richIn=magnesium$/],
    ['/api/foods?q=', /^q is missing/],
    ['/api/foods?q=%20%20', /^q is missing/],
    [`/api/foods?q=${'x'.repeat(201)}`, /^q has 201 characters: send at most 200$/],
    ['/api/foods?q=egg&limit=3', /^there is no "limit": ask as \/api\/foods\?q=banana or \?richIn=magnesium$/],
    ['/api/foods?richIn=iron', /^richIn has "iron": give one or two of potassium/],
    ['/api/foods?richIn=zinc&per=cup', /^per is "cup"/],
    ['/api/foods?richIn=zinc&q=egg', /^there is no "q" beside richIn/],
    ['/api/foods?richIn=zinc&most=0', /^most is "0": give a whole number from 1 to 1000$/],
    ['/api/foods?richIn=zinc&age=old', /^age is "old": give years/],
  ])('refuses %s', async (path, message) => {
    const response = await server.request(path)
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toMatch(message)
  })

  it('accepts only GET', async () => {
    expect((await server.request('/api/foods?q=egg', { method: 'POST' })).status).toBe(405)
  })
})

describe('POST /api/menu', () => {
  it('makes a menu that reaches every target, and echoes the id', { timeout: 120_000 }, async () => {
    const response = await post(JSON.stringify({ id: 'a', ...person, eaten: [{ food: 173944, grams: 118 }] }))
    expect(response.status).toBe(200)
    const menu = (await response.json()) as Menu
    expect(menu).toMatchObject({ id: 'a', status: 'optimal' })
    expect(menu.gap).toBeLessThanOrEqual(0.02)
    for (const { amount, target } of Object.values(menu.totals)) expect(amount).toBeGreaterThanOrEqual(target ?? 0)
  })

  it('proposes no menu for a person on hold, and says why none is possible', { timeout: 120_000 }, async () => {
    const held = (await (await post(JSON.stringify({ ...person, conditions: ['dialysis'] }))).json()) as Menu
    expect([held.status, held.foods]).toEqual(['held', []])
    const none = (await (await post(JSON.stringify({ ...person, energy: [0, 100] }))).json()) as Menu
    expect(none.status).toBe('infeasible')
    expect(none.relax.length).toBeGreaterThan(0)
  })

  it.each<readonly [string, string, number, RegExp]>([
    ['a body that is not JSON', '{', 400, /^the body is not JSON: send one profile object$/],
    ['a list', '[]', 400, /^the profile is not an object/],
    ['no sex', '{"age":34}', 400, /^sex is missing: give one of female, male$/],
    ['an unknown key', '{"age":34,"sex":"female","colour":1}', 400, /^the profile has no "colour"/],
    ['an unknown food', '{"age":34,"sex":"female","eaten":[{"food":1,"grams":5}]}', 400, /^eaten\[0\]\.food is 1/],
    ['a negative amount', '{"age":34,"sex":"female","eaten":[{"food":173944,"grams":-5}]}', 400, /grams is -5/],
    ['a word it cannot avoid', '{"age":34,"sex":"female","avoid":["diary"]}', 400, /^avoid has no word "diary"/],
    ['a mode of its own', '{"age":34,"sex":"female","mode":"week"}', 400, /^mode is "week": give one of gap, day$/],
    ['far too much', `{"age":34,"sex":"female","id":"${'x'.repeat(70_000)}"}`, 413, /^the body is larger than 65536/],
  ])('refuses %s with one line', async (_name, body, status, message) => {
    const response = await post(body)
    expect(response.status).toBe(status)
    const error = await errorOf(response)
    expect(error).toMatch(message)
    expect(error).not.toContain('\n')
  })

  it('refuses what is not declared as JSON', async () => {
    const response = await post(JSON.stringify(person), 'text/plain')
    expect([response.status, await errorOf(response)]).toEqual([415, expect.stringMatching(/content-type/)])
  })

  it('answers others while it thinks', { timeout: 120_000 }, async () => {
    let isMade = false
    const making = Promise.all(
      [0, 1, 2].map(more => post(JSON.stringify({ ...person, age: 30 + more, energy: [1800, 2200 + more] }))),
    ).then(answers => {
      isMade = true
      return answers
    })
    let answered = 0
    while (!isMade) {
      const health = await server.request('/healthz')
      expect(health.status).toBe(200)
      answered += 1
      // Gives the event loop its turn: a solver in this thread would keep it, and only one answer would be counted.
      await new Promise(resolve => setTimeout(resolve, 2))
    }
    expect((await making).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answered).toBeGreaterThan(20)
  })
})
