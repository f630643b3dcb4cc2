/**
 * What do displayed stars say about the true mean rating?
 *
 * The displayed value is an average rounded to a step, so it only says that the mean is near an interval. The true mean
 * m has a category prior Normal(m0, tau); the likelihood of displayed stars r is Phi((r + h - m) / s) - Phi((r - h - m)
 * / s), h half a step, s = sqrt(sigma^2 / n + b^2). It is solved on a grid. The prior and the allowance b for selected
 * or false reviews are assumed, not measured: docs/product-ranking.md shows their effect.
 */
import type { Rating } from '../knowledge/product-schema.ts'

export interface RatingModel {
  /** m0, in stars of 5. */
  readonly priorMean: number
  /** tau. */
  readonly priorSd: number
  /** sigma: the spread of single ratings. */
  readonly reviewSd: number
  /** b: the allowance for ratings that are not those of all buyers. */
  readonly biasSd: number
}

export const ratingModel: RatingModel = { priorMean: 4.3, priorSd: 0.25, reviewSd: 1.2, biasSd: 0.15 }

/** The distribution of the true mean rating: weights on a grid from 3 to 5 stars, with summaries. */
export interface Posterior {
  readonly mean: number
  readonly sd: number
  /** The mean is above this with probability 0.95. */
  readonly lower5: number
  readonly upper95: number
  readonly weights: readonly number[]
}

const cells = 2000
const grid = Array.from({ length: cells }, (_, at) => 3 + (2 * (at + 0.5)) / cells)

/** Without a rating the prior alone: unknown, not zero. */
export function posterior(rating: Rating | undefined, model: RatingModel = ratingModel): Posterior {
  const raw = grid.map(mean => prior(mean, model) * (rating ? likelihood(rating, mean, model) : 1))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  // The stars are too low for any mean of the grid: all the weight goes to its lower end.
  const weights = total > 0 ? raw.map(weight => weight / total) : grid.map((_, at) => (at === 0 ? 1 : 0))
  const expected = (value: (mean: number) => number) =>
    grid.reduce((sum, mean, at) => sum + (weights[at] ?? 0) * value(mean), 0)
  const mean = expected(each => each)
  return {
    mean,
    sd: Math.sqrt(expected(each => (each - mean) ** 2)),
    lower5: quantile(weights, 0.05),
    upper95: quantile(weights, 0.95),
    weights,
  }
}

/** The probability that `a` has a higher true rating than `b`. An equal cell counts half. */
export function probabilityBetter(a: Posterior, b: Posterior): number {
  let below = 0
  let better = 0
  for (const [at, weight] of a.weights.entries()) {
    const same = b.weights[at] ?? 0
    better += weight * (below + same / 2)
    below += same
  }
  return better
}

/** Stars of any scale as stars of 5, with half the rounding step. */
function onFive({ stars, best, step }: Rating): { readonly stars: number; readonly half: number } {
  return { stars: (stars * 5) / best, half: (step * 5) / best / 2 }
}

const prior = (mean: number, { priorMean, priorSd }: RatingModel) =>
  Math.exp(-(((mean - priorMean) / priorSd) ** 2) / 2)

function likelihood(rating: Rating, mean: number, { reviewSd, biasSd }: RatingModel): number {
  const { stars, half } = onFive(rating)
  const spread = Math.sqrt(reviewSd ** 2 / rating.reviews + biasSd ** 2)
  return normal((stars + half - mean) / spread) - normal((stars - half - mean) / spread)
}

function quantile(weights: readonly number[], share: number): number {
  let sum = 0
  for (const [at, weight] of weights.entries()) {
    if (sum + weight >= share) return (grid[at] ?? 5) + ((share - sum) / weight - 0.5) * (2 / cells)
    sum += weight
  }
  return 5
}

/** The standard normal distribution: Abramowitz and Stegun 7.1.26 for erf, absolute error below 1.5e-7. */
function normal(x: number): number {
  const z = Math.abs(x) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * z)
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  const half = (tail * Math.exp(-z * z)) / 2
  return x < 0 ? half : 1 - half
}
