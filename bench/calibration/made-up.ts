/** Simulated trials with a known effect: ratings by day, cramps and yes/no by night. */
import { randomFrom } from '../../src/random.ts'
import { mixturePosterior } from '../../src/trials/mixture.ts'
import { withDefaults } from '../../src/trials/options.ts'
import { fitPeriods } from '../../src/trials/period-fit.ts'
import { periodModel, ratingData } from '../../src/trials/prepare.ts'
import { difference, fitRating } from '../../src/trials/rating.ts'
import type { TrialRecords } from '../../src/trials/records.ts'
import { type Layout, schedule } from '../../src/trials/schedule.ts'
import {
  type Baseline,
  type NightNoise,
  simulateCounts,
  simulateRatings,
  simulateYesNo,
} from '../../src/trials/simulate.ts'
import type { Outcome } from './tally.ts'

export const rating = withDefaults({})
export const layoutOf = (cycles: number, periodDays: number): Layout => ({
  kind: 'periods',
  cycles,
  periodDays,
  leaveOut: 0,
})
export const person: Baseline = { mean: 6, sd: 1.5, correlation: 0.3, trend: -1, missed: 0.1 }
/** A different seed, so that the ratings and the order use different random numbers. */
const apart = 0x5bd1e995

export function ratingTrial(
  layout: Layout,
  baseline: Baseline,
  effect: number,
  {
    periods = schedule,
    scale = rating.scale,
  }: Partial<{ periods: typeof schedule; scale: readonly [number, number] }> = {},
) {
  return (seed: number): Outcome => {
    const records = simulateRatings(
      periods(layout, 2, seed),
      layout,
      baseline,
      [0, effect],
      scale,
      randomFrom(seed ^ apart),
    )
    return { records, posterior: coarsePosterior(records, scale) }
  }
}

/** With the grid of a simulation, which is coarser than that of a result. */
export const coarsePosterior = (records: TrialRecords, scale = rating.scale) =>
  mixturePosterior(difference(fitRating(ratingData(records, scale), 1.6), 0, 1))

export const countTrial =
  (noise: NightNoise, effect: number) =>
  (seed: number): Outcome => {
    const records = simulateCounts(
      schedule(layoutOf(4, 7), 2, seed),
      { ...person, mean: 1, trend: 0, missed: 0 },
      noise,
      [0, effect],
      randomFrom(seed ^ apart),
    )
    return { records, posterior: fitPeriods(periodModel(records, 0, 1, 'count'), 'coarse').posterior }
  }

export const yesNoTrial =
  (cycles: number, effect: number) =>
  (seed: number): Outcome => {
    const records = simulateYesNo(
      schedule(layoutOf(cycles, 7), 2, seed),
      { ...person, mean: 0.6, trend: 0, missed: 0 },
      [0, effect],
      randomFrom(seed ^ apart),
    )
    return { records, posterior: fitPeriods(periodModel(records, 0, 1, 'yes-no'), 'coarse').posterior }
  }
