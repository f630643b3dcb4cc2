import { describe, expect, it } from 'vitest'
import type { Caution, Exercise, Remedy } from '../knowledge/remedy-schema.ts'
import { offer, type PersonFacts } from './cautions.ts'

const today = '2026-11-24'
const person = (given: Partial<Record<'present' | 'absent' | 'unsure', readonly string[]>> = {}, weeks?: number) =>
  ({
    present: new Set(given.present),
    absent: new Set(given.absent),
    unsure: new Set(given.unsure),
    ...(weeks === undefined ? {} : { pregnancyWeeks: weeks }),
  }) satisfies PersonFacts
const withhold = (fact: string, more: Partial<Caution> = {}): Caution =>
  ({ fact, action: 'withhold', text: 'Not now.', ...more }) as Caution
const remedy = (given: Partial<Remedy> = {}): Remedy =>
  ({ kind: 'comfort', methods: [], notFor: [], nextReview: '2027-01-01', ...given }) as unknown as Remedy

describe('after its review date', () => {
  it('it is still offered on the review date, and not from the day after', () => {
    const due = remedy({ nextReview: today })
    expect(offer(due, person(), today)).toEqual({ status: 'offered', changes: [] })
    expect(offer(due, person(), '2026-11-23').status).toBe('offered')
    expect(offer(due, person(), '2026-11-25')).toEqual({
      status: 'left-out',
      reason: 'past-review',
      nextReview: today,
    })
  })
})

describe('beyond a hard limit', () => {
  it('it is offered to nobody, even if only one of its methods is beyond', () => {
    const methods = [{ minutes: [5, 20] }, { minutes: [5, 21] }] as unknown as Remedy['methods']
    expect(offer(remedy({ kind: 'cold', methods }), person(), today)).toEqual({ status: 'left-out', reason: 'limits' })
    expect(offer(remedy({ kind: 'cold', methods: methods.slice(0, 1) }), person(), today).status).toBe('offered')
  })

  it('an exercise has no methods to check', () => {
    const exercise = { kind: 'mobility', notFor: [], nextReview: today } as unknown as Exercise
    expect(offer(exercise, person(), today).status).toBe('offered')
  })
})

describe('a fact that excludes', () => {
  const numb = withhold('numb-skin')
  const item = remedy({ notFor: [numb] })

  it('leaves it out for yes or "not sure", asks if unanswered, and offers it for no', () => {
    for (const given of [{ present: ['numb-skin'] }, { unsure: ['numb-skin'] }])
      expect(offer(item, person(given), today)).toEqual({ status: 'left-out', reason: 'caution', because: [numb] })
    expect(offer(item, person(), today)).toEqual({ status: 'ask', facts: ['numb-skin'] })
    expect(offer(item, person({ absent: ['numb-skin'] }), today)).toEqual({ status: 'offered', changes: [] })
  })

  it('all facts that exclude are named, and none that only change how it is done', () => {
    const worse = withhold('drowsy')
    const limit = withhold('pregnant', { action: 'limit' })
    const all = remedy({ notFor: [numb, limit, worse] })
    expect(offer(all, person({ present: ['numb-skin', 'drowsy', 'pregnant'] }), today)).toMatchObject({
      status: 'left-out',
      because: [numb, worse],
    })
  })

  it('each fact is asked once', () => {
    const twice = remedy({ notFor: [numb, withhold('numb-skin', { action: 'limit' }), withhold('drowsy')] })
    expect(offer(twice, person(), today)).toEqual({ status: 'ask', facts: ['numb-skin', 'drowsy'] })
  })
})

describe('a fact that only changes how it is done', () => {
  it.each(['limit', 'variant'] as const)('%s: it is offered, with the change', action => {
    const change = withhold('pregnant', { action })
    const item = remedy({ notFor: [change] })
    for (const given of [{ present: ['pregnant'] }, { unsure: ['pregnant'] }])
      expect(offer(item, person(given), today)).toEqual({ status: 'offered', changes: [change] })
    expect(offer(item, person({ absent: ['pregnant'] }), today)).toEqual({ status: 'offered', changes: [] })
  })
})

describe('weeks of pregnancy', () => {
  const late = withhold('pregnant', { pregnancyWeeks: { gte: 20 } })
  const item = remedy({ notFor: [late] })

  it('count from exactly the given week on, and if they are unknown', () => {
    const status = (weeks?: number) => offer(item, person({ present: ['pregnant'] }, weeks), today).status
    expect([status(19), status(20), status(21), status()]).toEqual(['offered', 'left-out', 'left-out', 'left-out'])
  })

  it('do not matter to a caution without weeks', () => {
    const any = remedy({ notFor: [withhold('pregnant')] })
    expect(offer(any, person({ present: ['pregnant'] }, 1), today).status).toBe('left-out')
  })

  it('do not matter to a person who is not pregnant', () => {
    expect(offer(item, person({ absent: ['pregnant'] }, 30), today).status).toBe('offered')
  })
})

describe('a fact that widens a limit', () => {
  const wider = withhold('heat-work', { action: 'limit', onlyIfSure: true })
  const drink = remedy({ kind: 'drink', notFor: [wider] })
  const changes = (item: Remedy, given: Parameters<typeof person>[0]) => {
    const answer = offer(item, person(given), today)
    return answer.status === 'offered' ? answer.changes : answer.status
  }

  it('counts only for a sure yes', () => {
    expect(changes(drink, { present: ['heat-work'] })).toEqual([wider])
    expect(changes(drink, { unsure: ['heat-work'] })).toEqual([])
  })

  it('is not shown to a person who may be shown no amount to drink, sure of it or not', () => {
    expect(changes(drink, { present: ['heat-work', 'desmopressin'] })).toEqual([])
    expect(changes(drink, { present: ['heat-work'], unsure: ['kidney-disease'] })).toEqual([])
    const plain = withhold('desmopressin', { action: 'limit' })
    const both = remedy({ kind: 'drink', notFor: [wider, plain] })
    expect(changes(both, { present: ['heat-work', 'desmopressin'] })).toEqual([plain])
  })

  it('counts for remedies that are no drink, whatever may be shown of drinks', () => {
    expect(changes(remedy({ notFor: [wider] }), { present: ['heat-work', 'desmopressin'] })).toEqual([wider])
  })
})

describe('help by others', () => {
  it('is never delayed by a question', () => {
    const tell = withhold('osteoporosis', { action: 'limit' })
    const care = remedy({ kind: 'care', notFor: [tell] })
    expect(offer(care, person(), today)).toEqual({ status: 'offered', changes: [] })
    expect(offer(care, person({ unsure: ['osteoporosis'] }), today)).toEqual({ status: 'offered', changes: [tell] })
  })
})
