import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowBack, settled } from '../../test/support/cases.ts'
import type { TrialLog } from '../diary/diary.ts'
import { planKnowledge } from '../library/plan.ts'
import { type DesignRequest, design } from '../trials/design.ts'
import { canonical } from '../trials/protocol.ts'
import { trialFacts } from '../trials/refusal.ts'
import { orderByOwn } from './own-verdicts.ts'
import { plan } from './plan.ts'
import { baselineOf } from './trial-baseline.ts'
import { daysToCome, recordsOf, type TrialProgress, trialProgressOf } from './trial-progress.ts'

const day = (count: number) =>
  new Date(Date.parse('2026-03-01T12:00:00Z') + (count - 1) * 86_400_000).toISOString().slice(0, 10)
const protocolText = (change: Partial<DesignRequest> = {}) => {
  const result = design({
    question: 'Heat or ice?',
    arms: [{ label: 'ice' }, { label: 'heat' }],
    outcome: { model: 'rating', question: 'Pain' },
    facts: Object.fromEntries(trialFacts.map(fact => [fact, false])),
    layout: { kind: 'periods', cycles: 2, periodDays: 3, leaveOut: 0 },
    seed: 7,
    powerTrials: 0,
    ...change,
  })
  if (result.kind !== 'designed') throw new Error(JSON.stringify(result))
  return canonical(result.protocol)
}
const log = (change: Partial<TrialLog> = {}): TrialLog => ({
  id: 't',
  protocol: protocolText(),
  sha256: '0'.repeat(64),
  firstDay: day(1),
  ratings: [],
  pauses: [],
  amendments: [],
  stopped: undefined,
  followed: undefined,
  ...change,
})
const rated = (...days: readonly number[]) =>
  days.map(count => ({ day: day(count), y: count % 10, isDone: true, episode: undefined, note: undefined }))

describe('the progress of a trial', () => {
  it('has the remedy of today, and nothing of later periods', () => {
    expect(trialProgressOf(log(), day(1))).toMatchObject({
      state: 'running',
      place: 1,
      length: 12,
      period: { period: 1 },
      toRate: { day: day(1) },
    })
    expect(trialProgressOf(log(), day(4))?.period?.period).toBe(2)
    expect(trialProgressOf(log({ ratings: rated(4) }), day(4))?.toRate).toBeUndefined()
  })

  it('ends after its last day, or with its rating', () => {
    expect(trialProgressOf(log(), day(12))?.state).toBe('running')
    expect(trialProgressOf(log({ ratings: rated(12) }), day(12))?.state).toBe('finished')
    expect(trialProgressOf(log(), day(13))?.state).toBe('finished')
    expect(trialProgressOf(log({ stopped: { day: day(5), why: undefined } }), day(9))?.state).toBe('stopped')
  })

  it('keeps missed days as missed, and leaves out today until it is over', () => {
    const progress = trialProgressOf(log({ ratings: rated(1, 3) }), day(4))
    const rows = progress ? recordsOf(progress, day(4)).rows : []
    expect(rows.map(({ day: at, y }) => [at, y])).toEqual([
      [1, 1],
      [2, null],
      [3, 3],
    ])
  })

  it('a pause shifts the schedule and keeps the true days', () => {
    const paused = log({ ratings: rated(1, 2, 13, 14), pauses: [{ from: day(3), to: day(13) }] })
    expect(trialProgressOf(log({ pauses: [{ from: day(3), to: undefined }] }), day(8))?.state).toBe('paused')
    const progress = trialProgressOf(paused, day(14))
    expect(progress).toMatchObject({ place: 4, period: { period: 2 } })
    const rows = progress ? recordsOf(progress, day(14)).rows : []
    expect(rows.map(({ day: at, period }) => [at, period])).toEqual([
      [1, 1],
      [2, 1],
      [13, 1],
      [14, 2],
    ])
  })

  it('a night is rated on the morning after, also the last one', () => {
    const nights = log({ protocol: protocolText({ outcome: { model: 'count', question: 'Cramps' } }) })
    expect(trialProgressOf(nights, day(1))).toMatchObject({ state: 'running', toRate: undefined })
    expect(trialProgressOf(nights, day(2))?.toRate).toEqual({ day: day(1) })
    expect(trialProgressOf(nights, day(13))).toMatchObject({ state: 'running', toRate: { day: day(12) } })
    expect(trialProgressOf(nights, day(14))?.state).toBe('finished')
  })

  it('lists the days on which a rating is still to come, and asks for one on each of them', () => {
    for (const model of ['rating', 'count'] as const) {
      const protocol = protocolText({ outcome: { model, question: 'Pain or cramps' } })
      for (const today of [0, 1, 2, 6, 11, 12, 13, 14])
        for (const ratings of [
          [],
          rated(today - 1),
          ...(model === 'rating' ? [rated(today), rated(today - 1, today)] : []),
        ]) {
          const own = log({ protocol, ratings: ratings.filter(({ day: on }) => on >= day(1)) })
          const progress = trialProgressOf(own, day(today))
          const coming = progress && daysToCome(progress, day(today))
          const asked = Array.from({ length: 30 }, (_, i) => today + i).filter(
            later => trialProgressOf(own, day(later))?.toRate !== undefined,
          )
          const told = { firstDay: day(asked[0] ?? 0), days: asked.length }
          expect(coming, `${model} on day ${today}`).toEqual(asked.length > 0 ? told : undefined)
        }
    }
    expect(
      daysToCome(trialProgressOf(log({ pauses: [{ from: day(2), to: undefined }] }), day(3)) as TrialProgress, day(3)),
    ).toBe(undefined)
  })

  it('by episode counts episodes, not days', () => {
    const episodes = log({
      protocol: protocolText({ layout: { kind: 'episodes', episodes: 4 } }),
      ratings: [{ day: day(3), episode: 1, y: 2, isDone: true, note: undefined }],
    })
    const progress = trialProgressOf(episodes, day(90))
    expect(progress).toMatchObject({ state: 'running', place: 2, length: 4, toRate: { episode: 2 } })
    expect(progress && recordsOf(progress, day(90)).rows).toHaveLength(1)
  })

  it('counts whole cycles, after which the results may be looked at', () => {
    expect(trialProgressOf(log({ ratings: rated(6) }), day(6))?.wholeCycles).toBe(1)
    expect(trialProgressOf(log(), day(6))?.wholeCycles).toBe(0)
    expect(trialProgressOf(log(), day(7))?.wholeCycles).toBe(1)
  })
})

describe('a baseline from the diary', () => {
  it('needs ten days with pain', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        day: day(i + 1),
        cramps: [],
        pains: [{ complaint: 'back' as const, region: undefined, at: 0, pain: (i * 3) % 8 }],
        drankMl: 0,
        entries: 1,
      }))
    expect(baselineOf(days(9))).toBeUndefined()
    const baseline = baselineOf(days(16))
    expect(baseline?.mean).toBeCloseTo(3.5, 10)
    expect(Math.abs(baseline?.correlation ?? 1)).toBeLessThan(0.91)
  })
})

describe('the plan follows own trials, after the evidence', () => {
  const verdict = { better: 'c', worse: 'a', isNoticeable: true, month: '2026-03' }
  const steps = [
    { id: 'a', certainty: 'low' as const },
    { id: 'b', certainty: 'high' as const },
    { id: 'c', certainty: 'low' as const },
  ]

  it('moves the better one before the worse one, with the reason', () => {
    expect(orderByOwn(steps, [verdict]).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(orderByOwn(steps, [verdict])[0]).toMatchObject({ own: verdict })
  })

  it('never moves it past stronger evidence, and loses no step', () => {
    expect(orderByOwn(steps, [{ ...verdict, worse: 'b' }]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 2, maxLength: 2 }),
        ([better = '', worse = '']) => {
          expect(
            orderByOwn(steps, [{ ...verdict, better, worse }])
              .map(({ id }) => id)
              .sort(),
          ).toEqual(['a', 'b', 'c'])
        },
      ),
    )
  })

  it('does so in a real plan', () => {
    const given = settled({ ...lowBack, context: { hoursSinceOnset: 30 } })
    const usual = plan(planKnowledge, given, '2026-11-24')
    if (usual.kind !== 'plan') throw new Error(usual.kind)
    const pair = usual.steps.flatMap((worse, i) =>
      usual.steps
        .slice(i + 1)
        .flatMap(better => (better.certainty === worse.certainty ? [[worse.id, better.id] as const] : [])),
    )[0]
    if (!pair) throw new Error('no two steps of equal certainty')
    const [worse, better] = pair
    const own = plan(planKnowledge, given, '2026-11-24', [{ better, worse, isNoticeable: true, month: '2026-03' }])
    if (own.kind !== 'plan') throw new Error(own.kind)
    const ids = own.steps.map(({ id }) => id)
    expect(ids.indexOf(better)).toBe(ids.indexOf(worse) - 1)
    expect([...ids].sort()).toEqual(usual.steps.map(({ id }) => id).sort())
  })
})
