/**
 * The posterior of M2 and M3 by deterministic quadrature:
 *
 * 1. a coarse scan of 25 dispersions (mode and Laplace) finds where the dispersion and delta have their mass;
 * 2. 16 Gauss-Legendre nodes over the dispersion;
 * 3. at each, a common grid of 41 values of delta over the mean and 6.5 standard deviations either side; at each point
 *    Newton's method for (alpha, gamma) from the neighbour, then 5 x 7 adaptive Gauss-Hermite;
 * 4. summed over the dispersion, a natural cubic spline through the log density of delta, Simpson's rule for the rest.
 *
 * Against brute force: at most 0.0024 posterior sd and 1e-4 in a probability (docs/trials.md).
 */
import { gridPosterior } from './grid.ts'
import type { Posterior } from './mixture.ts'
import { type NaturalDifference, naturalDifference } from './natural.ts'
import { at } from './numbers/at.ts'
import { gaussHermite, gaussLegendre, type Quadrature } from './numbers/quadrature.ts'
import { conditionalModes, jointModes, type Place } from './period-mode.ts'
import { logPrior, type PeriodModel } from './period-model.ts'

export interface PeriodFit {
  /** Of delta, the log rate ratio or log odds ratio. */
  readonly posterior: Posterior
  /** Of the difference per night. */
  readonly natural: NaturalDifference
  readonly dispersionMean: number
  readonly logMarginalLikelihood: number
}

const deltaCount = 41
const reach = 6.5
const scanCount = 25
const scanDepth = 14
const legendre = gaussLegendre(16)
/** Seven nodes for alpha: the tail of exp(alpha) carries the spread of the difference per night. */
const [alphaNodes, gammaNodes] = [gaussHermite(7), gaussHermite(5)]
/** log of each weight, with the exp(z^2) that adaptive quadrature divides out. */
const logWeights = ({ nodes, weights }: Quadrature) => weights.map((weight, i) => Math.log(weight) + at(nodes, i) ** 2)
const [logAlpha, logGamma] = [logWeights(alphaNodes), logWeights(gammaNodes)]
const curves = alphaNodes.nodes.length * gammaNodes.nodes.length

export function fitPeriods(model: PeriodModel): PeriodFit {
  const { range, mean, sd } = scan(model)
  const step = (2 * reach * sd) / (deltaCount - 1)
  const deltas = Float64Array.from({ length: deltaCount }, (_, k) => mean - reach * sd + k * step)
  const isFixed = model.fixedDispersion !== undefined
  const dispersions = isFixed ? [0] : legendre.nodes.map(node => range[0] + ((node + 1) / 2) * (range[1] - range[0]))
  const logs = new Float64Array(dispersions.length * curves * deltaCount)
  const differences = new Float64Array(logs.length)

  dispersions.forEach((dispersion, d) => {
    const log = isFixed
      ? 0
      : model.logPriorDispersion(dispersion) + Math.log((at(legendre.weights, d) / 2) * (range[1] - range[0]))
    fillCurves(model, dispersion, log, deltas, d * curves, logs, differences)
  })

  const best = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const weights = logs.map(value => Math.exp(value - best))
  const marginal = new Float64Array(deltaCount)
  let [total, dispersed] = [0, 0]
  for (let curve = 0; curve < dispersions.length * curves; curve += 1)
    for (let k = 0; k < deltaCount; k += 1) {
      const weight = at(weights, curve * deltaCount + k)
      marginal[k] = at(marginal, k) + weight
      total += weight
      dispersed += weight * at(dispersions, Math.floor(curve / curves))
    }
  return {
    posterior: gridPosterior(deltas, marginal),
    natural: naturalDifference(weights, differences, deltaCount),
    dispersionMean: model.fixedDispersion ?? dispersed / total,
    logMarginalLikelihood: best + Math.log(total * step),
  }
}

/** Where the dispersion has its mass, and the mean and sd of delta over it, by the mode and the curvature there. */
function scan(model: PeriodModel): {
  readonly range: readonly [number, number]
  readonly mean: number
  readonly sd: number
} {
  const isFixed = model.fixedDispersion !== undefined
  const modeAt = jointModes(model)
  let range: readonly [number, number] = [0, isFixed ? 0 : model.mostDispersion]
  for (let round = 0; ; round += 1) {
    const gap = (range[1] - range[0]) / (scanCount - 1)
    const places = isFixed ? [0] : Array.from({ length: scanCount }, (_, i) => range[0] + i * gap)
    const found = places.map(dispersion => {
      const mode = modeAt(dispersion)
      return { ...mode, dispersion, log: mode.log + (isFixed ? 0 : model.logPriorDispersion(dispersion)) }
    })
    const best = Math.max(...found.map(({ log }) => log))
    const kept = found.filter(({ log }) => log > best - scanDepth)
    const low = Math.max(range[0], (kept[0]?.dispersion ?? 0) - gap)
    const high = Math.min(range[1], (kept.at(-1)?.dispersion ?? 0) + gap)
    // A narrow posterior shows in few points of the first scan: look once more, closer.
    if (!isFixed && kept.length < 9 && round < 3) {
      range = [low, high]
      continue
    }
    const total = kept.reduce((sum, { log }) => sum + Math.exp(log - best), 0)
    const mean = kept.reduce((sum, { log, delta }) => sum + (Math.exp(log - best) / total) * delta, 0)
    const variance = kept.reduce(
      (sum, { log, delta, variance: own }) => sum + (Math.exp(log - best) / total) * (own + (delta - mean) ** 2),
      0,
    )
    return { range: [low, high], mean, sd: Math.sqrt(variance) }
  }
}

/**
 * For one dispersion: 35 curves over delta, one a Hermite node, each with the log of its share of the posterior and the
 * difference per night along it.
 */
function fillCurves(
  model: PeriodModel,
  dispersion: number,
  logWeight: number,
  deltas: Float64Array,
  firstCurve: number,
  logs: Float64Array,
  differences: Float64Array,
): void {
  const modeAt = conditionalModes(model, dispersion)
  const slice = model.sliceAt(dispersion)

  const fillPoint = (k: number, start: Place): Place => {
    const delta = at(deltas, k)
    const mode = modeAt(delta, start)
    const logSpread = logWeight + Math.log(2 * mode.gammaSd * mode.alphaSd)
    let curve = firstCurve
    for (let i = 0; i < gammaNodes.nodes.length; i += 1) {
      const zi = at(gammaNodes.nodes, i)
      const gamma = mode.gamma + Math.SQRT2 * mode.gammaSd * zi
      slice.set(delta, gamma)
      for (let j = 0; j < alphaNodes.nodes.length; j += 1) {
        const zj = at(alphaNodes.nodes, j)
        const alpha = mode.alpha + Math.SQRT2 * (mode.slope * mode.gammaSd * zi + mode.alphaSd * zj)
        const expAlpha = Math.exp(alpha)
        const log = slice.logLikelihood(alpha, expAlpha) + logPrior(alpha, delta, gamma)
        logs[curve * deltaCount + k] = logSpread + log + at(logGamma, i) + at(logAlpha, j)
        differences[curve * deltaCount + k] = slice.difference(expAlpha)
        curve += 1
      }
    }
    return mode
  }

  // From the middle outward, each mode sought from where the two before it point.
  const middle = (deltaCount - 1) / 2
  const fromMiddle = fillPoint(middle, { alpha: 0, gamma: 0 })
  for (const direction of [1, -1])
    for (let k = middle + direction, before = fromMiddle, last = fromMiddle; k >= 0 && k < deltaCount; k += direction) {
      const start = { alpha: 2 * last.alpha - before.alpha, gamma: 2 * last.gamma - before.gamma }
      before = last
      last = fillPoint(k, start)
    }
}
