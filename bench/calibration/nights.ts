/** Cramps counted per night, and a cramp or none, with correlated nights as named. */
import { withDefaults } from '../../src/trials/options.ts'
import type { NightNoise } from '../../src/trials/simulate.ts'
import { countTrial, yesNoTrial } from './made-up.ts'
import { row, runs, table, three } from './print.ts'
import { tally } from './tally.ts'

const count = withDefaults({ model: 'count' })
const yesNo = withDefaults({ model: 'yes-no' })
export const nights: readonly (readonly [string, NightNoise])[] = [
  ['independent, overdispersed (kappa 0.7)', { kappa: 0.7, latentSd: 0, latentCorrelation: 0 }],
  ['latent AR 0.5, sd 0.7', { kappa: 0, latentSd: 0.7, latentCorrelation: 0.5 }],
  ['latent AR 0.8, sd 0.7', { kappa: 0, latentSd: 0.7, latentCorrelation: 0.8 }],
  ['latent AR 0.9, sd 1', { kappa: 0, latentSd: 1, latentCorrelation: 0.9 }],
]

/** Four cycles of two periods of seven nights. */
export function counts(): void {
  console.log('\n## Counts (4 cycles x 2 periods x 7 nights, 1 cramp a night)\n')
  console.log('Nights alike as named; latent: AR(1) on the log scale. Seed 6000. Welch and r >= 0.5 night by night.')
  table(
    'nights are',
    'any claim, ratio 1',
    'coverage 95',
    'any claim, ratio 0.5',
    'Welch, ratio 1',
    'Welch, ratio 0.5',
    'r >= 0.5, ratio 1',
  )
  for (const [name, noise] of nights) {
    const n = runs(1000)
    const make = (effect: number) => countTrial(noise, effect)
    const [same, half] = [tally(n, 6000, 0, count, make(0)), tally(n, 6000, Math.log(0.5), count, make(Math.log(0.5)))]
    row(
      name,
      three(same.claim, n),
      three(same.covered95, n),
      three(half.claim, n),
      three(same.welch, n),
      three(half.welch, n),
      three(same.correlated, n),
    )
  }
}

/** By number of cycles. */
export function yesOrNo(): void {
  console.log('\n## Yes or no (7-night periods, 60 % of nights, independent)\n')
  console.log('Seed 7000.')
  table(
    'cycles',
    'any claim, odds ratio 1',
    'coverage 95',
    'any claim, odds ratio 0.35',
    'Welch, ratio 1',
    'r >= 0.5, ratio 1',
  )
  for (const cycles of [4, 8]) {
    const n = runs(1000)
    const make = (effect: number) => yesNoTrial(cycles, effect)
    const [same, less] = [
      tally(n, 7000, 0, yesNo, make(0)),
      tally(n, 7000, Math.log(0.35), yesNo, make(Math.log(0.35))),
    ]
    row(
      cycles,
      three(same.claim, n),
      three(same.covered95, n),
      three(less.claim, n),
      three(same.welch, n),
      three(same.correlated, n),
    )
  }
}
