/** Records of a trial without a schedule of its own: alternating arms, reversed in every second cycle. */
import type { Analysis, Contrast } from '../../src/trials/analyse.ts'
import type { TrialRecords, TrialRow } from '../../src/trials/records.ts'

const arms = (number: number) =>
  Array.from({ length: number }, (_, i) => ({ number: i, label: String.fromCharCode(97 + i) }))

/** One value a day, `days` days a period; null is a missed day. */
export function madeUpTrial(armCount: number, days: number, y: readonly (number | null)[]): TrialRecords {
  const rows = y.map((value, i): TrialRow => {
    const period = Math.floor(i / days)
    const place = period % armCount
    const arm = Math.floor(period / armCount) % 2 === 0 ? place : armCount - 1 - place
    return { day: i + 1, period: period + 1, arm, y: value, nights: 1 }
  })
  return { rows, arms: arms(armCount) }
}

/** The only contrast of two arms, or the first of several. */
export const firstContrast = ({ contrasts }: Analysis): Contrast => {
  const [contrast] = contrasts
  if (!contrast) throw new Error('there is no contrast')
  return contrast
}
