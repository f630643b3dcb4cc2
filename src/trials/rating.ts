/**
 * M1: a 0-10 rating per day, compared between arms with correlated days.
 *
 *   y_t = alpha + tau[arm_t] + gamma s_t + u_t,  u stationary Gaussian with sd sigma and corr(u_s, u_t) = rho^|days apart|
 *
 * The true gaps between recorded days are used, so missed days are left out and nothing is imputed. tau = C b with C the
 * orthonormal Helmert contrasts. Priors, S the width of the scale and c its middle:
 *
 *   alpha ~ N(c, (S/2)^2), b_j ~ N(0, S^2/32) (so every difference of two arms ~ N(0, (S/4)^2)), gamma ~ N(0, (S/4)^2),
 *   sigma ~ half-Student-t(3, scale S/4), (1 + rho)/2 ~ Beta(6, 4)
 *
 * Given rho and sigma everything else is Gaussian, so the posterior of an effect is a finite mixture of normals over a
 * grid of u = atanh(rho) and l = log(sigma) (trapezoid rule; no random numbers). Why AR(1): ordinary regression makes
 * a false claim 10 to 27 % of the time on such data (Tang and Landes, PLoS ONE 2020 e0228077;
 * docs/trials-calibration.md). Bayesian n-of-1 regression with trend and autocorrelation: Schmid and Yang, HDSR 2022.
 */
import { helmert } from './helmert.ts'
import type { Mixture } from './mixture.ts'
import { at } from './numbers/at.ts'
import { cholesky, solveLower, solveUpper } from './numbers/cholesky.ts'
import type { RatingData } from './rating-data.ts'
import { whiten } from './whiten.ts'

/** The posterior on its grid: a node is a pair of rho and sigma, given which the coefficients are Gaussian. */
export interface RatingFit {
  readonly weights: Float64Array
  /** Coefficients b of the Helmert contrasts, node after node. */
  readonly contrasts: Float64Array
  /** Their covariance, lower factor L (L L' = covariance) row by row, node after node. */
  readonly factors: Float64Array
  readonly armCount: number
  readonly rhoMean: number
  readonly sigmaMean: number
  readonly logMarginalLikelihood: number
}

/** The factor of the grid's step width: 1 for a result, 1.6 for simulations of many trials. */
export type Coarseness = 1 | 1.6

const depth = 18
const [lowestU, highestU] = [-2.4, 3]
/**
 * As a share of the scale's width: no rating is that exact. With fewer records than coefficients the posterior reaches
 * far down, and below this limit the sums lose precision; the mass there is at most 4 in a million.
 */
const leastSigma = 1e-6

/** Needs at least two arms, two records and some variation that the arms and the trend do not explain. */
export function fitRating(data: RatingData, coarseness: Coarseness = 1): RatingFit {
  const { y, scale } = data
  const width = scale[1] - scale[0]
  const count = y.length
  const stepU = coarseness * Math.min(0.12, 0.7 / Math.sqrt(count))
  const stepL = coarseness * Math.min(0.14, 0.75 / Math.sqrt(2 * count))
  const size = data.armCount + 1
  const variances = priorVariances(data.armCount, width)
  const work = workspace(size)
  const columnsU = Math.floor((highestU - lowestU) / stepU) + 1
  const nodes: Node[] = []
  let best = Number.NEGATIVE_INFINITY
  let mode = Math.round(Math.log((4 * roughSpread(data, width)) / width) / stepL)

  for (const column of outward(columnsU, Math.round((0.2 - lowestU) / stepU))) {
    const u = lowestU + column * stepU
    const rho = Math.tanh(u)
    const sums = whiten(data, rho)
    const fixed =
      -0.5 * sums.logSpread - 0.5 * count * Math.log(2 * Math.PI) + 6 * Math.log(1 + rho) + 4 * Math.log(1 - rho)
    const density = (index: number) => {
      const sigma = (width / 4) * Math.exp(index * stepL)
      if (sigma < leastSigma * width) return Number.NEGATIVE_INFINITY
      return fixed + logGiven(sums, sigma, variances, work) - count * Math.log(sigma) + logPriorSigma(sigma, width)
    }
    mode = climb(density, mode)
    for (const direction of [1, -1]) {
      for (let index = direction === 1 ? mode : mode - 1; ; index += direction) {
        const log = density(index)
        if (!(log > best - depth)) break
        best = Math.max(best, log)
        nodes.push({ rho, sigma: (width / 4) * Math.exp(index * stepL), log, sums })
      }
    }
  }
  return gather(
    nodes.filter(({ log }) => log > best - depth),
    best,
    stepU * stepL,
    data.armCount,
    variances,
    work,
  )
}

/** The posterior of the difference of two arms: `to` minus `from`. */
export function difference({ weights, contrasts, factors, armCount }: RatingFit, from: number, to: number): Mixture {
  const free = armCount - 1
  const direction = Array.from({ length: free }, (_, j) => helmert(to, j) - helmert(from, j))
  const means = new Float64Array(weights.length)
  const sds = new Float64Array(weights.length)
  for (let node = 0; node < weights.length; node += 1) {
    let mean = 0
    for (let j = 0; j < free; j += 1) mean += at(direction, j) * at(contrasts, node * free + j)
    let variance = 0
    for (let k = 0; k < free; k += 1) {
      let part = 0
      for (let j = k; j < free; j += 1) part += at(direction, j) * at(factors, (node * free + j) * free + k)
      variance += part * part
    }
    means[node] = mean
    sds[node] = Math.sqrt(variance)
  }
  return { weights, means, sds }
}

interface Node {
  readonly rho: number
  readonly sigma: number
  readonly log: number
  readonly sums: ReturnType<typeof whiten>
}

/** Columns from the middle outward, so that the best density is found early and the far columns are cheap. */
function* outward(count: number, start: number): Generator<number> {
  for (let column = start; column < count; column += 1) yield column
  for (let column = start - 1; column >= 0; column -= 1) yield column
}

function climb(density: (index: number) => number, start: number): number {
  let [index, value] = [start, density(start)]
  for (const direction of [1, -1])
    for (;;) {
      const next = density(index + direction)
      if (!(next > value)) break
      ;[index, value] = [index + direction, next]
    }
  return index
}

/** Prior variances of alpha, b_1 .. b_(K-1), gamma. */
const priorVariances = (armCount: number, width: number): readonly number[] => [
  (width / 2) ** 2,
  ...Array.from({ length: armCount - 1 }, () => width ** 2 / 32),
  (width / 4) ** 2,
]

/** Half-Student-t with 3 degrees of freedom and scale S/4; its density at 0 is 4 / (pi sqrt 3) over the scale. */
const logPriorSigma = (sigma: number, width: number): number =>
  Math.log(16 / (Math.PI * Math.sqrt(3) * width)) -
  2 * Math.log1p((16 * sigma * sigma) / (3 * width * width)) +
  Math.log(sigma)

interface Workspace {
  readonly size: number
  readonly precision: Float64Array
  readonly factor: Float64Array
  readonly half: Float64Array
  readonly solved: Float64Array
}

const workspace = (size: number): Workspace => ({
  size,
  precision: new Float64Array(size * size),
  factor: new Float64Array(size * size),
  half: new Float64Array(size),
  solved: new Float64Array(size),
})

/**
 * log p(y | rho, sigma) without its constants: P = A/sigma^2 + V^-1, m = P^-1 h/sigma^2, and
 * -1/2 (log|V| + log|P| + q/sigma^2 - m'P m). Leaves the factor of P in the workspace. y is centred, so the prior mean is 0.
 */
function logGiven(
  { cross, product, square }: ReturnType<typeof whiten>,
  sigma: number,
  variances: readonly number[],
  { size, precision, factor, half }: Workspace,
): number {
  const scale = 1 / (sigma * sigma)
  let logPrior = 0
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) precision[i * size + j] = at(cross, i * size + j) * scale
    precision[i * size + i] = at(precision, i * size + i) + 1 / at(variances, i)
    logPrior += Math.log(at(variances, i))
  }
  const logPrecision = cholesky(precision, size, factor)
  solveLower(factor, size, product, half)
  let explained = 0
  for (let i = 0; i < size; i += 1) explained += at(half, i) ** 2
  return -0.5 * (logPrior + logPrecision + square * scale - explained * scale * scale)
}

/** Weights, means and covariance factors of the nodes with relevant weight. */
function gather(
  nodes: readonly Node[],
  best: number,
  cell: number,
  armCount: number,
  variances: readonly number[],
  work: Workspace,
): RatingFit {
  const free = armCount - 1
  const { size, factor, half, solved } = work
  const weights = Float64Array.from(nodes, ({ log }) => Math.exp(log - best))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const contrasts = new Float64Array(nodes.length * free)
  const factors = new Float64Array(nodes.length * free * free)
  const unit = new Float64Array(size)
  const covariance = new Float64Array(free * free)
  const lower = new Float64Array(free * free)
  let [rhoMean, sigmaMean] = [0, 0]
  nodes.forEach(({ rho, sigma, sums }, node) => {
    const weight = at(weights, node) / total
    weights[node] = weight
    rhoMean += weight * rho
    sigmaMean += weight * sigma
    logGiven(sums, sigma, variances, work)
    solveUpper(factor, size, half, solved)
    for (let j = 0; j < free; j += 1) contrasts[node * free + j] = at(solved, j + 1) / (sigma * sigma)
    for (let j = 0; j < free; j += 1) {
      unit.fill(0)
      unit[j + 1] = 1
      solveLower(factor, size, unit, solved)
      solveUpper(factor, size, solved, solved)
      for (let k = 0; k < free; k += 1) covariance[j * free + k] = at(solved, k + 1)
    }
    cholesky(covariance, free, lower)
    factors.set(lower, node * free * free)
  })
  // The density of u is (1 + rho)^6 (1 - rho)^4 times 504 / 2^9; B(6, 4) = 1 / 504.
  const logMarginalLikelihood = best + Math.log(total * cell) + Math.log(504 / 2 ** 9)
  return { weights, contrasts, factors, armCount, rhoMean, sigmaMean, logMarginalLikelihood }
}

/** Standard deviation of the ratings, the start of the search for sigma. */
function roughSpread({ y }: RatingData, width: number): number {
  const values = Array.from(y)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return Math.max(Math.sqrt(variance), width * 1e-4)
}
