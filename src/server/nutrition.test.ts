/** Food over HTTP, with the thread that makes menus as it is shipped. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleMenuWorker } from '../../build/command.ts'
import type { Menu } from '../library/nutrition.ts'
import type { MenuLimits } from './menu-threads.ts'
import { createServer } from './server.ts'

const person = { age: 34, sex: 'female', conditions: [], medicines: [], energy: [1800, 2200] }
const folder = mkdtempSync(join(tmpdir(), 'unknot-menu-'))
const worker = join(folder, 'menu-worker.js')
const serverWith = (menus: Partial<MenuLimits> = {}) =>
  createServer({
    version: 'test',
    today: () => '2026-11-25',
    menus: { atOnce: 1, waiting: 8, seconds: 60, worker, ...menus },
  })
type Server = ReturnType<typeof serverWith>
const post = (server: Server, body: string, type = 'application/json', signal?: AbortSignal) =>
  server.request('/api/menu', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    ...(signal ? { signal } : {}),
  })
const errorOf = async (response: Response) => ((await response.json()) as { readonly error: string }).error

beforeAll(() => bundleMenuWorker(worker))
afterAll(() => rmSync(folder, { recursive: true }))

describe('GET /api/foods', () => {
  const server = serverWith()

  it('finds ten foods for what was typed, slips forgiven', async () => {
    const response = await server.request('/api/foods?q=bannana')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { foods } = (await response.json()) as { readonly foods: readonly object[] }
    expect(foods).toHaveLength(10)
    expect(foods[0]).toEqual({ food: 173944, name: 'Banana', usda: 'Bananas, raw' })
  })

  it('answers an empty list when nothing is like it', async () => {
    const response = await server.request('/api/foods?q=%F0%9F%8D%8C')
    expect([response.status, await response.json()]).toEqual([200, { foods: [] }])
  })

  it.each([
    ['/api/foods', /^q is missing: ask as \/api\/foods\?q=banana$/],
    ['/api/foods?q=', /^q is missing/],
    ['/api/foods?q=%20%20', /^q is missing/],
    [`/api/foods?q=${'x'.repeat(201)}`, /^q has 201 characters: send at most 200$/],
    ['/api/foods?q=egg&limit=3', /^there is no "limit": ask as \/api\/foods\?q=banana$/],
  ])('refuses %s', async (path, message) => {
    const response = await server.request(path)
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toMatch(message)
  })

  it('takes nothing but GET', async () => {
    expect((await server.request('/api/foods?q=egg', { method: 'POST' })).status).toBe(404)
  })
})

describe('POST /api/menu', () => {
  const server = serverWith()

  it('makes a menu that reaches every target, and echoes the id', { timeout: 120_000 }, async () => {
    const response = await post(server, JSON.stringify({ id: 'a', ...person, eaten: [{ food: 173944, grams: 118 }] }))
    expect(response.status).toBe(200)
    const menu = (await response.json()) as Menu
    expect(menu).toMatchObject({ id: 'a', status: 'optimal' })
    expect(menu.gap).toBeLessThanOrEqual(0.02)
    for (const { amount, target } of Object.values(menu.totals)) expect(amount).toBeGreaterThanOrEqual(target ?? 0)
  })

  it('proposes nothing on hold, and says why none is possible', { timeout: 120_000 }, async () => {
    const held = (await (await post(server, JSON.stringify({ ...person, conditions: ['dialysis'] }))).json()) as Menu
    expect([held.status, held.foods]).toEqual(['held', []])
    const none = (await (await post(server, JSON.stringify({ ...person, energy: [0, 100] }))).json()) as Menu
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
    const response = await post(server, body)
    expect(response.status).toBe(status)
    const error = await errorOf(response)
    expect(error).toMatch(message)
    expect(error).not.toContain('\n')
  })

  it('refuses what is not declared as JSON', async () => {
    const response = await post(server, JSON.stringify(person), 'text/plain')
    expect([response.status, await errorOf(response)]).toEqual([415, expect.stringMatching(/content-type/)])
  })

  it('answers others while it thinks', { timeout: 120_000 }, async () => {
    let isMade = false
    const making = Promise.all(
      [0, 1, 2].map(more => post(server, JSON.stringify({ ...person, age: 30 + more, energy: [1800, 2200 + more] }))),
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

describe('the limits of POST /api/menu', () => {
  /** A thread that never answers, and one that shows a menu and never ends. */
  const silent = join(folder, 'silent.mjs')
  const early = join(folder, 'early.mjs')
  const broken = join(folder, 'broken.mjs')
  beforeAll(() => {
    const listens = "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => "
    writeFileSync(silent, `${listens}{})`)
    writeFileSync(early, `${listens}parentPort.postMessage({ better: { status: 'feasible', foods: [] } }))`)
    writeFileSync(broken, `${listens}{ throw new Error('Ada, 41') })`)
  })
  const ask = JSON.stringify(person)

  it('one more than may wait is refused, and told when to come again', async () => {
    const server = serverWith({ worker: silent, atOnce: 1, waiting: 1, seconds: 1 })
    const [first, second, third] = await Promise.all([post(server, ask), post(server, ask), post(server, ask)])
    expect([first.status, second.status, third.status]).toEqual([503, 503, 503])
    expect(third.headers.get('retry-after')).toBe('5')
    expect(await errorOf(third)).toMatch(/^too many menus are being made: ask again in 5 seconds$/)
    expect(await errorOf(first)).toMatch(/^no menu was found in time/)
    expect(await errorOf(second)).toMatch(/^no menu was found in time/)
  })

  it('out of time, the best menu so far is the answer', async () => {
    const response = await post(serverWith({ worker: early, seconds: 0.5 }), ask)
    expect([response.status, await response.json()]).toEqual([200, { status: 'feasible', foods: [] }])
  })

  it('a thread that breaks is a failure that says nothing of the person, and the next menu has a new one', async () => {
    const server = serverWith({ worker: broken })
    for (let time = 0; time < 2; time++) {
      const response = await post(server, ask)
      expect(response.status).toBe(500)
      expect(await errorOf(response)).not.toMatch(/Ada|41|worker|\.mjs/)
    }
  })

  it('who goes away frees the place', async () => {
    const server = serverWith({ worker: silent, atOnce: 1, waiting: 0, seconds: 30 })
    const leaving = new AbortController()
    const asked = post(server, ask, 'application/json', leaving.signal)
    await new Promise(resolve => setTimeout(resolve, 200))
    expect((await post(server, ask)).status).toBe(503)
    leaving.abort()
    expect((await asked).status).toBe(503)
    const again = new AbortController()
    const taken = post(server, ask, 'application/json', again.signal)
    await new Promise(resolve => setTimeout(resolve, 200))
    again.abort()
    expect(await errorOf(await taken)).toBe('the question was withdrawn')
  })
})
