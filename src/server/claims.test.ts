/** `GET /api/claims`, through the front door. */
import { expect, it } from 'vitest'
import { workHere } from '../../test/support/server.ts'
import { createServer } from './server.ts'

const server = createServer({ version: '0', today: () => '2026-12-01', work: workHere })
const ask = async (question: string) => {
  const answer = await server.request(`/api/claims${question}`)
  return { status: answer.status, body: await answer.json() }
}

it('answers with every claim, or with those the question means', async () => {
  expect((await ask('')).body.length).toBeGreaterThan(165)
  const { body } = await ask('?words=lactic&verdict=wrong')
  expect(body.map(({ id }: { id: string }) => id)).toContain('lactic-acid-makes-muscle-hurt')
  expect(body.every(({ verdict }: { verdict: string }) => verdict === 'wrong')).toBe(true)
})

it('returns all answers to a question, best first, with related pages', async () => {
  const { status, body } = await ask('/answer?words=quinine')
  expect(status).toBe(200)
  expect(body.isAnswered).toBe(true)
  expect(body.claims[0]).toMatchObject({ id: 'quinine-for-night-cramps', match: 'answer', verdict: 'partly' })
  expect(body.see).toContainEqual({ kind: 'page', id: 'painkillers', title: expect.any(String) })
  expect((await ask('/answer?words=xylophone')).body).toEqual({ isAnswered: false, claims: [], see: [] })
})

it.each(['?verdict=true', '/answer', '/answer?words=', '?topic=feet', '?word=magnesium', `?words=${'a'.repeat(201)}`])(
  'refuses %s with one line',
  async question => {
    const { status, body } = await ask(question)
    expect(status).toBe(400)
    expect(body.error).toMatch(/see \/openapi\.json$/)
    expect(body.error).not.toContain('\n')
  },
)

it('is in the description of the API', async () => {
  const { paths } = (await (await server.request('/openapi.json')).json()) as { paths: Record<string, unknown> }
  expect(Object.keys(paths)).toContain('/api/claims')
})
