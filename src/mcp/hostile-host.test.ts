/** Hosts that answer what was not asked, leave out parts, make cases up, or send nonsense: they get a question, or one line. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { today, workHere } from '../../test/support/server.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { regions } from '../knowledge/vocabulary.ts'
import { createServer } from '../server/server.ts'
import { tools } from './tools.ts'

const server = createServer({ version: '1.2.3', today, work: workHere, mcp: 'local' })

interface Answer {
  readonly isError?: boolean
  readonly content: readonly [{ readonly text: string }]
  // JSON of many shapes; a test names the part that it reads.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly structuredContent?: any
}

async function call(name: string, input: object): Promise<Answer> {
  const response = await server.request('/mcp', {
    method: 'POST',
    headers: {
      ...{ host: 'localhost', 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: input } }),
  })
  const text = await response.text()
  const [, json = text] = /^data: (.*)$/m.exec(text) ?? []
  return (JSON.parse(json) as { readonly result: Answer }).result
}

const findingIds = Object.keys(triageKnowledge.findings)
const gateIds = Object.keys(triageKnowledge.gates).map(id => `gate-${id}`)

/** What a host may do next. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ does: 'answers no' as const }) },
  fc.record({ does: fc.constant('leaves parts out' as const), least: fc.nat(3) }),
  fc.record({ does: fc.constant('adds' as const), id: fc.constantFrom(...findingIds, ...gateIds) }),
  fc.record({ does: fc.constant('answers another' as const), id: fc.constantFrom(...findingIds, ...gateIds) }),
  fc.record({ does: fc.constant('wants' as const), tool: fc.constantFrom('plan', 'course', 'products') }),
  fc.record({
    does: fc.constant('makes a case up' as const),
    tool: fc.constantFrom('plan', 'course'),
    absent: fc.uniqueArray(fc.constantFrom(...findingIds), { maxLength: 40 }),
  }),
)

const detailAnswers: Readonly<Record<string, unknown>> = {
  ...{ age: 41, sex: 'female', hoursSinceOnset: 20, pregnancyWeeks: 20 },
}

interface Ask {
  readonly statements: readonly { readonly id: string }[]
  readonly details: readonly { readonly id: string }[]
}
const noTo = ({ statements, details }: Ask): Record<string, unknown> =>
  Object.fromEntries([
    ...statements.map(({ id }) => [id, 'no']),
    ...details.map(({ id }) => [id, detailAnswers[id] ?? 0]),
  ])

/** Everything that a page names, including the findings of a gate. */
const namedBy = ({ statements }: Ask): readonly string[] =>
  statements.flatMap(({ id }) => [
    id,
    ...(triageKnowledge.gates[id.replace(/^gate-/, '')]?.lines ?? []).flatMap(({ names, also }) => [...names, ...also]),
  ])

it('no host gets more than the open question before the end, and no "no" counts that was not asked for', {
  timeout: 120_000,
}, async () => {
  let settledOnes = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...regions),
      fc.array(step, { minLength: 25, maxLength: 45 }),
      async (at, steps) => {
        const complaint = at === 'low back' ? 'back' : 'cramp'
        let last = (await call('check', { complaint, region: at })).structuredContent
        const shown = new Set<string>(namedBy(last.ask))
        for (const next of steps) {
          if (last.status !== 'ask') break
          const { check, ask } = last
          const whole = noTo(ask)
          const made = {
            'answers no': () => call('check', { check, answers: whole }),
            'leaves parts out': () =>
              call('check', {
                check,
                answers: Object.fromEntries(Object.entries(whole).slice(0, 'least' in next ? next.least : 0)),
              }),
            adds: () => call('check', { check, answers: { ...whole, ['id' in next ? next.id : '']: 'no' } }),
            'answers another': () => call('check', { check, answers: { ['id' in next ? next.id : '']: 'no' } }),
            wants: () =>
              call('tool' in next ? next.tool : '', {
                check,
                ...('tool' in next && next.tool === 'products' ? { need: 'fresh-back-spasm' } : {}),
              }),
            'makes a case up': () =>
              call('tool' in next ? next.tool : '', {
                case: {
                  complaint,
                  region: at,
                  id: check,
                  age: 41,
                  sex: 'female',
                  present: [],
                  absent: 'absent' in next ? next.absent : [],
                },
              }),
          }
          const { structuredContent: data, isError } = await made[next.does]()
          if (isError) continue
          if (data.status === 'ask') {
            expect(Object.keys(data).filter(key => !['status', 'check', 'note', 'ask'].includes(key))).toEqual([])
            for (const id of namedBy(data.ask)) shown.add(id)
          }
          last = data
        }
        if (last.status !== 'settled') return
        settledOnes += 1
        expect(last.case.absent.filter((id: string) => !shown.has(id))).toEqual([])
      },
    ),
    { numRuns: 40 },
  )
  // Without a settled check the last assertion was never reached.
  expect(settledOnes).toBeGreaterThan(0)
})

describe('nonsense gets one line', () => {
  it.each(tools.map(({ name }) => name))('%s', { timeout: 60_000 }, async name => {
    const keys = [
      'check',
      'case',
      'answers',
      'need',
      'typed',
      'together',
      'words',
      'richIn',
      'age',
      'rows',
      'csv',
      'arms',
    ]
    const input = fc.dictionary(fc.constantFrom(...keys, 'mood'), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 })
    await fc.assert(
      fc.asyncProperty(input, async given => {
        const { isError, content, structuredContent } = await call(name, given)
        const [{ text }] = content
        if (!isError) return
        expect(structuredContent).toBeUndefined()
        expect(text).toMatch(/^[^\n]{8,400}$/)
        expect(text).not.toContain('Something failed here')
      }),
      { numRuns: 25 },
    )
  })
})
