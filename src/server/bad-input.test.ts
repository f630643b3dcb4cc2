/** The answers of the server to invalid input. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { post, refusal, server } from '../../test/support/server.ts'
import { parseCase } from '../library/triage.ts'

describe('bad input is refused with one line: what, where, how to mend', () => {
  it.each([
    ['no JSON', '{"complaint":', 400, 'the body is not JSON: send one case object'],
    ['nothing', '', 400, 'the body is not JSON: send one case object'],
    ['a list', '[]', 400, 'the case is a list: give a JSON object'],
    ['no complaint', '{}', 400, 'complaint is missing: use one of back, cramp'],
    ['a wrong type', '{"complaint":"back","age":"41"}', 400, 'age is "41": give a number of years from 0 to 120'],
    ['a bad age', '{"complaint":"back","age":400}', 400, 'age is 400: give a number of years from 0 to 120'],
    [
      'an unknown id',
      '{"complaint":"back","present":["saddle"]}',
      400,
      'present names "saddle", which is not a finding, a fact or a gate Unknot knows',
    ],
    [
      'an unknown key',
      '{"complaint":"back","patient":1}',
      400,
      'the case has an unknown key "patient": use id, complaint,',
    ],
    [
      'a contradiction',
      '{"complaint":"back","pregnant":true,"absent":["pregnant"]}',
      400,
      'pregnant is true, but absent names "pregnant": keep one',
    ],
    ['twice', '{"complaint":"back","present":["fever"],"absent":["fever"]}', 400, '"fever" is answered twice'],
    ['a prototype', '{"complaint":"back","__proto__":{"age":4}}', 400, 'the case has an unknown key "__proto__"'],
    ['an inherited id', '{"complaint":"back","present":["constructor"]}', 400, 'present names "constructor"'],
  ])('%s', async (_what, body, status, says) => {
    for (const path of ['/api/triage', '/api/plan']) {
      const response = await post(path, body)
      expect(response.status).toBe(status)
      expect(await refusal(response)).toContain(says)
    }
  })

  it('a body that is not declared as JSON', async () => {
    const response = await post('/api/triage', '{"complaint":"back"}', 'text/plain')
    expect(response.status).toBe(415)
    expect(await refusal(response)).toContain('send content-type application/json')
  })

  it('10 MB, declared or streamed', async () => {
    const big = `{"complaint":"back","id":"${'x'.repeat(10_000_000)}"}`
    expect((await post('/api/plan', big)).status).toBe(413)
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)))
      },
    })
    const response = await server.request(
      new Request('http://localhost/api/triage', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: stream,
        duplex: 'half',
      } as RequestInit),
    )
    expect(response.status).toBe(413)
    expect(await refusal(response)).toMatch(/larger than 65536 bytes/)
  })

  it('an unknown path of any length, and an unsupported method', async () => {
    expect(await refusal(await server.request(`/api/${'x'.repeat(5000)}`))).toMatch(/\.\.\.: see \/openapi\.json$/)
    expect(await refusal(await server.request('/api/triage'))).toBe('nothing at GET /api/triage: use POST')
    expect(await refusal(await server.request('/api/plan', { method: 'DELETE' }))).toContain('DELETE')
    for (const place of ['/a%0Db', '/a%0A%00b', '/a%E2%80%A8b'])
      expect(await refusal(await server.request(place))).toBe(`nothing at GET ${place}: see /openapi.json`)
  })

  it('300 random and hostile bodies: never a 500', async () => {
    const deep = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`
    const hostile = fc.constantFrom(
      deep(20_000),
      `{"complaint":"back","context":${'{"context":'.repeat(3000)}1${'}'.repeat(3001)}`,
      '{"complaint":{"toString":null},"age":{"valueOf":1}}',
      '{"complaint":"back","present":{"length":1e9}}',
      '{"complaint":"back","age":1e400}',
      '{"complaint":"back","age":-0.0000001}',
      '\u0000',
      '"\ud800"',
      '{"complaint":"back\\u0000"}',
      'null',
      'true',
      '1',
      '"back"',
    )
    const shape = fc.record({
      complaint: fc.oneof(fc.constantFrom('back', 'cramp', 'neck', '', 'Back'), fc.anything()),
      present: fc.anything(),
      absent: fc.array(fc.string()),
      stray: fc.anything(),
    })
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      shape.map(value => JSON.stringify(value)),
      hostile,
    )
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('/api/triage', '/api/plan'), async (body, path) => {
        const response = await post(path, body)
        if (response.status === 200) expect(parseCase(JSON.parse(body)).ok).toBe(true)
        else await refusal(response)
      }),
      { numRuns: 300 },
    )
  })
})
