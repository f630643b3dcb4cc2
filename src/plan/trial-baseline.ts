/** A person's days in the diary, from which a trial is planned. */

import type { Day } from '../diary/diary.ts'
import { dayLong } from '../time.ts'
import type { Baseline } from '../trials/simulate.ts'

/** With fewer days of pain there is no baseline. */
const leastDays = 10

/**
 * Mean, day-to-day spread and correlation of neighbouring days of the worst pain of each day. Undefined with fewer than
 * ten such days. The trend and the share of missed days are planning values, because a diary of bad days does not show
 * them.
 */
export function baselineOf(days: readonly Day[]): Baseline | undefined {
  const pains = days
    .flatMap(({ day, pains: of }) => (of.length === 0 ? [] : [{ day, pain: Math.max(...of.map(({ pain }) => pain)) }]))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(-120)
  if (pains.length < leastDays) return undefined
  const mean = pains.reduce((sum, { pain }) => sum + pain, 0) / pains.length
  const variance = pains.reduce((sum, { pain }) => sum + (pain - mean) ** 2, 0) / (pains.length - 1)
  const pairs = pains.flatMap(({ day, pain }, i) => {
    const before = pains[i - 1]
    return before && Date.parse(day) - Date.parse(before.day) === dayLong ? [[before.pain, pain] as const] : []
  })
  const shared = pairs.reduce((sum, [a, b]) => sum + (a - mean) * (b - mean), 0) / Math.max(1, pairs.length)
  const correlation = pairs.length < 8 || variance === 0 ? 0.3 : Math.min(0.9, Math.max(-0.5, shared / variance))
  return { mean, sd: Math.max(0.8, Math.sqrt(variance)), correlation, trend: -1, missed: 0.1 }
}
