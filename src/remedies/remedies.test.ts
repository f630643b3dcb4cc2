import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import type { Method, Remedy } from '../knowledge/remedy-schema.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { offer, type PersonFacts } from './cautions.ts'
import {
  clotFindings,
  isClotOpen,
  isWithinLimits,
  limits,
  mayHeatAfterCream,
  mayShowDrinkTarget,
  mayShowUrineColours,
} from './limits.ts'
import { exerciseScript, methodScript, scriptSeconds } from './script.ts'

const today = '2026-11-24'
const nothing: PersonFacts = { present: new Set(), absent: new Set(), unsure: new Set() }
const facts = [...Object.keys(triageKnowledge.findings), ...Object.keys(triageKnowledge.facts)]
const items = [...Object.values(remedies), ...Object.values(exercises)]
const anyPerson = fc.uniqueArray(fc.constantFrom(...facts), { maxLength: 30 }).chain(ids =>
  fc
    .record({
      cut: fc.nat(ids.length),
      cut2: fc.nat(ids.length),
      pregnancyWeeks: fc.option(fc.nat(42), { nil: undefined }),
    })
    .map(
      ({ cut, cut2, pregnancyWeeks }): PersonFacts => ({
        present: new Set(ids.slice(0, Math.min(cut, cut2))),
        unsure: new Set(ids.slice(Math.min(cut, cut2), Math.max(cut, cut2))),
        absent: new Set(ids.slice(Math.max(cut, cut2))),
        ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
      }),
    ),
)

describe('the hard limits', () => {
  const anyMethod = fc
    .record({ least: fc.nat(600), more: fc.nat(600), warm: fc.integer({ min: 20, max: 60 }), warmer: fc.nat(20) })
    .map(
      ({ least, more, warm, warmer }): Method => ({
        id: 'any',
        name: 'Any',
        steps: ['Do it.'],
        minutes: [least, least + more],
        temperatureC: [warm, warm + warmer],
      }),
    )

  it('no heat within them is above 43 °C, or longer than 20 minutes unless it is a wrap of at most 40 °C and 8 hours', () => {
    fc.assert(
      fc.property(anyMethod, method => {
        if (!isWithinLimits('heat', method)) return
        const [minutes, degrees] = [method.minutes?.[1] ?? 0, method.temperatureC?.[1] ?? 0]
        expect(degrees).toBeLessThanOrEqual(43)
        if (minutes > 20) {
          expect(degrees).toBeLessThanOrEqual(40)
          expect(minutes).toBeLessThanOrEqual(480)
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('no cold within them is longer than 20 minutes', () => {
    fc.assert(fc.property(anyMethod, method => !isWithinLimits('cold', method) || (method.minutes?.[1] ?? 0) <= 20))
  })

  it('everything in the knowledge keeps them', () => {
    for (const { kind, methods, name } of Object.values(remedies))
      for (const method of methods) expect(isWithinLimits(kind, method), `${name}: ${method.name}`).toBe(true)
  })

  it('a remedy whose method breaks one is left out for everybody', () => {
    const heat = remedies.heat as Remedy
    const hotter: Remedy = { ...heat, methods: [{ ...(heat.methods[0] as Method), temperatureC: [40, 44] }] }
    fc.assert(fc.property(anyPerson, person => offer(hotter, person, today).status === 'left-out'))
  })

  it('no session of heat or cold runs past them', () => {
    for (const remedy of Object.values(remedies).filter(({ kind }) => kind === 'heat' || kind === 'cold'))
      for (const method of remedy.methods) {
        const script = methodScript('any', remedy, method)
        const on = script.phases.filter(({ kind }) => kind !== 'prepare')
        const minutes = on.reduce((sum, { seconds }) => sum + seconds, 0) / 60
        const isWrap = remedy.kind === 'heat' && (method.minutes?.[1] ?? 0) > limits.heat.mostMinutes
        expect(minutes).toBeLessThanOrEqual(isWrap ? limits.heatWrap.mostMinutes : 20)
      }
  })

  it('no heat within 4 hours of a cream', () => {
    fc.assert(fc.property(fc.nat(20_000_000), wait => mayHeatAfterCream(0, wait) === wait >= 4 * 3_600_000))
    expect(mayHeatAfterCream(undefined, 5)).toBe(true)
  })

  it('an unresolved clot sign holds for 14 days', () => {
    expect(isClotOpen(0, 14 * 86_400_000 - 1)).toBe(true)
    expect(isClotOpen(0, 14 * 86_400_000)).toBe(false)
  })

  it('no amount to drink with heart or kidney trouble or past low sodium; no urine colours at 65 and over', () => {
    for (const fact of ['fluid-limit', 'kidney-disease', 'dialysis', 'low-sodium'])
      expect(mayShowDrinkTarget(new Set([fact]))).toBe(false)
    expect(mayShowDrinkTarget(new Set(['fever']))).toBe(true)
    fc.assert(fc.property(fc.integer({ min: 65, max: 120 }), age => !mayShowUrineColours(age, new Set())))
    expect(mayShowUrineColours(undefined, new Set())).toBe(false)
    expect(mayShowUrineColours(64, new Set())).toBe(true)
  })
})

describe('cautions', () => {
  it('nothing is offered to anybody in whom a fact excludes it, sure or not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), anyPerson, (item, person) => {
        const answer = offer(item, person, today)
        const excluding = item.notFor.filter(
          ({ fact, action }) =>
            action !== 'limit' && action !== 'variant' && (person.present.has(fact) || person.unsure.has(fact)),
        )
        const binding = excluding.filter(
          ({ pregnancyWeeks }) =>
            !pregnancyWeeks || person.pregnancyWeeks === undefined || person.pregnancyWeeks >= pregnancyWeeks.gte,
        )
        if (binding.length > 0) expect(answer.status).toBe('left-out')
      }),
      { numRuns: 5000 },
    )
  })

  it('nothing is offered before every fact that could exclude it is known', () => {
    // Help from a professional is never held back by a question.
    for (const item of items.filter(({ notFor, kind }) => notFor.length > 0 && kind !== 'care'))
      expect(offer(item, nothing, today).status).toBe('ask')
  })

  it('a remedy that is left out says why', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), anyPerson, (item, person) => {
        const answer = offer(item, person, today)
        if (answer.status === 'left-out' && answer.reason === 'caution')
          for (const { text } of answer.because) expect(text.length).toBeGreaterThan(10)
      }),
    )
  })

  it('content past its review date loses its recommendation', () => {
    for (const item of items)
      expect(offer(item, nothing, '2099-01-01')).toMatchObject({ status: 'left-out', reason: 'past-review' })
  })

  it('late pregnancy changes an exercise from its week on, not before', () => {
    const rest = exercises['lb-rest-9090']
    if (!rest) throw new Error('the exercise is gone')
    const at = (pregnancyWeeks: number): PersonFacts => ({
      present: new Set(['pregnant']),
      absent: new Set(['breathless-lying']),
      unsure: new Set(),
      pregnancyWeeks,
    })
    expect(offer(rest, at(12), today)).toMatchObject({ status: 'offered', changes: [] })
    expect(offer(rest, at(20), today)).toMatchObject({ status: 'offered', changes: [{ action: 'variant' }] })
  })

  it('no massage and no release of a leg where a clot is possible', () => {
    const massages = Object.values(remedies).filter(({ kind }) => kind === 'massage')
    const legReleases = [
      'calf-release',
      'ham-release',
      'quad-release',
      'foot-release',
      'hip-adductor-release',
      'shin-release',
    ].map(id => exercises[id])
    for (const item of [...massages, ...legReleases, remedies['cramp-release']])
      for (const fact of clotFindings)
        for (const known of ['present', 'unsure'] as const)
          expect(
            offer(item as Remedy, { ...nothing, [known]: new Set([fact]) }, today).status,
            `${item?.name}: ${fact}`,
          ).toBe('left-out')
  })

  it('every exclusion is one statement a person can tick', () => {
    for (const item of items)
      for (const { fact } of item.notFor) {
        const { statement = '' } = triageKnowledge.findings[fact] ?? triageKnowledge.facts[fact] ?? {}
        expect(statement, fact).not.toBe('')
        expect(statement, fact).not.toContain('?')
      }
  })
})

describe('scripts', () => {
  it('every exercise has one, as long as its dose says', () => {
    for (const [id, exercise] of Object.entries(exercises)) {
      const script = exerciseScript(id, exercise, frames[id]?.frames.length ?? 0)
      const { holdSeconds, repeats, sides, sets } = exercise.dose
      const held = script.phases.filter(({ kind }) => kind === 'hold')
      expect(
        held.reduce((sum, { seconds }) => sum + seconds, 0),
        id,
      ).toBe(holdSeconds * repeats * sides * sets)
      expect(scriptSeconds(script)).toBeGreaterThan(0)
      expect(script.phases.some(({ kind }) => kind === 'change-sides')).toBe(sides === 2)
    }
  })

  it('from 60 on a stretch is held for at least 30 seconds', () => {
    for (const [id, exercise] of Object.entries(exercises).filter(([, { kind }]) => kind === 'stretch'))
      for (const { kind, seconds } of exerciseScript(id, exercise, 2, 67).phases)
        if (kind === 'hold') expect(seconds).toBeGreaterThanOrEqual(30)
  })

  it('heat and cold ask after the skin at least every 5 minutes, a wrap every hour', () => {
    for (const remedy of Object.values(remedies).filter(({ kind }) => kind === 'heat' || kind === 'cold'))
      for (const method of remedy.methods.filter(({ skinCheckEveryMinutes }) => skinCheckEveryMinutes)) {
        const longest = Math.max(...methodScript('any', remedy, method).phases.map(({ seconds }) => seconds))
        expect(longest).toBeLessThanOrEqual((method.skinCheckEveryMinutes ?? 0) * 60)
      }
  })
})
