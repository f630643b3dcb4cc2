/**
 * The posterior of M2 and M3 by deterministic quadrature:
 *
 * 1. a coarse scan of 25 dispersions (mode and Laplace) finds where the dispersion and delta have their mass;
 * 2. 16 Gauss-Legendre nodes over the dispersion;
 * 3. at each, a common grid of 41 values of delta over the mean and 6.5 standard deviations either side; at each point
 *    Newton's method for (alpha, gamma) from the neighbour, then 5 x 7 adaptive Gauss-Hermite;
 * 4. summed over the dispersion, a natural cubic spline through the log density of delta, Simpson's rule for the rest.
 *
 * Compared with brute force: at most 0.0024 posterior sd and 1e-4 in a probability (docs/trials.md).
 */
import { gridPosterior } from './grid.ts'
import type { Posterior } from './mixture.ts'
import { type NaturalDifference, naturalDifference } from './natural.ts'
import { at } from './numbers/at.ts'
import { gaussHermite, gaussLegendre, type Quadrature } from './numbers/quadrature.ts'
import { conditionalModes, type Place } from './period-mode.ts'
import { logPrior, type PeriodModel } from './period-model.ts'
import { scanDispersion } from './period-scan.ts'

export interface PeriodFit {
  /** Of delta, the log rate ratio or log odds ratio. */
  readonly posterior: Posterior
  /** Of the difference per night. */
  readonly natural: NaturalDifference
  readonly dispersionMean: number
  readonly logMarginalLikelihood: number
}

interface Grid {
  readonly scanned: number
  readonly dispersions: Quadrature
  /** Odd. */
  readonly deltas: number
  readonly alphas: Hermite
  readonly gammas: Hermite
}

interface Hermite {
  readonly nodes: readonly number[]
  /** log of each weight, with the exp(z^2) that adaptive quadrature divides out. */
  readonly logs: readonly number[]
}

function hermite(count: number): Hermite {
  const { nodes, weights } = gaussHermite(count)
  return { nodes, logs: weights.map((weight, i) => Math.log(weight) + at(nodes, i) ** 2) }
}

/**
 * `fine` is for a result; alpha has seven nodes, because its exponential determines the spread of the difference per
 * night.
 */
const grids = {
  fine: { scanned: 25, dispersions: gaussLegendre(16), deltas: 41, alphas: hermite(7), gammas: hermite(5) },
  coarse: { scanned: 9, dispersions: gaussLegendre(6), deltas: 25, alphas: hermite(3), gammas: hermite(3) },
} as const satisfies Record<string, Grid>

/** `coarse` is for simulations of many trials: within 0.01 in a probability, ten times as fast. */
export type Fineness = keyof typeof grids

const reach = 6.5

export function fitPeriods(model: PeriodModel, fineness: Fineness = 'fine'): PeriodFit {
  const grid: Grid = grids[fineness]
  const { range, mean, sd } = scanDispersion(model, grid.scanned)
  const count = grid.deltas
  const curves = grid.alphas.nodes.length * grid.gammas.nodes.length
  const step = (2 * reach * sd) / (count - 1)
  const deltas = Float64Array.from({ length: count }, (_, k) => mean - reach * sd + k * step)
  const isFixed = model.fixedDispersion !== undefined
  const dispersions = isFixed
    ? [0]
    : grid.dispersions.nodes.map(node => range[0] + ((node + 1) / 2) * (range[1] - range[0]))
  const logs = new Float64Array(dispersions.length * curves * count)
  const differences = new Float64Array(logs.length)

  dispersions.forEach((dispersion, d) => {
    const log = isFixed
      ? 0
      : model.logPriorDispersion(dispersion) + Math.log((at(grid.dispersions.weights, d) / 2) * (range[1] - range[0]))
    fillCurves(model, grid, dispersion, log, deltas, d * curves, logs, differences)
  })

  let best = Number.NEGATIVE_INFINITY
  for (let i = 0; i < logs.length; i += 1) best = Math.max(best, at(logs, i))
  // The logs are no longer needed: their array becomes the weights.
  const weights = logs
  for (let i = 0; i < logs.length; i += 1) weights[i] = Math.exp(at(logs, i) - best)
  const marginal = new Float64Array(count)
  let total = 0
  let dispersed = 0
  for (let curve = 0; curve < dispersions.length * curves; curve += 1) {
    let own = 0
    for (let k = 0; k < count; k += 1) {
      const weight = at(weights, curve * count + k)
      marginal[k] = at(marginal, k) + weight
      own += weight
    }
    total += own
    dispersed += own * (dispersions[Math.floor(curve / curves)] ?? 0)
  }
  return {
    posterior: gridPosterior(deltas, marginal),
    natural: naturalDifference(weights, differences, count),
    dispersionMean: model.fixedDispersion ?? dispersed / total,
    logMarginalLikelihood: best + Math.log(total * step),
  }
}

/**
 * For one dispersion: a curve over delta for each Hermite node, each with the log of its share of the posterior and the
 * difference per night along it.
 */
function fillCurves(
  model: PeriodModel,
  { alphas, gammas }: Grid,
  dispersion: number,
  logWeight: number,
  deltas: Float64Array,
  firstCurve: number,
  logs: Float64Array,
  differences: Float64Array,
): void {
  const count = deltas.length
  const modeAt = conditionalModes(model, dispersion)
  const slice = model.sliceAt(dispersion)

  const fillPoint = (k: number, start: Place): Place => {
    const delta = at(deltas, k)
    const mode = modeAt(delta, start)
    const logSpread = logWeight + Math.log(2 * mode.gammaSd * mode.alphaSd)
    let curve = firstCurve
    for (let i = 0; i < gammas.nodes.length; i += 1) {
      const away = Math.SQRT2 * mode.gammaSd * at(gammas.nodes, i)
      const gamma = mode.gamma + away
      const centre = mode.alpha + mode.slope * away
      const logGamma = logSpread + at(gammas.logs, i)
      slice.set(delta, gamma)
      for (let j = 0; j < alphas.nodes.length; j += 1) {
        const alpha = centre + Math.SQRT2 * mode.alphaSd * at(alphas.nodes, j)
        const expAlpha = Math.exp(alpha)
        const log = slice.logLikelihood(alpha, expAlpha) + logPrior(alpha, delta, gamma)
        logs[curve * count + k] = logGamma + log + at(alphas.logs, j)
        differences[curve * count + k] = slice.difference(expAlpha)
        curve += 1
      }
    }
    return mode
  }

  // From the middle outward; each mode search starts from an extrapolation of the two previous modes.
  const middle = (count - 1) / 2
  const fromMiddle = fillPoint(middle, { alpha: 0, gamma: 0 })
  for (const direction of [1, -1])
    for (let k = middle + direction, before = fromMiddle, last = fromMiddle; k >= 0 && k < count; k += direction) {
      const start = { alpha: 2 * last.alpha - before.alpha, gamma: 2 * last.gamma - before.gamma }
      before = last
      last = fillPoint(k, start)
    }
}
