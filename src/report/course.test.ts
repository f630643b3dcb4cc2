/** What a report says about a course of six weeks. */
import { expect, it } from 'vitest'
import { courseDiary } from '../../test/support/course-diary.ts'
import { fold } from '../diary/fold.ts'
import { addDays, localDay } from '../time.ts'
import { coursesIn, sayCourse } from './course.ts'
import type { SectionInput } from './section-input.ts'

const now = Date.parse('2026-12-14T10:00:00Z')
const told = (day: number, more: Partial<SectionInput> = {}) => {
  const today = localDay(now)
  const diary = fold(courseDiary(now, day))
  return coursesIn({ diary, from: addDays(today, -90), to: today, now, dayOf: localDay, ...more } as SectionInput)
}

it('says the week, the walks of that week, the pain, and what matters to the person', () => {
  const [course] = told(20)
  expect(course && sayCourse(course)).toBe(
    'Six-week course, back after spasm: week 3 of 6; walks 15 min on 5 days; pain 5 at first, 2 at last; “tie my shoes”',
  )
})

it('says that it is over, and leaves out one of another time', () => {
  expect(told(60)[0]).toMatchObject({ state: 'over', week: 6 })
  expect(told(60, { from: '2027-01-01', to: '2027-02-01' })).toEqual([])
})
