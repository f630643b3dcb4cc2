import { describe, expect, it } from 'vitest'
import { counting, type MedicineNeeds, type Taking } from './taking.ts'

const never = () => false
const taking = (medicines: readonly string[], days: Taking['days'] = {}): Taking => ({ medicines, days })
const counts = (rule: MedicineNeeds, now: Taking, hasFinding: (id: string) => boolean = never) =>
  counting(rule, now, hasFinding)

describe('how many medicines a combination needs', () => {
  it('one, where it names no number', () => {
    expect(counts({ takes: ['a', 'b'] }, taking(['b']))).toEqual(['b'])
    expect(counts({ takes: ['a', 'b'] }, taking(['c']))).toEqual([])
  })

  it('exactly as many as it names is enough, one fewer is not', () => {
    const rule = { takes: ['a', 'b', 'c'], count: 2 }
    expect(counts(rule, taking(['a']))).toEqual([])
    expect(counts(rule, taking(['a', 'c']))).toEqual(['a', 'c'])
    expect(counts(rule, taking(['a', 'b', 'c']))).toEqual(['a', 'b', 'c'])
  })

  it('a medicine that was stopped is not taken', () => {
    expect(counts({ takes: ['a'] }, taking([], { a: { stopped: 1 } }))).toEqual([])
  })

  it('one of the medicines alongside is needed where it names some', () => {
    const rule = { takes: ['a'], alongside: ['x', 'y'] }
    expect(counts(rule, taking(['a']))).toEqual([])
    expect(counts(rule, taking(['a', 'y']))).toEqual(['a'])
    expect(counts(rule, taking(['y']))).toEqual([])
  })

  it('a pair counts when both are taken; of it only the medicines of the combination are named', () => {
    const rule = { takes: ['a', 'b'], together: [['a', 'x'] as string[], ['b', 'y']] }
    expect(counts(rule, taking(['a']))).toEqual([])
    expect(counts(rule, taking(['a', 'y']))).toEqual([])
    expect(counts(rule, taking(['a', 'x']))).toEqual(['a'])
    expect(counts(rule, taking(['b', 'y']))).toEqual(['b'])
  })

  it('a pair counts by itself, also where a medicine alongside would do', () => {
    const rule = { takes: ['a', 'b'], count: 2, alongside: ['z'], together: [['a', 'x'] as string[]] }
    expect(counts(rule, taking(['a', 'x']))).toEqual(['a'])
    expect(counts(rule, taking(['a', 'b', 'z']))).toEqual(['a', 'b'])
    expect(counts(rule, taking(['a', 'b']))).toEqual([])
    expect(counts(rule, taking(['a', 'z']))).toEqual([])
  })
})

describe('since when', () => {
  const started: MedicineNeeds = { takes: ['a'], since: { started: { gte: 2, lte: 30 } } }
  const stopped: MedicineNeeds = { takes: ['a'], since: { stopped: { gte: 1, lte: 14 } } }

  it.each([
    [1, false],
    [2, true],
    [30, true],
    [31, false],
  ])('started %i days ago, where 2 to 30 count: %s', (days, isCounted) => {
    expect(counts(started, taking(['a'], { a: { started: days } }))).toEqual(isCounted ? ['a'] : [])
  })

  it.each([
    [0, false],
    [1, true],
    [14, true],
    [15, false],
  ])('stopped %i days ago, where 1 to 14 count: %s', (days, isCounted) => {
    expect(counts(stopped, taking([], { a: { stopped: days } }))).toEqual(isCounted ? ['a'] : [])
  })

  it('a span with one end is open at the other', () => {
    const early = { takes: ['a'], since: { started: { lte: 30 } } }
    const late = { takes: ['a'], since: { started: { gte: 30 } } }
    expect(counts(early, taking(['a'], { a: { started: 0 } }))).toEqual(['a'])
    expect(counts(early, taking(['a'], { a: { started: 31 } }))).toEqual([])
    expect(counts(late, taking(['a'], { a: { started: 40_000 } }))).toEqual(['a'])
    expect(counts(late, taking(['a'], { a: { started: 29 } }))).toEqual([])
  })

  it('a start that nobody dated counts, because unknown is never no; a stop without a date does not', () => {
    expect(counts(started, taking(['a']))).toEqual(['a'])
    expect(counts(started, taking(['a'], { a: {} }))).toEqual(['a'])
    expect(counts(stopped, taking([], { a: {} }))).toEqual([])
    expect(counts({ takes: ['a'], since: { stopped: {} } }, taking([], { a: { started: 5 } }))).toEqual([])
  })

  it('a start counts only while it is taken, a stop only when it is not', () => {
    expect(counts(started, taking([], { a: { started: 5 } }))).toEqual([])
    expect(counts(stopped, taking(['a'], { a: { stopped: 5 } }))).toEqual([])
  })

  it('taken now counts at any time where the combination says so', () => {
    const rule: MedicineNeeds = { takes: ['a'], since: { taken: true, stopped: { lte: 7 } } }
    expect(counts(rule, taking(['a'], { a: { started: 9000 } }))).toEqual(['a'])
    expect(counts(rule, taking([], { a: { stopped: 7 } }))).toEqual(['a'])
    expect(counts(rule, taking([], { a: { stopped: 8 } }))).toEqual([])
  })

  it('a finding gives the time, of a medicine that is taken', () => {
    const rule: MedicineNeeds = { takes: ['a'], since: { started: { lte: 7 }, findings: ['new', 'changed'] } }
    const old = { a: { started: 100 } }
    expect(counts(rule, taking(['a'], old))).toEqual([])
    expect(counts(rule, taking(['a'], old), id => id === 'changed')).toEqual(['a'])
    expect(counts(rule, taking([], { a: { stopped: 1 } }), () => true)).toEqual([])
    expect(counts({ takes: ['a'], since: { started: { lte: 7 } } }, taking(['a'], old), () => true)).toEqual([])
  })
})
