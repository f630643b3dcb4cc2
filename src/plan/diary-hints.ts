/**
 * What the diary shows about the cramps, so that it need not be asked: at night, and soon after a medicine was started.
 */

import type { Diary } from '../diary/fold.ts'
import { dayLong } from '../time.ts'

const leastEpisodes = 2
const timelineDays = 90

/** Ids of findings and questions that the diary answers with yes. */
export function causesFromDiary({ episodes, medicines }: Diary): readonly string[] {
  const cramps = episodes.filter(({ complaint }) => complaint === 'cramp')
  const nights = cramps.filter(({ beganAt }) => isNight(new Date(beganAt).getHours()))
  const isMostlyNight = cramps.length >= leastEpisodes && nights.length * 2 > cramps.length
  const first = cramps[0]?.beganAt
  const isAfterStart = medicines.some(
    ({ startedAt }) =>
      first !== undefined &&
      startedAt !== undefined &&
      first >= startedAt &&
      first - startedAt <= timelineDays * dayLong,
  )
  return [...(isMostlyNight ? ['cramp-night'] : []), ...(isAfterStart ? ['cq-timeline-med'] : [])]
}

const isNight = (hour: number): boolean => hour >= 22 || hour < 6
