/** People in a course, for its tests. */
import fc from 'fast-check'
import type { Done, SoFar } from '../../src/course/so-far.ts'
import { courseKnowledge } from '../../src/library/course.ts'
import type { Case } from '../../src/triage/case.ts'
import { lowBack, settled } from './cases.ts'

export { courseKnowledge }
export const today = '2026-12-01'

/** A back of so many weeks, before its check. */
export const later = (weeks: number): Case => ({ ...lowBack, context: { hoursSinceOnset: weeks * 168 } })

export const backAfterTwoDays: Case = settled({ ...lowBack, context: { hoursSinceOnset: 60 } })

const pain = fc.integer({ min: 0, max: 10 })
const session: fc.Arbitrary<Done> = fc.record(
  {
    what: fc.constant('session' as const),
    day: fc.integer({ min: 1, max: 42 }),
    painBefore: pain,
    painAfter: pain,
    painNextMorning: pain,
    walkMinutes: fc.integer({ min: 0, max: 60 }),
  },
  { requiredKeys: ['what', 'day'] },
)
const checkIn: fc.Arbitrary<Done> = fc.record({
  what: fc.constant('check-in' as const),
  day: fc.integer({ min: 1, max: 42 }),
  at: fc.constantFrom('hours-48', 'week-1', 'week-2', 'week-4', 'week-6'),
  compared: fc.constantFrom('better', 'same', 'worse'),
  pain,
})
const skipped: fc.Arbitrary<Done> = fc.record({
  what: fc.constant('skipped' as const),
  day: fc.integer({ min: 1, max: 42 }),
})

export const any = {
  /** Anything done up to a day. */
  soFar: fc
    .record({
      day: fc.integer({ min: 1, max: 50 }),
      done: fc.array(fc.oneof({ weight: 6, arbitrary: session }, checkIn, skipped), { maxLength: 40 }),
      still: fc.option(fc.record({ from: fc.integer({ min: 1, max: 42 }) }), { nil: undefined }),
    })
    .map(
      ({ day, done, still }): SoFar => ({
        day,
        done: done.filter(each => each.day <= day),
        likes: [],
        dislikes: [],
        ...(still ? { still } : {}),
      }),
    ),
  /** A session without any trouble on each day. */
  goodDays: (count: number): readonly Done[] =>
    Array.from({ length: count }, (_, index) => ({
      what: 'session' as const,
      day: index + 1,
      ...{ painBefore: 3, painAfter: 3, painNextMorning: 2, walkMinutes: 10 },
    })),
}

/** A night cramp of two days ago, after its check. */
export const cramped = (region: NonNullable<Case['region']>): Case =>
  settled({ ...lowBack, complaint: 'cramp', region, context: { hoursSinceOnset: 60 } })
