/** Which episode the screens are about now, and which one waits for its questions. Times are milliseconds since 1970. */
import { dayLong, hourLong, localIso } from '../time.ts'
import type { Episode } from './diary.ts'

/** The check of an episode that is over closes by itself after this long. */
const checkedAfterHours = 12

/** Questions that were put off are forgotten after this long: the person has got on with life. */
const waitsDays = 3

/** A night lasts from 21 to 6 o'clock on the clock of the device. */
export function isNight(at: number): boolean {
  const hour = hourOf(at)
  return hour >= 21 || hour < 6
}

/** The newest episode that has not ended, or whose check is being held although it has. */
export const currentEpisode = (episodes: readonly Episode[], now: number): Episode | undefined =>
  episodes.findLast(
    ({ endedAt, isCheckedAfter, askedAgainAt }) =>
      endedAt === undefined ||
      (isCheckedAfter && askedAgainAt !== undefined && now - askedAgainAt < checkedAfterHours * hourLong),
  )

/** The newest episode that put its questions off, once they are due: in the morning after a night, else two hours later. */
export const askedLaterNow = (episodes: readonly Episode[], now: number): Episode | undefined =>
  episodes.findLast(
    ({ endedAt, isAskedLater }) =>
      isAskedLater && endedAt !== undefined && now >= laterThan(endedAt) && now - endedAt < waitsDays * dayLong,
  )

/** When questions that are put off now are due. */
export function laterThan(at: number): number {
  if (!isNight(at)) return at + 2 * hourLong
  const morning = new Date(at)
  morning.setHours(hourOf(at) < 6 ? 6 : 30, 0, 0, 0)
  return morning.getTime()
}

const hourOf = (at: number): number => Number(localIso(new Date(at)).slice(11, 13))
