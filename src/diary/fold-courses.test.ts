/** Events of a course fold into one log of it. */
import { expect, it } from 'vitest'
import { eventAt } from '../../test/support/told-events.ts'
import type { EventBody } from './event.ts'
import { fold } from './fold.ts'

const began: EventBody = {
  type: 'course-began',
  course: 'c',
  which: 'back-recurrent',
  episode: 'e',
  firstDay: '2026-03-01',
  matters: 'tie my shoes',
}
const courseOf = (...bodies: readonly EventBody[]) => {
  const [course] = fold([began, ...bodies].map((body, place) => eventAt(place + 1, body))).courses
  if (course === undefined) throw new Error('there is no course')
  return course
}

it('lists what was done on a day, each time that it was done', () => {
  const { done, matters } = courseOf(
    { type: 'course-done', course: 'c', day: '2026-03-01', walkMinutes: 10 },
    { type: 'course-done', course: 'c', day: '2026-03-01', exercises: ['lb-bridge'] },
  )
  expect(matters).toBe('tie my shoes')
  expect(done).toEqual([
    { day: '2026-03-01', walkMinutes: 10 },
    { day: '2026-03-01', exercises: ['lb-bridge'] },
  ])
})

it('lets the newest pain of a morning, check-in and wish count', () => {
  const { felt, checked, likes, dislikes } = courseOf(
    { type: 'course-felt', course: 'c', day: '2026-03-02', pain: 7 },
    { type: 'course-felt', course: 'c', day: '2026-03-02', pain: 3 },
    { type: 'course-checked', course: 'c', day: '2026-03-03', checkIn: 'hours-48', compared: 'worse' },
    { type: 'course-checked', course: 'c', day: '2026-03-04', checkIn: 'hours-48', compared: 'better' },
    { type: 'course-wished', course: 'c', exercise: 'lb-bridge', wish: 'likes' },
    { type: 'course-wished', course: 'c', exercise: 'lb-bridge', wish: 'dislikes' },
  )
  expect(felt).toEqual([{ day: '2026-03-02', pain: 3 }])
  expect(checked).toEqual([{ day: '2026-03-04', checkIn: 'hours-48', compared: 'better' }])
  expect([likes, dislikes]).toEqual([[], ['lb-bridge']])
})

it('remembers the answers of week 2 and the day on which it was stopped', () => {
  const { answered, stopped } = courseOf(
    { type: 'course-answered', course: 'c', day: '2026-03-09', yes: ['low-mood'], no: [], unsure: [] },
    { type: 'course-stopped', course: 'c', day: '2026-03-10' },
  )
  expect(answered).toEqual({ day: '2026-03-09', yes: ['low-mood'], no: [], unsure: [] })
  expect(stopped).toBe('2026-03-10')
})

it('ignores events of a course that never began', () => {
  const told = eventAt(1, { type: 'course-felt', course: 'x', day: '2026-03-02', pain: 7 })
  expect(fold([told]).courses).toEqual([])
})
