/** A diary with a course that runs, for the screens. */
import type { DiaryEvent, EventBody } from '../../src/diary/event.ts'
import { uuidV7 } from '../../src/ids.ts'
import { addDays, localDay, localIso } from '../../src/time.ts'
import { backAfterTwoDays } from './courses.ts'

const dayLong = 86_400_000
const hourLong = 3_600_000

/**
 * A low back of two days, its check without a danger sign, and a course of which today is this day; with a session on
 * each day before. `isAsked`: the danger signs were asked today too. `now` is milliseconds since 1970.
 */
export function courseDiary(now: number, day: number, { isAsked = false, isBegun = true } = {}): readonly DiaryEvent[] {
  const first = now - (day - 1) * dayLong
  let count = 0
  const event = (at: number, body: EventBody): DiaryEvent => ({
    ...body,
    id: uuidV7(at + count++, new Uint8Array(10)),
    v: 2,
    at: localIso(new Date(at)),
  })
  const { absent, age = 41, sex = 'male' } = backAfterTwoDays
  const answered = (at: number) =>
    event(at, {
      ...{ type: 'answered', episode: 'e', page: 'gate-pelvis', present: [], absent, unsure: [] },
      details: { age, sex, hoursSinceOnset: 50 },
    })
  const firstDay = localDay(first)
  const before = isBegun ? Array.from({ length: day - 1 }, (_, index) => index) : []
  return [
    event(first - 3 * hourLong, {
      type: 'episode-began',
      episode: 'e',
      complaint: 'back',
      region: 'low back',
      side: 'middle',
    }),
    answered(first - 2 * hourLong),
    ...(isBegun
      ? [
          event(first - hourLong, {
            ...{ type: 'answered', episode: 'e', page: 'course', present: ['work-sitting'] },
            ...{ absent: ['similar-before', 'eases-arching', 'eases-bending', 'does-sport'], unsure: [] },
          }),
          event(first - hourLong, {
            ...{ type: 'course-began', course: 'c', which: 'back-after-spasm', episode: 'e', firstDay },
            matters: 'tie my shoes',
          }),
        ]
      : []),
    ...before.flatMap(index => [
      event(first + index * dayLong, {
        ...{ type: 'course-done', course: 'c', day: addDays(firstDay, index), walkMinutes: 15 },
        ...{
          exercises: ['lb-cat-camel', 'lb-bridge'],
          painBefore: Math.max(1, 5 - Math.floor(index / 5)),
          painAfter: 3,
        },
      }),
      event(first + index * dayLong + hourLong, {
        ...{ type: 'course-felt', course: 'c', day: addDays(firstDay, index + 1), pain: 3 },
      }),
    ]),
    ...(isAsked ? [event(now - 2 * hourLong, { type: 'asked-again', episode: 'e' }), answered(now - hourLong)] : []),
  ]
}
