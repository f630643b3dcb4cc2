/** A posterior as a finite mixture of normals. Its mean, spread and distribution are exact sums, without sampling. */
import { at } from './numbers/at.ts'
import { normalCdf, normalDensity } from './numbers/normal.ts'

export interface Mixture {
  /** They sum to 1. */
  readonly weights: Float64Array
  readonly means: Float64Array
  readonly sds: Float64Array
}

/** The queries on the posterior of an effect, however it was computed. */
export interface Posterior {
  readonly mean: number
  readonly sd: number
  /** P(effect < x). */
  readonly below: (x: number) => number
  readonly density: (x: number) => number
}

/** The location of the effect: its mean, spread, median and 95 % interval. */
export interface Summary {
  readonly mean: number
  readonly sd: number
  readonly q025: number
  readonly q50: number
  readonly q975: number
}

/** A node with less weight than this affects neither a picture nor a step of a search. */
const leastWeight = 1e-6

export function mixturePosterior({ weights, means, sds }: Mixture): Posterior {
  let mean = 0
  for (let i = 0; i < weights.length; i += 1) mean += at(weights, i) * at(means, i)
  let variance = 0
  for (let i = 0; i < weights.length; i += 1)
    variance += at(weights, i) * (at(sds, i) ** 2 + (at(means, i) - mean) ** 2)
  return {
    mean,
    sd: Math.sqrt(variance),
    below: x => {
      let sum = 0
      for (let i = 0; i < weights.length; i += 1) sum += at(weights, i) * normalCdf((x - at(means, i)) / at(sds, i))
      return sum
    },
    density: x => {
      let sum = 0
      for (let i = 0; i < weights.length; i += 1) {
        const weight = at(weights, i)
        if (weight > leastWeight) sum += (weight * normalDensity((x - at(means, i)) / at(sds, i))) / at(sds, i)
      }
      return sum
    },
  }
}

export const summaryOf = (posterior: Posterior): Summary => ({
  mean: posterior.mean,
  sd: posterior.sd,
  q025: quantile(posterior, 0.025),
  q50: quantile(posterior, 0.5),
  q975: quantile(posterior, 0.975),
})

/** The quantile at `share`: Newton's method, within a bracket that only shrinks. */
function quantile({ mean, sd, below, density }: Posterior, share: number): number {
  let [low, high] = [mean - 4 * sd, mean + 4 * sd]
  while (below(low) > share) low -= 4 * sd
  while (below(high) < share) high += 4 * sd
  let x = Math.min(Math.max(mean + sd * firstGuess(share), low), high)
  for (let step = 0; step < 60; step += 1) {
    const excess = below(x) - share
    if (excess > 0) high = x
    else low = x
    const next = x - excess / density(x)
    const moved = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(moved - x) < 1e-10 * sd) return moved
    x = moved
  }
  return x
}

/** The quantile of a normal, accurate to 0.003 (Abramowitz and Stegun 26.2.22): the start for Newton's method. */
function firstGuess(share: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(share, 1 - share)))
  const size = t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t)
  return share < 0.5 ? -size : size
}
