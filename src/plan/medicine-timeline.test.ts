import { describe, expect, it } from 'vitest'
import { dayOf, medicineOf } from '../../test/support/plan-diary.ts'
import { emptyDiary } from '../diary/diary.ts'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { dayLong } from '../time.ts'
import { medicineTimeline } from './medicine-timeline.ts'

const begin = Date.parse('2026-06-01T12:00:00Z')
const dayAt = (count: number) => new Date(begin + count * dayLong).toISOString().slice(0, 10)
const at = (day: number, body: EventBody): DiaryEvent => {
  const id = uuidV7(begin + day * dayLong, new Uint8Array(10).fill((day + 100) % 256))
  return { ...body, id, v: 2, at: new Date(begin + day * dayLong).toISOString().replace('Z', '+00:00') }
}
const cramp = (day: number) =>
  at(day, { type: 'episode-began', episode: `e${day}`, complaint: 'cramp', region: 'calf' })
const started = at(0, { type: 'medicine-started', medicine: 'Lasix', ingredient: 'furosemide' })
const [use] = fold([started]).medicines
if (!use) throw new Error('no medicine')

it('counts cramps in equal periods before and after the start', () => {
  const diary = fold([cramp(-40), cramp(-5), started, cramp(3), cramp(9), cramp(11), cramp(25)])
  expect(medicineTimeline(diary, use, begin + 30 * dayLong)).toEqual({ days: 30, before: 1, after: 4 })
})

it('has no result if the start is unknown', () => {
  const diary = fold([started, cramp(1)])
  const [undated] = fold([at(0, { type: 'medicine-started', medicine: 'Lasix', undated: true })]).medicines
  expect(undated).toMatchObject({ isCurrent: true, startedAt: undefined })
  expect(undated && medicineTimeline(diary, undated, begin + 90 * dayLong)).toBeUndefined()
})

describe('the length of the periods', () => {
  const daysAfter = (count: number, stopped?: number) =>
    medicineTimeline(
      emptyDiary,
      medicineOf({ startedAt: begin, stoppedAt: stopped === undefined ? undefined : begin + stopped * dayLong }),
      begin + count * dayLong,
    )?.days

  it('is in whole days, at least a week, at most 90 days', () => {
    expect([6.99, 7, 7.99, 89, 90, 91, 400].map(count => daysAfter(count))).toEqual([undefined, 7, 7, 89, 90, 90, 90])
  })

  it('ends on the day on which the medicine was stopped', () => {
    expect(daysAfter(60, 20)).toBe(20)
    expect(daysAfter(60, 6)).toBeUndefined()
  })
})

it('the day of the start is in the later period; the ends of the periods are not counted twice', () => {
  const days = [-11, -10, -1, 0, 9, 10].map(count =>
    dayOf(dayAt(count), { cramps: [{ kind: 'counted', region: undefined, count: 10 ** (count < 0 ? 0 : 1) }] }),
  )
  const found = medicineTimeline({ ...emptyDiary, days }, medicineOf({ startedAt: begin }), begin + 10 * dayLong)
  expect(found).toEqual({ days: 10, before: 2, after: 20 })
})

it('adds up all counts of a night', () => {
  const cramps = [
    { kind: 'counted', region: undefined, count: 3 },
    { kind: 'episode', region: 'calf', count: 1 },
  ] as const
  const diary = { ...emptyDiary, days: [dayOf(dayAt(-3), { cramps }), dayOf(dayAt(3), { cramps: [cramps[1]] })] }
  expect(medicineTimeline(diary, medicineOf({ startedAt: begin }), begin + 7 * dayLong)).toEqual({
    days: 7,
    before: 4,
    after: 1,
  })
})
