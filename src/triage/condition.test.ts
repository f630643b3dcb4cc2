import { describe, expect, it } from 'vitest'
import { nobody } from '../../test/support/made-up-triage.ts'
import type { Bounds, Condition } from '../knowledge/schema.ts'
import { detailsOf, holds, lacking, mentions } from './condition.ts'
import type { Known } from './person.ts'

const having = (...ids: readonly string[]): Known => ({ ...nobody, present: new Set(ids) })
const isOpen = (id: string) => id.startsWith('open')

describe('the sex of a person', () => {
  it('counts as either sex when it was not disclosed, so that no danger is missed', () => {
    for (const sex of ['female', 'male'] as const) {
      expect(holds({ sex }, { ...nobody, sex: 'undisclosed' })).toBe(true)
      expect(holds({ sex }, { ...nobody, sex })).toBe(true)
    }
    expect(holds({ sex: 'female' }, { ...nobody, sex: 'male' })).toBe(false)
    expect(holds({ sex: 'male' }, { ...nobody, sex: 'female' })).toBe(false)
  })

  it('counts as neither before it was asked, and is asked', () => {
    expect(holds({ sex: 'female' }, nobody)).toBe(false)
    expect(lacking({ sex: 'female' }, nobody, isOpen)).toEqual(['sex'])
    expect(lacking({ sex: 'female' }, { ...nobody, sex: 'male' }, isOpen)).toEqual([])
  })
})

describe('the ends of a span', () => {
  const atAge = (age: number, bounds: Bounds) => holds({ age: bounds }, { ...nobody, age })

  const spans: readonly (readonly [bounds: Bounds, within: readonly number[], outside: readonly number[]])[] = [
    [{ gte: 50 }, [50, 51], [49]],
    [{ gt: 50 }, [51], [49, 50]],
    [{ lte: 50 }, [49, 50], [51]],
    [{ lt: 50 }, [49], [50, 51]],
    [{ gte: 16, lte: 18 }, [16, 18], [15, 19]],
    [{ gt: 16, lt: 18 }, [17], [16, 18]],
  ]
  it.each(spans)('%o', (bounds, within, outside) => {
    expect(within.filter(age => !atAge(age, bounds))).toEqual([])
    expect(outside.filter(age => atAge(age, bounds))).toEqual([])
  })

  it('a week since the onset is 168 hours', () => {
    expect(holds({ weeks: { gte: 6 } }, { ...nobody, hours: 6 * 168 })).toBe(true)
    expect(holds({ weeks: { gte: 6 } }, { ...nobody, hours: 6 * 168 - 1 })).toBe(false)
    expect(holds({ weeks: { lt: 6 } }, { ...nobody, hours: 6 * 168 })).toBe(false)
  })

  it('each detail is read from its own answer', () => {
    const told = { ...nobody, age: 1, hours: 2, pregnancyWeeks: 3 }
    expect(holds({ age: { gte: 1, lte: 1 } }, told)).toBe(true)
    expect(holds({ hours: { gte: 2, lte: 2 } }, told)).toBe(true)
    expect(holds({ pregnancyWeeks: { gte: 3, lte: 3 } }, told)).toBe(true)
  })

  it.each([
    [{ age: { gte: 0 } }, 'age'],
    [{ hours: { gte: 0 } }, 'hoursSinceOnset'],
    [{ weeks: { gte: 0 } }, 'hoursSinceOnset'],
    [{ pregnancyWeeks: { gte: 0 } }, 'pregnancyWeeks'],
    [{ sex: 'male' }, 'sex'],
  ] as const)('an unknown detail never counts as given, and is asked: %o', (condition, detail) => {
    expect(holds(condition, nobody)).toBe(false)
    expect(lacking(condition, nobody, isOpen)).toEqual([detail])
    expect(detailsOf(condition)).toEqual([detail])
    expect(mentions(condition)).toEqual([])
  })
})

describe('parts of a condition', () => {
  const two: Condition = { atLeast: { n: 2, of: ['a', 'b', 'c'] } }

  it('"all", "any" and "at least" need as many parts as they say', () => {
    expect(holds({ all: ['a', 'b'] }, having('a', 'b'))).toBe(true)
    expect(holds({ all: ['a', 'b'] }, having('a'))).toBe(false)
    expect(holds({ any: ['a', 'b'] }, having('b'))).toBe(true)
    expect(holds({ any: ['a', 'b'] }, having())).toBe(false)
    expect(holds(two, having('c'))).toBe(false)
    expect(holds(two, having('a', 'c'))).toBe(true)
    expect(holds(two, having('a', 'b', 'c'))).toBe(true)
  })

  it('"not sure" does not count as yes', () => {
    expect(holds('a', { ...nobody, unsure: new Set(['a']) })).toBe(false)
  })

  it('lists the open findings that would help, and only while they still could', () => {
    expect(lacking('open-a', nobody, isOpen)).toEqual(['open-a'])
    expect(lacking('a', nobody, isOpen)).toEqual([])
    expect(lacking({ all: ['a', 'open-b', 'open-c'] }, having('a'), isOpen)).toEqual(['open-b', 'open-c'])
    expect(lacking({ all: ['open-b', 'closed'] }, nobody, isOpen)).toEqual([])
    expect(lacking({ any: ['closed', 'open-b'] }, nobody, isOpen)).toEqual(['open-b'])
    expect(lacking({ any: ['open-b', 'a'] }, having('a'), isOpen)).toEqual([])
    expect(lacking({ atLeast: { n: 2, of: ['a', 'open-b', 'closed'] } }, having('a'), isOpen)).toEqual(['open-b'])
    expect(lacking({ atLeast: { n: 2, of: ['open-a', 'closed', 'closed-too'] } }, nobody, isOpen)).toEqual([])
    expect(lacking({ atLeast: { n: 2, of: ['open-a', 'open-b', 'closed'] } }, nobody, isOpen)).toEqual([
      'open-a',
      'open-b',
    ])
  })

  it('a part that is decided removes from the list only what it added itself', () => {
    const inner: Condition = { any: ['open-b', 'a'] }
    expect(lacking({ all: ['open-first', inner] }, having('a'), isOpen)).toEqual(['open-first'])
  })

  it('lists every finding and detail that it mentions, at any depth', () => {
    const deep: Condition = { all: ['a', { any: ['b', { atLeast: { n: 1, of: ['c', { age: { gte: 1 } }] } }] }] }
    expect(mentions(deep)).toEqual(['a', 'b', 'c'])
    expect(detailsOf(deep)).toEqual(['age'])
  })
})
