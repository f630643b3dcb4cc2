/** Simulation-based calibration (Talts et al., arXiv 1804.06788): truths drawn from the prior, PIT of the effect. */
import { normal, type Random, randomFrom } from '../../src/random.ts'
import { countModel } from '../../src/trials/count.ts'
import { mixturePosterior, type Posterior } from '../../src/trials/mixture.ts'
import { fitPeriods } from '../../src/trials/period-fit.ts'
import { ratingData } from '../../src/trials/prepare.ts'
import { difference, fitRating } from '../../src/trials/rating.ts'
import { timeOf } from '../../src/trials/records.ts'
import { type ScheduledPeriod, schedule } from '../../src/trials/schedule.ts'
import { beta, binomial, gamma, poisson } from '../../src/trials/simulate.ts'
import { yesNoModel } from '../../src/trials/yes-no.ts'
import { layoutOf } from './made-up.ts'
import { row, runs, table, three } from './print.ts'

/** Is the rank of the truth in its posterior uniform? */
export function fromThePrior(): void {
  console.log('\n## Simulation-based calibration\n')
  console.log(
    'Truths from the prior; the place of the truth in its posterior must be uniform. 20 bins; limit of chi-square on 19 df: 43.8 (p = 0.001); of KS: 1.63 / root n. Seed 1.',
  )
  table('model', 'trials', 'chi-square', 'limit', 'KS D', 'limit', 'coverage 95 %')
  for (const [model, make] of Object.entries(priorTrials)) {
    const count = runs(2000)
    const places = Array.from({ length: count }, (_, trial) => {
      const { truth, posterior } = make(randomFrom(1 + trial), 1 + trial)
      return posterior.below(truth)
    }).sort((a, b) => a - b)
    const bins = Array.from(
      { length: 20 },
      (_, bin) => places.filter(place => Math.min(19, Math.floor(place * 20)) === bin).length,
    )
    const chi = bins.reduce((sum, found) => sum + (found - count / 20) ** 2 / (count / 20), 0)
    const ks = Math.max(...places.map((place, i) => Math.max((i + 1) / count - place, place - i / count)))
    const covered = places.filter(place => place > 0.025 && place < 0.975).length
    row(model, count, chi.toFixed(1), 43.8, ks.toFixed(4), (1.63 / Math.sqrt(count)).toFixed(4), three(covered, count))
  }
}

const priorTrials: Readonly<Record<string, (random: Random, seed: number) => { truth: number; posterior: Posterior }>> =
  {
    M1: (random, seed) => {
      const layout = layoutOf(6, 3)
      const delta = 2.5 * normal(random)
      const alpha = 5 + 5 * normal(random)
      const trend = 2.5 * normal(random)
      const sigma = Math.abs(2.5 * normal(random)) / Math.sqrt((2 * gamma(1.5, random)) / 3)
      const rho = 2 * beta(6, 4, random) - 1
      const periods = schedule(layout, 2, seed)
      let error = normal(random)
      const rows = periods.flatMap(({ period, arm, firstDay }) =>
        [0, 1, 2].map(i => {
          if (firstDay + i > 1) error = rho * error + Math.sqrt(1 - rho * rho) * normal(random)
          const y = alpha + delta * (arm - 0.5) + trend * timeOf(firstDay + i, [1, 36]) + sigma * error
          return { day: firstDay + i, period, arm, nights: 1, y: random.uniform() < 0.1 ? null : y }
        }),
      )
      const records = { rows, arms: [0, 1].map(number => ({ number, label: `arm ${number}` })) }
      return { truth: delta, posterior: mixturePosterior(difference(fitRating(ratingData(records, [0, 10])), 0, 1)) }
    },
    M2: (random, seed) => {
      const [alpha, delta, trend] = [1.5 * normal(random), normal(random), normal(random)]
      const square = (0.5 * normal(random)) ** 2
      const rows = periodPlan(schedule(layoutOf(4, 7), 2, seed)).map(each => {
        const mean = each.nights * Math.exp(alpha + delta * each.x + trend * each.time)
        return { ...each, y: poisson(mean * gamma(1 / square, random) * square, random) }
      })
      return { truth: delta, posterior: fitPeriods(countModel(rows)).posterior }
    },
    M3: (random, seed) => {
      const [alpha, delta, trend] = [1.5 * normal(random), normal(random), normal(random)]
      const r = beta(1, 9, random)
      const rows = periodPlan(schedule(layoutOf(4, 7), 2, seed)).map(each => {
        const p = 1 / (1 + Math.exp(-(alpha + delta * each.x + trend * each.time)))
        const scale = (1 - r) / r
        return { ...each, y: binomial(each.nights, beta(p * scale, (1 - p) * scale, random), random) }
      })
      return { truth: delta, posterior: fitPeriods(yesNoModel(rows)).posterior }
    },
  }

function periodPlan(periods: readonly ScheduledPeriod[]) {
  const last = periods.at(-1)?.lastDay ?? 1
  return periods.map(({ arm, firstDay, lastDay }) => ({
    nights: lastDay - firstDay + 1,
    x: arm - 0.5,
    time: timeOf((firstDay + lastDay) / 2, [1, last]),
  }))
}
