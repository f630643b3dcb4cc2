/** Does a person take this medicine now? What was kept as taken, or told by another program, counts for some days. */
import type { MedicineUse } from '../diary/diary.ts'
import { dayLong } from '../time.ts'

/** A tracker writes down each tablet and never that it is still taken; a weekly one is written down every 7 days. */
const takenDays = 7

/**
 * Is it in the list of what is taken, or was it written down as taken in the last 7 days and not stopped since? `now` is
 * milliseconds since 1970.
 */
export function isTakenNow(
  { isCurrent, lastTakenAt, stoppedAt }: Pick<MedicineUse, 'isCurrent' | 'lastTakenAt' | 'stoppedAt'>,
  now: number,
): boolean {
  if (isCurrent || lastTakenAt === undefined) return isCurrent
  const isLately = now - lastTakenAt <= takenDays * dayLong
  return isLately && (stoppedAt === undefined || stoppedAt < lastTakenAt)
}

/** The ids of everything that is taken now, each once. */
export const takenNow = (medicines: readonly MedicineUse[], now: number): readonly string[] => [
  ...new Set(medicines.flatMap(use => (use.ingredient !== undefined && isTakenNow(use, now) ? [use.ingredient] : []))),
]
