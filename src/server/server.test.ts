import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import type { Hono } from 'hono'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answerThrough } from '../../test/support/answer-through.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { parseCase, triage } from '../library/triage.ts'
import type { Case } from '../triage/case.ts'
import { CaseBody } from './body.ts'
import { ExerciseBody } from './routes/exercises.ts'
import { PlanBody } from './routes/plan.ts'
import { TriageBody } from './routes/triage.ts'
import { createServer } from './server.ts'

const today = () => '2026-11-24'
const server = createServer({ version: '1.2.3', today })
const post = (path: string, body: string, type = 'application/json', on: Hono = server) =>
  on.request(path, { method: 'POST', body, headers: { 'content-type': type } })
const posted = async (path: string, body: unknown) => {
  const response = await post(path, JSON.stringify(body))
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}
const person: Case = {
  complaint: 'back',
  region: 'low back',
  age: 41,
  sex: 'male',
  present: [],
  absent: [],
  unsure: [],
  context: { hoursSinceOnset: 3 },
  conditions: [],
  medicines: [],
}
const settled = (truth: Case): Case => answerThrough(triageKnowledge, truth).answers

describe('POST /api/triage', () => {
  it('answers as the library does, with the id, and as its schema says', async () => {
    const body = { id: 'a', complaint: 'back', region: 'low back', present: ['saddle-numbness'] }
    const { status, json } = await posted('/api/triage', body)
    expect(status).toBe(200)
    expect(json).toMatchObject({ id: 'a', tier: 'emergency', settled: true, ask: null })
    const parsed = parseCase(body)
    if (!parsed.ok) throw new Error(parsed.error)
    expect(json).toEqual(JSON.parse(JSON.stringify({ id: 'a', ...triage(parsed.case) })))
  })

  it('asks page by page until it is settled', async () => {
    let body: Record<string, unknown> & { absent: string[] } = { complaint: 'cramp', region: 'calf', absent: [] }
    const pages: string[] = []
    for (;;) {
      const { json } = await posted('/api/triage', body)
      const answer = v.parse(TriageBody, json)
      if (answer.ask === null) {
        expect(answer).toMatchObject({ tier: 'self-care', settled: true })
        break
      }
      pages.push(answer.ask.page)
      const told = { age: 40, sex: 'male', context: { hoursSinceOnset: 2 } }
      body = { ...body, ...told, absent: [...body.absent, ...answer.ask.statements.map(({ id }) => id)] }
    }
    expect(pages).toEqual(['emergency', 'second', 'categories'])
  })
})

describe('POST /api/plan', () => {
  it('says what its schema says, for every kind of plan', async () => {
    const cases: Record<string, Case> = {
      'check-first': person,
      emergency: { ...person, present: ['saddle-numbness'] },
      'too-young': settled({ ...person, age: 15 }),
      plan: settled(person),
    }
    for (const [kind, from] of Object.entries(cases)) {
      const { status, json } = await posted('/api/plan', { ...from, id: kind })
      expect(status).toBe(200)
      expect(v.parse(PlanBody, json)).toMatchObject({ kind, id: kind })
    }
  })

  it('shows no remedy before the check is over, nor in an emergency', async () => {
    for (const from of [person, { ...person, present: ['chest-pain'] }])
      expect((await posted('/api/plan', from)).json).not.toHaveProperty('steps')
  })
})

describe('GET /api/exercises/:id', () => {
  it('gives every exercise with its frames, as its schema says', async () => {
    for (const id of Object.keys(exercises)) {
      const response = await server.request(`/api/exercises/${id}`)
      expect(response.status).toBe(200)
      expect(v.parse(ExerciseBody, await response.json()).id).toBe(id)
    }
  })

  it.each([
    'nothing',
    '__proto__',
    'constructor',
    'a%0Ab',
    '%00',
    '%E0%A4%A',
    '..%2f..%2fetc%2fpasswd',
    'x'.repeat(3000),
  ])('refuses %s with one line', async id => {
    const response = await server.request(`/api/exercises/${id}`)
    expect(response.status).toBe(404)
    const { error } = (await response.json()) as { error: string }
    expect(error).toMatch(/^there is no exercise ".{0,80}: unknot session --list names them$/)
  })
})

describe('/openapi.json', () => {
  it('is a valid OpenAPI 3.1 document of every route', async () => {
    const document = (await (await server.request('/openapi.json')).json()) as Record<string, never>
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Unknot', version: '1.2.3' })
    expect(Object.keys(document.paths ?? {}).toSorted()).toEqual([
      '/api/causes',
      '/api/claims',
      '/api/exercises/{id}',
      '/api/foods',
      '/api/medicines',
      '/api/menu',
      '/api/plan',
      '/api/products',
      '/api/triage',
      '/api/trials/analysis',
      '/api/trials/design',
      '/healthz',
    ])
    const { valid, errors } = await new Validator().validate(document)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('is drawn for people at /docs: every route with its shapes, and no script', async () => {
    const { paths } = (await (await server.request('/openapi.json')).json()) as {
      paths: Record<string, Record<string, { summary: string }>>
    }
    const response = await server.request('/docs')
    expect(response.headers.get('Content-Type')).toMatch('text/html')
    const page = await response.text()
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { summary }] of Object.entries(methods)) {
        expect(page).toContain(`<b>${method.toUpperCase()}</b> ${path}</h2>`)
        expect(page).toContain(summary)
      }
    expect(page).toContain('complaint: &quot;back&quot; | &quot;cramp&quot;')
    expect(page).toContain('age?: number from 0 to 120 | null  // Years.')
    expect(page).not.toMatch(/<script|undefined|\[object/)
    const style = await server.request('/docs/style.css')
    expect(style.headers.get('Content-Type')).toMatch('text/css')
  })

  it('says of a case what is accepted: nothing less, and nothing but ids more', () => {
    const anyValue = fc.oneof(fc.constant(null), fc.constant(undefined), fc.anything({ maxDepth: 1 }))
    const likelyCase = fc.record(
      {
        complaint: fc.oneof(fc.constantFrom('back', 'cramp'), anyValue),
        region: fc.oneof(fc.constantFrom('calf', 'low back', 'elbow'), anyValue),
        side: fc.oneof(fc.constantFrom('left', 'up'), anyValue),
        age: fc.oneof(fc.double(), fc.integer({ min: -5, max: 130 }), anyValue),
        sex: fc.oneof(fc.constantFrom('male', 'undisclosed', 'x'), anyValue),
        pregnant: fc.oneof(fc.boolean(), anyValue),
        present: fc.oneof(fc.constant(['fever']), fc.constant([1]), anyValue),
        context: fc.oneof(fc.record({ hoursSinceOnset: anyValue }), fc.constant({ days: 1 }), anyValue),
        conditions: fc.oneof(fc.constant(['osteoporosis']), anyValue),
        id: fc.oneof(fc.string(), fc.constant('x'.repeat(201)), anyValue),
        stray: anyValue,
      },
      { requiredKeys: ['complaint'] },
    )
    fc.assert(
      fc.property(likelyCase, input => {
        const sent: unknown = JSON.parse(JSON.stringify(input))
        const parsed = parseCase(sent)
        const isDocumented = v.safeParse(CaseBody, sent).success
        if (parsed.ok) expect(isDocumented).toBe(true)
        else if (isDocumented)
          expect(parsed.error).toMatch(/which is not|is answered twice|keep one|is a list: give a JSON object/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('every answer', () => {
  it('carries the headers that keep a page to itself', async () => {
    for (const path of ['/healthz', '/openapi.json', '/api/exercises/calf-release', '/nowhere']) {
      const { headers } = await server.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe-|\*|https?:/)
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('to a case is kept by nobody on the way', async () => {
    expect((await post('/api/triage', '{"complaint":"back"}')).headers.get('cache-control')).toBe('no-store')
  })

  it('of /healthz says that it is alive and which version', async () => {
    const response = await server.request('/healthz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3' })
  })
})

/** A refusal: the status, and exactly one line that says something. */
async function refusal(response: Response): Promise<string> {
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  const { error, ...rest } = (await response.json()) as { error: string }
  expect(rest).toEqual({})
  expect(error).toMatch(/^[^\n\r]{10,300}$/)
  return error
}

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
      'present names "saddle", which is not a finding, a fact or a category Unknot knows',
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

  it('a place that is not there, however long, and a method nobody serves', async () => {
    expect(await refusal(await server.request(`/api/${'x'.repeat(5000)}`))).toMatch(/\.\.\.: see \/openapi\.json$/)
    expect(await refusal(await server.request('/api/triage'))).toBe('nothing at GET /api/triage: see /openapi.json')
    expect(await refusal(await server.request('/api/plan', { method: 'DELETE' }))).toContain('DELETE')
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

describe('a bug', () => {
  it('never looks like an all-clear, and tells nothing about itself', async () => {
    const broken = createServer({
      version: '0',
      today: () => {
        throw new Error('secret of the house')
      },
    })
    const response = await post('/api/plan', JSON.stringify(settled(person)), 'application/json', broken)
    expect(response.status).toBe(500)
    const { error } = (await response.json()) as { error: string }
    expect(error).toMatch(/call your emergency number now; if not, talk to a clinician today/)
    expect(error).not.toContain('secret')
    expect(error).not.toContain('\n')
  })
})

it('logs nothing: not a body, not an address, not a failure', async () => {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const spies = [
    ...methods.map(method => vi.spyOn(console, method).mockImplementation(() => undefined)),
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ]
  const broken = createServer({ version: '0', today: () => JSON.parse('bug') as string })
  await post('/api/triage', '{"complaint":"back","present":["iv-drug-use"]}')
  await post('/api/triage', '{')
  await post('/api/plan', JSON.stringify(settled(person)), 'application/json', broken)
  await server.request('/nowhere?name=me')
  const calls = spies.map(spy => spy.mock.calls.length)
  for (const spy of spies) spy.mockRestore()
  expect(calls).toEqual(spies.map(() => 0))
})

describe('the built app', () => {
  let folder = ''
  let app: Hono
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unknot-app-'))
    mkdirSync(join(folder, 'app/assets'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'hush')
    writeFileSync(join(folder, 'app/index.html'), '<!doctype html><title>Unknot</title>')
    writeFileSync(join(folder, 'app/assets/main-1a2b.js'), 'export {}')
    app = createServer({ version: '0', today, appFolder: join(folder, 'app') })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('opens at every place, and is checked again each time; hashed files are kept for ever', async () => {
    for (const path of ['/', '/plan', '/start/heat']) {
      const response = await app.request(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('<title>Unknot</title>')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    }
    const script = await app.request('/assets/main-1a2b.js')
    expect(script.headers.get('content-type')).toContain('javascript')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('gives no file from beside it, and no page for a missing file or a missing route', async () => {
    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt']) {
      const response = await app.request(path)
      expect(await response.text()).not.toContain('hush')
      expect(response.status === 404 || response.headers.get('content-type')?.includes('html')).toBe(true)
    }
    expect((await app.request('/assets/gone.js')).status).toBe(404)
    expect((await app.request('/api/nothing')).status).toBe(404)
  })
})
