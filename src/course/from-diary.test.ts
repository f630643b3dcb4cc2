/** A course of the diary, read for the engine. */
import { expect, it } from 'vitest'
import { eventAt } from '../../test/support/told-events.ts'
import { emptyDiary } from '../diary/diary.ts'
import type { EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { dayOf, endedCourse, openCourse, setsToday, soFarOf } from './from-diary.ts'
import { levelOf } from './level.ts'

const began: EventBody = {
  type: 'course-began',
  course: 'c',
  which: 'back-recurrent',
  episode: 'e',
  firstDay: '2026-03-01',
}
const log = (...bodies: readonly EventBody[]) => {
  const [course] = fold([began, ...bodies].map((body, place) => eventAt(place + 1, body))).courses
  if (course === undefined) throw new Error('there is no course')
  return course
}
const localDay = (at: number) => new Date(at).toISOString().slice(0, 10)

it('counts its days from the first, and is open until a month after its end', () => {
  expect(dayOf(log(), '2026-03-01')).toBe(1)
  expect(dayOf(log(), '2026-04-12')).toBe(43)
  expect(openCourse([log()], '2026-04-20')?.id).toBe('c')
  expect(openCourse([log()], '2026-06-20')).toBeUndefined()
  expect(openCourse([log({ type: 'course-stopped', course: 'c', day: '2026-03-02' })], '2026-03-03')).toBeUndefined()
})

it('joins the walk, the exercises that the app timed, and the next morning into one session', () => {
  const course = log(
    { type: 'course-done', course: 'c', day: '2026-03-02', walkMinutes: 15, painBefore: 3, painAfter: 4 },
    { type: 'course-felt', course: 'c', day: '2026-03-03', pain: 7 },
  )
  const timed = Date.parse('2026-03-02T10:00:00Z')
  const tries = [
    {
      id: 's',
      remedy: 'lb-bridge',
      episode: 'e',
      at: timed,
      endedAt: timed,
      status: 'done' as const,
      before: 3,
      after: 3,
    },
  ]
  const soFar = soFarOf(course, { ...emptyDiary, tries }, '2026-03-03', localDay)
  expect(soFar).toMatchObject({ course: 'back-recurrent', day: 3 })
  expect(levelOf(soFar)).toMatchObject({ level: 0, change: 'back' })
})

it('leaves out what was done before the first day', () => {
  const timed = Date.parse('2026-02-20T10:00:00Z')
  const tries = [
    { id: 's', remedy: 'heat', episode: 'e', at: timed, endedAt: timed, status: 'done' as const, before: 3, after: 3 },
  ]
  expect(soFarOf(log(), { ...emptyDiary, tries }, '2026-03-03', localDay).done).toEqual([])
})

it('counts the sets of a day: those of a session, one for each that was told, and none of a session that had none', () => {
  const course = log({ type: 'course-done', course: 'c', day: '2026-03-02', exercises: ['lb-bridge'] })
  const began: EventBody = { type: 'session-began', session: 's', script: 'lb-bridge', course: 'c', sets: 3 }
  const setsOf = (...ended: readonly EventBody[]) => {
    const events = [began, ...ended].map((body, place) => eventAt(place, body))
    const day = localDay(Date.parse(events[0]?.at ?? ''))
    return [
      setsToday({ done: [] }, fold(events), 'lb-bridge', day, localDay),
      soFarOf(log(), { ...fold(events) }, day, localDay),
    ] as const
  }
  expect(setsToday(course, emptyDiary, 'lb-bridge', '2026-03-02', localDay)).toBe(1)
  expect(setsToday(course, emptyDiary, 'lb-bridge', '2026-03-03', localDay)).toBe(0)
  expect(setsOf({ type: 'session-ended', session: 's', status: 'done', sets: 2 })[0]).toBe(2)
  expect(setsOf({ type: 'session-ended', session: 's', status: 'done' })[0]).toBe(1)
  expect(setsOf({ type: 'session-ended', session: 's', status: 'stopped', sets: 2 })[0]).toBe(0)
  expect(setsOf({ type: 'session-ended', session: 's', status: 'done', sets: 0 })[1].done).toEqual([])
})

it('keeps the last course that ran to its end, also when it was put away, and none that was left before', () => {
  const stopped = (day: string) => log({ type: 'course-stopped', course: 'c', day })
  expect(endedCourse([log()], '2026-04-11')).toBeUndefined()
  expect(endedCourse([log()], '2027-04-12')?.id).toBe('c')
  expect(endedCourse([stopped('2026-04-12')], '2027-04-12')?.id).toBe('c')
  expect(endedCourse([stopped('2026-04-11')], '2027-04-12')).toBeUndefined()
})
