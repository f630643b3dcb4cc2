/** `POST /api/course`: every kind of answer, as the library gives it, and what is refused. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { settled } from '../../test/support/cases.ts'
import { any, backAfterTwoDays } from '../../test/support/courses.ts'
import { answering } from '../../test/support/planned.ts'
import { posted } from '../../test/support/server.ts'
import { courseFor, parseCourse } from '../library/course.ts'
import { CourseBody } from './routes/course.ts'

const today = '2026-11-24'

describe('POST /api/course', () => {
  it('says what its schema says and what the library says, for every kind of answer', async () => {
    const bodies: Record<string, Record<string, unknown>> = {
      'check-first': { ...backAfterTwoDays, absent: [] },
      emergency: { ...backAfterTwoDays, present: ['saddle-numbness'], absent: [] },
      'too-young': { ...settled({ ...backAfterTwoDays, age: 15 }) },
      'see-first': { ...answering(backAfterTwoDays, ['fever']) },
      none: { ...settled({ ...backAfterTwoDays, complaint: 'cramp', region: 'abdomen' }) },
      course: {
        ...backAfterTwoDays,
        day: 20,
        likes: ['leg-sit-to-stand'],
        done: [...any.goodDays(10), { what: 'answers', day: 9, yes: ['low-mood'], no: [], unsure: [] }],
      },
      ended: { ...backAfterTwoDays, day: 43, done: any.goodDays(42) },
    }
    for (const [kind, body] of Object.entries(bodies)) {
      const { status, json } = await posted('/api/course', { id: kind, ...body })
      expect([kind, status]).toEqual([kind, 200])
      expect(v.parse(CourseBody, json).kind).toBe(kind)
      const parsed = parseCourse(body)
      if (!parsed.ok) throw new Error(parsed.error)
      expect(json).toEqual(JSON.parse(JSON.stringify({ ...courseFor(parsed.case, today, parsed.soFar), id: kind })))
    }
  })

  it.each([
    [{ complaint: 'back', done: 5 }, 'done is 5: give a list'],
    [{ complaint: 'back', done: [{ what: 'slept', day: 1 }] }, 'done[0].what is "slept": use one of session, skipped'],
    [{ complaint: 'back', done: [{ what: 'session', day: 0 }] }, 'done[0].day is 0: give a whole number from 1 to 400'],
    [{ complaint: 'back', done: [{ what: 'session', day: 9 }], day: 2 }, 'done has day 9, which is after day 2'],
    [{ complaint: 'back', done: [{ what: 'session', day: 1, mood: 3 }] }, 'done[0] has an unknown key "mood"'],
    [
      { complaint: 'back', course: 'yoga' },
      'course is "yoga", which Unknot does not know: use one of back-after-spasm',
    ],
    [{ complaint: 'back', likes: ['constructor'] }, 'likes[0] is "constructor"'],
    [{ complaint: 'knee' }, 'complaint is "knee"'],
    [[], 'the case is a list'],
  ])('refuses %j in one line', async (body, says) => {
    const { status, json } = await posted('/api/course', body)
    expect(status).toBe(400)
    expect((json as { error: string }).error).toContain(says)
    expect((json as { error: string }).error).not.toContain('\n')
  })
})
