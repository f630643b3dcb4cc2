/** The grid of a result compared with the coarser one of a simulation. */
import { randomFrom } from '../../src/random.ts'
import { mixturePosterior } from '../../src/trials/mixture.ts'
import { fitPeriods } from '../../src/trials/period-fit.ts'
import { periodModel, ratingData } from '../../src/trials/prepare.ts'
import { difference, fitRating } from '../../src/trials/rating.ts'
import { schedule } from '../../src/trials/schedule.ts'
import { simulateCounts, simulateYesNo } from '../../src/trials/simulate.ts'
import { layoutOf, person, rating, ratingTrial } from './made-up.ts'
import { nights } from './nights.ts'
import { row, runs, table } from './print.ts'

/** Their running time. */
export function coarserSteps(): void {
  console.log('\n## What the coarser steps of simulations cost\n')
  console.log(
    'Largest difference in P(effect < 0) and P(effect < -threshold) between the steps of a result and of a simulation. Seed 8000.',
  )
  table('model', 'trials', 'largest difference')
  for (const [model, make] of [
    [
      'M1',
      (seed: number) => {
        const { records } = ratingTrial(layoutOf(6, 3), person, -1)(seed)
        const data = ratingData(records, rating.scale)
        return [fitRating(data), fitRating(data, 1.6)].map(fit => mixturePosterior(difference(fit, 0, 1)))
      },
    ],
    [
      'M2',
      (seed: number) => {
        const records = simulateCounts(
          schedule(layoutOf(4, 7), 2, seed),
          { ...person, mean: 1, trend: 0 },
          nights[0]?.[1] ?? { kappa: 0, latentSd: 0, latentCorrelation: 0 },
          [0, -0.5],
          randomFrom(seed),
        )
        const own = periodModel(records, 0, 1, 'count')
        return [fitPeriods(own).posterior, fitPeriods(own, 'coarse').posterior]
      },
    ],
    [
      'M3',
      (seed: number) => {
        const records = simulateYesNo(
          schedule(layoutOf(4, 7), 2, seed),
          { ...person, mean: 0.6, trend: 0 },
          [0, -0.5],
          randomFrom(seed),
        )
        const own = periodModel(records, 0, 1, 'yes-no')
        return [fitPeriods(own).posterior, fitPeriods(own, 'coarse').posterior]
      },
    ],
  ] as const) {
    const n = runs(100)
    let worst = 0
    for (let trial = 0; trial < n; trial += 1) {
      const [fine, coarse] = make(8000 + trial)
      for (const x of [0, -0.7]) worst = Math.max(worst, Math.abs((fine?.below(x) ?? 0) - (coarse?.below(x) ?? 0)))
    }
    row(model, n, worst.toExponential(1))
  }
}
