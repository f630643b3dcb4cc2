import { expect, it } from 'vitest'
import { workHere } from '../../../test/support/server.ts'
import { createServer } from '../server.ts'

const server = createServer({ version: 'test', today: () => '2026-11-25', work: workHere })
const post = async (path: string, body: unknown) => {
  const answer = await server.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: answer.status, body: await answer.json() }
}
const medicines = (body: unknown) => post('/api/medicines', body)
const causes = (body: unknown) => post('/api/causes', body)

it.each([
  ['lasix 40 mg', 'listed', ['furosemide']],
  ['eliquis', 'not-listed', ['apixaban']],
  ['apixaban', 'not-listed', ['apixaban']],
  ['zzzz', 'not-recognised', []],
])('answers "%s" with %s', async (typed, status, ingredients) => {
  expect(await medicines({ id: '1', typed })).toMatchObject({ status: 200, body: { id: '1', status, ingredients } })
})

it('reports the sources and what to do, and never says "safe"', async () => {
  const { body } = await medicines({ typed: 'atorvastatin 20mg' })
  expect(body).toMatchObject({
    about: [{ id: 'atorvastatin', compared: expect.stringContaining('3.6 in 100'), sources: expect.any(Array) }],
    guidance: { atorvastatin: { kind: 'keep', keep: 'Ask your pharmacist or prescriber before you change it.' } },
  })
  expect(JSON.stringify(body)).not.toMatch(/\bsafe\b/i)
})

it('runs the urgent combinations over the signs and the other medicines of a case', async () => {
  const from = { complaint: 'cramp', present: ['muscle-unexplained-new'], medicines: ['digoxin'] }
  const { body } = await medicines({ typed: 'zocor', case: from })
  expect(body).toMatchObject({
    tier: 'same-day',
    urgent: [{ id: 'statin-muscle-unexplained', medicines: ['simvastatin'] }],
    guidance: { simvastatin: { kind: 'stop-instruction' }, digoxin: { kind: 'keep' } },
  })
})

it.each([
  [{}, 'has no "typed": give {"id":"1","typed":"lasix 40 mg"}'],
  [{ typed: '' }, 'has no "typed": give {"id":"1","typed":"lasix 40 mg"}'],
  [{ typed: 'x', tipped: 1 }, 'has an unknown key "tipped": use id, typed or together, case'],
  [{ typed: 'x'.repeat(300) }, 'a name is longer than 200 characters: give one name'],
  [{ typed: 'x', case: { complaint: 'knee' } }, 'case: complaint is "knee": use one of back, cramp'],
  ['{', 'the body is not JSON: send {"typed":"lasix 40 mg"}'],
])('refuses %j in one line', async (body, error) => {
  expect(await medicines(body)).toEqual({ status: 400, body: { error } })
})

it('answers why a person cramps, with the question that comes next', async () => {
  const case_ = { id: 'a', complaint: 'cramp', region: 'calf', age: 70, present: ['cramp-night'] }
  expect(await causes(case_)).toMatchObject({
    status: 200,
    body: {
      id: 'a',
      kind: 'causes',
      tier: 'self-care',
      contributors: [{ id: 'idiopathic-nocturnal', word: 'may-be-part' }],
      next: { id: expect.any(String), text: expect.any(String) },
    },
  })
})

it('puts help first, and points for the back', async () => {
  expect(await causes({ complaint: 'cramp', present: ['dark-urine'] })).toMatchObject({ body: { kind: 'help-first' } })
  expect(await causes({ complaint: 'back', present: ['sciatica-one-leg'] })).toMatchObject({
    body: { kind: 'pointers', pointers: [{ id: 'sciatica' }] },
  })
})

it.each([
  [{ complaint: 'cramp', present: ['cq-nonsense'] }, 'present names "cq-nonsense"'],
  [{ complaint: 'cramp', asked: ['cq-ppi'] }, 'asked names "cq-ppi", which is in none of present, absent and unsure'],
  [{ complaint: 'cramp', asked: 'cq-ppi' }, 'asked must be a list of ids'],
])('refuses the case %j in one line', async (body, error) => {
  expect(await causes(body)).toEqual({ status: 400, body: { error: expect.stringContaining(error) } })
})

it('describes both in the OpenAPI document', async () => {
  const answer = await server.request('/openapi.json')
  expect(Object.keys(((await answer.json()) as { paths: object }).paths)).toEqual(
    expect.arrayContaining(['/api/medicines', '/api/causes']),
  )
})
