/** Answers to a case over HTTP: the check, the plan and its exercises. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { lowBack, settled } from '../../test/support/cases.ts'
import { posted, server } from '../../test/support/server.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { parseCase, triage } from '../library/triage.ts'
import type { Case } from '../triage/case.ts'
import { ExerciseBody } from './routes/exercises.ts'
import { PlanBody } from './routes/plan.ts'
import { TriageBody } from './routes/triage.ts'

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
    expect(new Set(pages)).toEqual(new Set(['gate']))
    expect(pages.length).toBeGreaterThan(8)
  })
})

describe('POST /api/plan', () => {
  it('says what its schema says, for every kind of plan', async () => {
    const cases: Record<string, Case> = {
      'check-first': lowBack,
      emergency: { ...lowBack, present: ['saddle-numbness'] },
      'too-young': settled({ ...lowBack, age: 15 }),
      plan: settled(lowBack),
    }
    for (const [kind, given] of Object.entries(cases)) {
      const { status, json } = await posted('/api/plan', { ...given, id: kind })
      expect(status).toBe(200)
      expect(v.parse(PlanBody, json)).toMatchObject({ kind, id: kind })
    }
  })

  it('shows no remedy before the check is over, nor in an emergency', async () => {
    for (const given of [lowBack, { ...lowBack, present: ['chest-pain'] }])
      expect((await posted('/api/plan', given)).json).not.toHaveProperty('steps')
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
