/**
 * Pools the trials of several people: the group's effect, each person's effect shrunk toward it, and what the next
 * person may expect. No data leave a device except the summary that a person exports.
 *
 * A hierarchical normal model (Gelman et al., Bayesian Data Analysis, 3rd ed., 5.4; for n-of-1 trials Zucker et al.,
 * J Clin Epidemiol 1997;50:401 and 2010;63:1312):
 *
 *   y_i ~ N(theta_i, s_i^2),  theta_i ~ N(mu, tau^2),  mu ~ N(0, V^2),  tau ~ half-N(0, (V/2)^2)
 *
 * with V the prior sd of an effect in a single trial (a quarter of the width of the scale; 1 for counts and yes/no).
 * Each summary already holds that prior once, so it is divided out first: y_i and s_i are mean and sd of the likelihood,
 * 1/s_i^2 = 1/sd^2 - 1/V^2 and y_i = mean s_i^2 / sd^2. Given tau all is normal; tau is integrated by Gauss-Legendre, so
 * every answer is an exact mixture of normals.
 */
import { mixturePosterior, type Posterior, type Summary, summaryOf } from './mixture.ts'
import { at } from './numbers/at.ts'
import { gaussLegendre } from './numbers/quadrature.ts'
import type { AnalysisOptions } from './options.ts'
import { type Chances, chancesOf, type Verdict, verdictOf } from './verdict.ts'

/** One person's contrast: posterior mean and sd of the effect, from `analyse`. */
export interface TrialSummary {
  readonly id: string
  readonly mean: number
  readonly sd: number
}

export interface PooledEffect extends Summary, Chances {
  readonly verdict: Verdict
}

export interface Pooled {
  /** mu: the mean effect over people. */
  readonly group: PooledEffect
  /** The effect in the next person like these. */
  readonly next: PooledEffect
  /** How much people differ. */
  readonly tau: { readonly mean: number; readonly sd: number }
  /** Each person's effect, shrunk toward the group, with the effect of their own trial. */
  readonly people: readonly (PooledEffect & {
    readonly id: string
    readonly own: { readonly mean: number; readonly sd: number }
  })[]
  /** Trials without information beyond their prior. */
  readonly uninformative: readonly string[]
}

/** The prior sd of an effect in a single trial. */
export const priorEffectSd = ({ model, scale }: AnalysisOptions): number =>
  model === 'rating' ? (scale[1] - scale[0]) / 4 : 1

const legendre = gaussLegendre(80)

/** Undefined with fewer than two informative trials. All must share model, scale and direction. */
export function pool(summaries: readonly TrialSummary[], options: AnalysisOptions): Pooled | undefined {
  const prior = priorEffectSd(options)
  const informative = summaries.filter(({ sd }) => sd < 0.999 * prior)
  if (informative.length < 2) return undefined
  const y = Float64Array.from(informative, ({ mean, sd }) => mean / sd ** 2 / (1 / sd ** 2 - 1 / prior ** 2))
  const variances = Float64Array.from(informative, ({ sd }) => 1 / (1 / sd ** 2 - 1 / prior ** 2))
  const taus = legendre.nodes.map(node => ((node + 1) / 2) * 3 * prior)
  const given = taus.map(tau => groupGiven(tau, y, variances, prior))
  const best = Math.max(...given.map(({ log }) => log))
  const raw = given.map(({ log }, i) => at(legendre.weights, i) * Math.exp(log - best))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  const weights = Float64Array.from(raw, weight => weight / total)
  const mixture = (of: (i: number) => readonly [mean: number, variance: number]) => {
    const parts = taus.map((_, i) => of(i))
    return mixturePosterior({
      weights,
      means: Float64Array.from(parts, ([mean]) => mean),
      sds: Float64Array.from(parts, ([, variance]) => Math.sqrt(variance)),
    })
  }
  const group = (i: number) => given[i] ?? { mean: 0, variance: prior ** 2 }
  const tauMean = taus.reduce((sum, tau, i) => sum + at(weights, i) * tau, 0)
  const tauSquare = taus.reduce((sum, tau, i) => sum + at(weights, i) * tau * tau, 0)
  return {
    group: effectOf(
      mixture(i => [group(i).mean, group(i).variance]),
      options,
    ),
    next: effectOf(
      mixture(i => [group(i).mean, group(i).variance + (taus[i] ?? 0) ** 2]),
      options,
    ),
    tau: { mean: tauMean, sd: Math.sqrt(tauSquare - tauMean ** 2) },
    people: informative.map(({ id, mean, sd }, person) => ({
      id,
      own: { mean, sd },
      ...effectOf(
        mixture(i => {
          const [own, between] = [at(variances, person), (taus[i] ?? 0) ** 2]
          const pull = own / (own + between)
          const centre = (1 - pull) * at(y, person) + pull * group(i).mean
          return [centre, (own * between) / (own + between) + pull ** 2 * group(i).variance]
        }),
        options,
      ),
    })),
    uninformative: summaries.filter(each => !informative.includes(each)).map(({ id }) => id),
  }
}

/** mu given tau, and log p(y | tau) + log prior of tau, without constants. */
function groupGiven(tau: number, y: Float64Array, variances: Float64Array, prior: number) {
  let [precision, pull, log] = [1 / prior ** 2, 0, 0]
  for (let i = 0; i < y.length; i += 1) {
    const spread = at(variances, i) + tau * tau
    precision += 1 / spread
    pull += at(y, i) / spread
    log -= 0.5 * (Math.log(spread) + at(y, i) ** 2 / spread)
  }
  const scale = prior / 2
  return {
    mean: pull / precision,
    variance: 1 / precision,
    log: log + 0.5 * (pull ** 2 / precision) - 0.5 * Math.log(precision) - 0.5 * (tau / scale) ** 2,
  }
}

function effectOf(posterior: Posterior, options: AnalysisOptions): PooledEffect {
  const chances = chancesOf(posterior.below, options.mcid)
  return { ...summaryOf(posterior), ...chances, verdict: verdictOf(chances, options) }
}
