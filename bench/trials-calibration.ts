/**
 * Is the method honest? Made-up trials with a known truth, in one run with the rules that others use: the day-wise Welch
 * t-test (p < 0.05) and "correlation of at least 0.5 with the remedy". Prints Markdown; its output is kept in
 * docs/trials-calibration.md. Every seed is printed. `npx tsx bench/trials-calibration.ts [share]`: a share of the trials.
 */
import { loadavg } from 'node:os'
import { normal, type Random, randomFrom } from '../src/random.ts'
import { countModel } from '../src/trials/count.ts'
import { mixturePosterior, type Posterior } from '../src/trials/mixture.ts'
import { type AnalysisOptions, withDefaults } from '../src/trials/options.ts'
import { fitPeriods } from '../src/trials/period-fit.ts'
import { periodModel, ratingData } from '../src/trials/prepare.ts'
import { difference, fitRating } from '../src/trials/rating.ts'
import { type TrialRecords, timeOf } from '../src/trials/records.ts'
import { type Layout, type ScheduledPeriod, schedule } from '../src/trials/schedule.ts'
import {
  type Baseline,
  beta,
  binomial,
  gamma,
  type NightNoise,
  poisson,
  simulateCounts,
  simulateRatings,
  simulateYesNo,
} from '../src/trials/simulate.ts'
import { type Verdict, verdictOf } from '../src/trials/verdict.ts'
import { yesNoModel } from '../src/trials/yes-no.ts'
import { correlation, welchP } from './welch.ts'

const share = Number(process.argv[2] ?? 1)
const runs = (count: number) => Math.max(20, Math.round(count * share))
const began = performance.now()

interface Outcome {
  readonly posterior: Posterior
  readonly records: TrialRecords
}

interface Tally {
  trials: number
  covered95: number
  covered80: number
  bias: number
  claim: number
  noticeable: number
  noDifference: number
  wrong: number
  welch: number
  correlated: number
}

/** Counts over trials made from seeds `seed`, `seed + 1`, ... */
function tally(
  count: number,
  seed: number,
  truth: number,
  options: AnalysisOptions,
  make: (seed: number) => Outcome,
): Tally {
  const sum: Tally = {
    trials: count,
    covered95: 0,
    covered80: 0,
    bias: 0,
    claim: 0,
    noticeable: 0,
    noDifference: 0,
    wrong: 0,
    welch: 0,
    correlated: 0,
  }
  for (let trial = 0; trial < count; trial += 1) {
    const { posterior, records } = make(seed + trial)
    const place = posterior.below(truth)
    const verdict = verdictFor(posterior, options)
    sum.covered95 += Number(place > 0.025 && place < 0.975)
    sum.covered80 += Number(place > 0.1 && place < 0.9)
    sum.bias += posterior.mean - truth
    sum.claim += Number(/^(better|worse)/.test(verdict))
    sum.noticeable += Number(/noticeably$/.test(verdict))
    sum.noDifference += Number(verdict === 'no-noticeable-difference')
    sum.wrong += Number(truth < 0 && verdict.startsWith('worse'))
    const days = records.rows.flatMap(({ arm, y }) => (y === null ? [] : [{ arm, y }]))
    const of = (arm: number) => days.filter(day => day.arm === arm).map(({ y }) => y)
    sum.welch += Number(welchP(of(0), of(1)) < 0.05)
    sum.correlated += Number(
      Math.abs(
        correlation(
          days.map(({ arm }) => arm),
          days.map(({ y }) => y),
        ),
      ) >= 0.5,
    )
  }
  return sum
}

function verdictFor(posterior: Posterior, options: AnalysisOptions): Verdict {
  const [underMinus, under] = [posterior.below(-options.mcid), posterior.below(options.mcid)]
  return verdictOf(
    { p_lt_0: posterior.below(0), p_lt_minus_mcid: underMinus, p_gt_mcid: 1 - under, p_rope: under - underMinus },
    options,
  )
}

const rating = withDefaults({})
const layoutOf = (cycles: number, periodDays: number): Layout => ({ kind: 'periods', cycles, periodDays, leaveOut: 0 })
const person: Baseline = { mean: 6, sd: 1.5, correlation: 0.3, trend: -1, missed: 0.1 }

function ratingTrial(layout: Layout, baseline: Baseline, effect: number, periods = schedule) {
  return (seed: number): Outcome => {
    const records = simulateRatings(
      periods(layout, 2, seed),
      layout,
      baseline,
      [0, effect],
      rating.scale,
      randomFrom(seed ^ 0x5bd1e995),
    )
    return { records, posterior: mixturePosterior(difference(fitRating(ratingData(records, rating.scale), 1.6), 0, 1)) }
  }
}

const three = (part: number, whole: number) => (part / whole).toFixed(3)
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const table = (...heads: readonly string[]) => {
  console.log('')
  row(...heads)
  row(...heads.map(() => '---'))
}

console.log(`Seeds are printed with each table; trial i of a row uses its seed + i. Share of the full run: ${share}.`)

/* Simulation-based calibration (Talts et al., arXiv 1804.06788): truths drawn from the prior, PIT of the effect. */
console.log('\n## Simulation-based calibration\n')
console.log(
  'Truths from the prior; the place of the truth in its posterior must be uniform. 20 bins; limit of chi-square on 19 df: 43.8 (p = 0.001); of KS: 1.63 / root n. Seed 1.',
)
table('model', 'trials', 'chi-square', 'limit', 'KS D', 'limit', 'coverage 95 %')
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

function periodPlan(periods: readonly ScheduledPeriod[]) {
  const last = periods.at(-1)?.lastDay ?? 1
  return periods.map(({ arm, firstDay, lastDay }) => ({
    nights: lastDay - firstDay + 1,
    x: arm - 0.5,
    time: timeOf((firstDay + lastDay) / 2, [1, last]),
  }))
}

console.log('\n## Ratings, default design (6 cycles x 2 periods x 3 days)\n')
console.log(
  'Mean 6, sd 1.5, trend -1, 10 % missed, rounded to 0-10. Seed 1000. Welch and r >= 0.5 on the same trials, day by day.',
)
table(
  'correlation',
  'truth',
  'coverage 95',
  'coverage 80',
  'bias',
  'any claim',
  'noticeable',
  '"no difference"',
  'not settled',
  'wrong way',
  'Welch p < 0.05',
  'r >= 0.5',
)
for (const link of [0, 0.3, 0.6, 0.8])
  for (const truth of [0, -1, -2]) {
    const n = runs(2000)
    const t = tally(n, 1000, truth, rating, ratingTrial(layoutOf(6, 3), { ...person, correlation: link }, truth))
    row(
      link,
      truth,
      three(t.covered95, n),
      three(t.covered80, n),
      (t.bias / n).toFixed(2),
      three(t.claim, n),
      three(t.noticeable, n),
      three(t.noDifference, n),
      three(n - t.claim - t.noDifference, n),
      three(t.wrong, n),
      three(t.welch, n),
      three(t.correlated, n),
    )
  }

console.log('\n## The same on weekly ABAB, as a published app has it (nothing differs)\n')
console.log('4 periods of 7 days in fixed order A B A B, no trend, none missed. Seed 2000.')
table('correlation', 'M1 any claim', 'Welch p < 0.05', 'r >= 0.5')
const weekly: typeof schedule = () =>
  [0, 1, 0, 1].map((arm, i) => ({
    period: i + 1,
    cycle: Math.floor(i / 2) + 1,
    arm,
    firstDay: i * 7 + 1,
    lastDay: i * 7 + 7,
  }))
for (const link of [0, 0.3, 0.5, 0.7, 0.8]) {
  const n = runs(2000)
  const t = tally(
    n,
    2000,
    0,
    rating,
    ratingTrial(layoutOf(2, 7), { ...person, correlation: link, trend: 0, missed: 0 }, 0, weekly),
  )
  row(link, three(t.claim, n), three(t.welch, n), three(t.correlated, n))
}

console.log(
  '\n## Power of ratings by number of cycles (3-day periods): any claim / noticeably better at -2; claims at 0\n',
)
console.log('Correlation 0.3, trend -1, 10 % missed. This is the planner of the app. Seed 3000.')
table('cycles (days)', 'sd 1.2', 'sd 1.5', 'sd 2.0', 'claims at 0 (1.2 / 1.5 / 2.0)')
for (const cycles of [2, 3, 4, 5, 6, 7, 8, 10]) {
  const n = runs(2000)
  const cells = [1.2, 1.5, 2].map(sd => ({
    effect: tally(n, 3000, -2, rating, ratingTrial(layoutOf(cycles, 3), { ...person, sd }, -2)),
    nothing: tally(n, 3000, 0, rating, ratingTrial(layoutOf(cycles, 3), { ...person, sd }, 0)),
  }))
  row(
    `${cycles} (${cycles * 6})`,
    ...cells.map(({ effect }) => `${(effect.claim / n).toFixed(2)} / ${(effect.noticeable / n).toFixed(2)}`),
    cells.map(({ nothing }) => three(nothing.claim, n)).join(' / '),
  )
}

console.log('\n## Spasm by spasm (sd 1.5, episodes alike in nothing)\n')
console.log('Outcome: pain before minus after, higher is better. Seed 4000.')
table('episodes', 'any claim at 2', 'noticeable at 2', 'claims at 0')
const byEpisode = withDefaults({ scale: [-10, 10], better: 'higher' })
for (const episodes of [8, 14, 20, 28]) {
  const n = runs(1000)
  const layout: Layout = { kind: 'episodes', episodes }
  const make =
    (effect: number) =>
    (seed: number): Outcome => {
      const records = simulateRatings(
        schedule(layout, 2, seed),
        layout,
        { mean: 2, sd: 1.5, correlation: 0, trend: 0, missed: 0 },
        [0, effect],
        byEpisode.scale,
        randomFrom(seed ^ 0x5bd1e995),
      )
      return {
        records,
        posterior: mixturePosterior(difference(fitRating(ratingData(records, byEpisode.scale), 1.6), 0, 1)),
      }
    }
  const [effect, nothing] = [tally(n, 4000, 2, byEpisode, make(2)), tally(n, 4000, 0, byEpisode, make(0))]
  row(episodes, three(effect.claim, n), three(effect.noticeable, n), three(nothing.claim, n))
}

console.log('\n## Looks before the end: false claims when nothing differs\n')
console.log('8 cycles of 3-day periods, one look a cycle from the third on; last look at 0.975. Seed 5000.')
table('interim threshold', 'any claim', 'without looks')
{
  const n = runs(1000)
  const looks = Array.from({ length: n }, (_, trial) => {
    const { records } = ratingTrial(layoutOf(8, 3), person, 0)(5000 + trial)
    return [3, 4, 5, 6, 7, 8].map(cycles => {
      const rows = records.rows.filter(({ day }) => day <= cycles * 6)
      const below = mixturePosterior(
        difference(fitRating(ratingData({ ...records, rows }, rating.scale), 1.6), 0, 1),
      ).below(0)
      return Math.max(below, 1 - below)
    })
  })
  for (const threshold of [0.975, 0.99, 0.995]) {
    const claims = looks.filter(sure => sure.some((each, i) => each >= (i === 5 ? 0.975 : threshold))).length
    row(threshold, three(claims, n), three(looks.filter(sure => (sure[5] ?? 0) >= 0.975).length, n))
  }
}

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
const count = withDefaults({ model: 'count' })
const nights: readonly (readonly [string, NightNoise])[] = [
  ['independent, overdispersed (kappa 0.7)', { kappa: 0.7, latentSd: 0, latentCorrelation: 0 }],
  ['latent AR 0.5, sd 0.7', { kappa: 0, latentSd: 0.7, latentCorrelation: 0.5 }],
  ['latent AR 0.8, sd 0.7', { kappa: 0, latentSd: 0.7, latentCorrelation: 0.8 }],
  ['latent AR 0.9, sd 1', { kappa: 0, latentSd: 1, latentCorrelation: 0.9 }],
]
for (const [name, noise] of nights) {
  const n = runs(1000)
  const make =
    (effect: number) =>
    (seed: number): Outcome => {
      const records = simulateCounts(
        schedule(layoutOf(4, 7), 2, seed),
        { ...person, mean: 1, trend: 0, missed: 0 },
        noise,
        [0, effect],
        randomFrom(seed ^ 0x5bd1e995),
      )
      return { records, posterior: fitPeriods(periodModel(records, 0, 1, 'count'), 'coarse').posterior }
    }
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
const yesNo = withDefaults({ model: 'yes-no' })
for (const cycles of [4, 8]) {
  const n = runs(1000)
  const make =
    (effect: number) =>
    (seed: number): Outcome => {
      const records = simulateYesNo(
        schedule(layoutOf(cycles, 7), 2, seed),
        { ...person, mean: 0.6, trend: 0, missed: 0 },
        [0, effect],
        randomFrom(seed ^ 0x5bd1e995),
      )
      return { records, posterior: fitPeriods(periodModel(records, 0, 1, 'yes-no'), 'coarse').posterior }
    }
  const [same, less] = [tally(n, 7000, 0, yesNo, make(0)), tally(n, 7000, Math.log(0.35), yesNo, make(Math.log(0.35)))]
  row(
    cycles,
    three(same.claim, n),
    three(same.covered95, n),
    three(less.claim, n),
    three(same.welch, n),
    three(same.correlated, n),
  )
}

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
console.log(`\n${Math.round((performance.now() - began) / 1000)} s, load ${loadavg()[0]?.toFixed(1)} at the end.`)
