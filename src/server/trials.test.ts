import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workHere } from '../../test/support/server.ts'
import { type Analysis, trialFacts, withDefaults } from '../library/trials.ts'
import { mostTrialBytes } from './routes/trials.ts'
import { createServer } from './server.ts'

const server = createServer({ version: 'test', today: () => '2026-11-24', work: workHere })
const post = (path: string, body: unknown) =>
  server.request(`/api/trials/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const csv = readFileSync('test/trials/data/sim_heat_ice.csv', 'utf8')
const facts = Object.fromEntries(trialFacts.map(fact => [fact, false]))
const wanted = {
  question: 'Heat or ice?',
  arms: [{ label: 'ice' }, { label: 'heat' }],
  outcome: { model: 'rating', question: 'Average pain of the last 24 hours' },
  seed: 7,
  facts,
  powerTrials: 0,
}

describe('POST /api/trials/analysis', () => {
  it('answers the same for a CSV text and for rows', async () => {
    const first = await post('analysis', { csv })
    expect(first.status).toBe(200)
    const analysis = (await first.json()) as Analysis
    expect(analysis).toMatchObject({ model: 'rating', state: 'analysed', options: withDefaults({}) })
    expect(analysis.contrasts[0]).toMatchObject({ from: 'ice', to: 'heat', verdict: 'better-noticeably' })
    const rows = csv
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map(line => line.split(','))
      .map(([day, period, arm, arm_label, y]) => ({
        day: Number(day),
        period: Number(period),
        arm: Number(arm),
        arm_label,
        y: Number(y),
      }))
    expect(await (await post('analysis', { rows })).json()).toEqual(analysis)
  })

  it.each([
    [{ csv, model: 'rats' }, /model: "rats": give one of rating, count, yes-no/],
    [{ csv, colour: 1 }, /unknown field "colour"/],
    [{}, /"rows".*"csv"/],
    [{ csv, scale: [10, 0] }, /lowest must be below/],
    [{ csv: csv.replace('6,2,0,ice,7', '6,2,0,ice,x') }, /line 7, column "y": "x"/],
    ['{', /not JSON/],
  ])('%j is refused in one line', async (body, message) => {
    const response = await post('analysis', body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: string }).error).toMatch(message)
  })

  it('accepts a complete trial, and refuses a larger body', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => ({
      day: i + 1,
      period: Math.floor(i / 4) + 1,
      arm: Math.floor(i / 4) % 2,
      arm_label: Math.floor(i / 4) % 2 ? 'heat' : 'ice',
      y: (i * 7) % 9,
    }))
    expect((await post('analysis', { rows })).status).toBe(200)
    expect((await post('analysis', ' '.repeat(mostTrialBytes + 1))).status).toBe(413)
  })
})

describe('POST /api/trials/design', () => {
  it('draws the same order for the same seed', async () => {
    const [a, b] = [await (await post('design', wanted)).json(), await (await post('design', wanted)).json()]
    expect(a).toMatchObject({ kind: 'designed', length: 36 })
    expect(b).toEqual(a)
  })

  it('asks for missing answers, and refuses with reasons', async () => {
    const { 'red-flag': _, ...unknown } = facts
    expect(await (await post('design', { ...wanted, facts: unknown })).json()).toEqual({
      kind: 'ask',
      facts: ['red-flag'],
    })
    const refused = (await (await post('design', { ...wanted, facts: { ...facts, pregnant: true } })).json()) as {
      because: readonly unknown[]
    }
    expect(refused).toMatchObject({ kind: 'refused', because: [{ fact: 'pregnant' }] })
  })

  it('refuses a medicine as an arm, with any answers', async () => {
    const arms = [{ label: 'heat' }, { label: 'ibuprofen gel' }]
    expect(await (await post('design', { ...wanted, arms })).json()).toMatchObject({
      kind: 'refused',
      because: [{ fact: 'supplement' }],
    })
  })

  it.each([
    [{ ...wanted, arms: 'ice' }, /^arms: give an array/],
    [{ ...wanted, facts: { rare: 'no' } }, /^facts.rare/],
    [{ ...wanted, facts: { tired: true } }, /unknown field "tired"/],
    [{ ...wanted, layout: { kind: 'periods', cycles: 99, periodDays: 3 } }, /^cycles/],
    [{ ...wanted, seed: undefined }, /^seed: null is not a number/],
  ])('%j is refused in one line', async (body, message) => {
    const response = await post('design', body)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { error: string }).error).toMatch(message)
  })
})

it('is in the description of the API', async () => {
  const description = (await (await server.request('/openapi.json')).json()) as { paths: Record<string, unknown> }
  expect(Object.keys(description.paths)).toEqual(expect.arrayContaining(['/api/trials/design', '/api/trials/analysis']))
})
