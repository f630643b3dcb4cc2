/** `GET /api/products`, through the front door. */
import { expect, it } from 'vitest'
import { workHere } from '../../test/support/server.ts'
import { createServer } from './server.ts'

const server = createServer({ version: '0', today: () => '2026-12-01', work: workHere })
const ask = async (question: string) => {
  const answer = await server.request(`/api/products${question}`)
  return { status: answer.status, body: await answer.json() }
}

it('answers in a sentence, then kinds, then products; what passes a limit has no place', async () => {
  const { status, body } = await ask('?need=fresh-back-spasm')
  expect(status).toBe(200)
  expect(body.answer).toBe('Nothing. A hot-water bottle does the same.')
  expect(body.kinds[0]).toMatchObject({ id: 'heat-pad', tier: 'A' })
  expect(body.onlyWith).toMatchObject([{ id: 'theratherm-pad', atMost: { temperatureC: 40, minutes: 20 } }])
  expect(JSON.stringify(body.places)).not.toContain('theratherm-pad')
})

it('puts the facts about the person first, and offers no warmth for numb skin', async () => {
  const { body } = await ask('?need=fresh-back-spasm&present=uses-oxygen')
  const pad = body.kinds.find(({ id }: { id: string }) => id === 'heat-pad')
  expect(pad).toMatchObject({ tier: null, because: [expect.stringContaining('oxygen')] })
  expect(pad.notIf[0]).toEqual({ fact: 'uses-oxygen', isTrue: true })
  expect(body.answer).not.toContain('hot-water bottle')
  expect(JSON.stringify(body.buyNothing)).not.toContain('hot-water bottle')
})

it.each(['', '?need=feet', '?need=desk-pain&present=moon'])('refuses %s with one line', async question => {
  const { status, body } = await ask(question)
  expect(status).toBe(400)
  expect(body.error).not.toContain('\n')
})
