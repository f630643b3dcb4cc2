/** Cramps before and after a medicine was started, counted over equal periods. Timing alone proves nothing. */

import type { Diary, MedicineUse } from '../diary/diary.ts'
import { dayLong, utcDay } from '../time.ts'

export interface Timeline {
  /** The length of each period. */
  readonly days: number
  readonly before: number
  readonly after: number
}

const mostDays = 90
const leastDays = 7

/**
 * Counts the diary's cramps in equal periods before and after the start, up to 90 days each. Undefined if the start is
 * unknown, or less than a week ago. `now` is milliseconds since 1970.
 */
export function medicineTimeline(
  { days }: Diary,
  { startedAt, stoppedAt }: MedicineUse,
  now: number,
): Timeline | undefined {
  if (startedAt === undefined) return undefined
  const span = Math.min(mostDays, Math.floor(((stoppedAt ?? now) - startedAt) / dayLong))
  if (span < leastDays) return undefined
  const inside = (from: number, to: number) =>
    days
      .filter(({ day }) => Date.parse(day) >= from && Date.parse(day) < to)
      .flatMap(({ cramps }) => cramps)
      .reduce((sum, { count }) => sum + count, 0)
  const start = Date.parse(utcDay(startedAt))
  return {
    days: span,
    before: inside(start - span * dayLong, start),
    after: inside(start, start + span * dayLong),
  }
}
