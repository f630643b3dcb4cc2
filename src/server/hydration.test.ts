/** `GET /api/hydration` and `GET /api/professionals`, through the front door. */
import { expect, it } from 'vitest'
import { workHere } from '../../test/support/server.ts'
import { createServer } from './server.ts'

const server = createServer({ version: '0', today: () => '2026-11-30', work: workHere })
const ask = async (path: string) => {
  const answer = await server.request(`/api/${path}`)
  return { status: answer.status, body: await answer.json() }
}

it('asks first, then says how to drink', async () => {
  const { body } = await ask('hydration?age=40&colour=straw')
  expect(body).toMatchObject({ kind: 'ask', age: false })
  const absent = body.facts.map(({ id }: { id: string }) => id).join(',')
  const told = await ask(`hydration?age=40&colour=straw&absent=${absent}`)
  expect(told).toMatchObject({
    status: 200,
    body: { kind: 'drinks', millilitresPerHour: 800, chart: { chosen: 'straw' } },
  })
  expect((await ask('hydration?colour=brown')).body).toMatchObject({ kind: 'help-first', tier: 'emergency' })
})

it('names who can help, and one alone', async () => {
  expect((await ask('professionals')).body.professionals.length).toBeGreaterThan(4)
  const { body } = await ask('professionals?who=doctor&country=GB')
  expect(body.professionals).toEqual([expect.objectContaining({ id: 'doctor', register: expect.any(String) })])
})

it.each([
  'hydration?age=old',
  'hydration?age=400',
  'hydration?present=no-such',
  'hydration?colour=red',
  'hydration?shoe=42',
  'hydration?two%0Alines%0D=1',
  `hydration?${'x'.repeat(3000)}=1`,
  'hydration?age=1%0A2',
  'professionals?who=plumber',
  'professionals?country=gb',
])('refuses %s with one line', async path => {
  const { status, body } = await ask(path)
  expect(status).toBe(400)
  expect(body.error).not.toMatch(/[\r\n]/)
  expect(body.error.length).toBeLessThan(400)
})
