import { expect, it } from 'vitest'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { causesFromDiary } from './diary-hints.ts'
import { medicineTimeline } from './medicine-timeline.ts'

const dayLong = 86_400_000
const begin = Date.parse('2026-06-01T12:00:00Z')
const at = (day: number, body: EventBody, hour = 12): DiaryEvent => {
  const time = begin + day * dayLong + (hour - 12) * 3_600_000
  const id = uuidV7(begin + day * dayLong + hour, new Uint8Array(10).fill((day + 100) % 256))
  return { ...body, id, v: 2, at: new Date(time).toISOString().replace('Z', '+00:00') }
}
const cramp = (day: number, hour = 12) =>
  at(day, { type: 'episode-began', episode: `e${day}`, complaint: 'cramp', region: 'calf' }, hour)
const started = at(0, { type: 'medicine-started', medicine: 'Lasix', ingredient: 'furosemide' })
const [use] = fold([started]).medicines
if (!use) throw new Error('no medicine')

it('counts cramps in equal spans before and after the start', () => {
  const diary = fold([cramp(-40), cramp(-5), started, cramp(3), cramp(9), cramp(11), cramp(25)])
  expect(medicineTimeline(diary, use, begin + 30 * dayLong)).toEqual({ days: 30, before: 1, after: 4 })
})

it('says nothing where the start is not known, or less than a week has passed', () => {
  const diary = fold([started, cramp(1)])
  expect(medicineTimeline(diary, use, begin + 6 * dayLong)).toBeUndefined()
  const [undated] = fold([at(0, { type: 'medicine-started', medicine: 'Lasix', undated: true })]).medicines
  expect(undated).toMatchObject({ isCurrent: true, startedAt: undefined })
  expect(undated && medicineTimeline(diary, undated, begin + 90 * dayLong)).toBeUndefined()
})

it('the diary answers that cramps come at night, and that they began soon after a medicine', () => {
  const nights = [...[10, 11, 12].map(day => cramp(day, 3)), cramp(13, 12)]
  expect(causesFromDiary(fold([started, ...nights]))).toContain('cq-timeline-med')
  expect(causesFromDiary(fold([cramp(10)]))).toEqual([])
  expect(causesFromDiary(fold([started, cramp(200)]))).not.toContain('cq-timeline-med')
})
