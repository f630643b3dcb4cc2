/**
 * The difference on the scale people count in (cramps a night, share of nights), exactly.
 *
 * The quadrature leaves curves over delta, one for each node of the dispersion, alpha and gamma. Counting nodes on
 * either side of a threshold would be off by up to 0.01. Instead each curve is followed to the delta at which the
 * difference crosses the threshold, and its cumulative weight is interpolated there.
 */
import { at } from './numbers/at.ts'

export interface NaturalDifference {
  readonly mean: number
  readonly sd: number
  /** P(difference < threshold). */
  readonly below: (threshold: number) => number
  /** The value below which a share of the posterior lies. */
  readonly quantile: (share: number) => number
}

/** `weights` and `differences` contain one curve after the other, each with `length` equally spaced points of delta. */
export function naturalDifference(weights: Float64Array, differences: Float64Array, length: number): NaturalDifference {
  let total = 0
  let first = 0
  let second = 0
  for (let i = 0; i < weights.length; i += 1) {
    const weight = at(weights, i)
    const difference = at(differences, i)
    total += weight
    first += weight * difference
    second += weight * difference * difference
  }
  const mean = first / total
  const sd = Math.sqrt(second / total - mean * mean)
  const upTo = cumulative(weights, length)
  let all = 0
  for (let end = length - 1; end < upTo.length; end += length) all += at(upTo, end)
  const rising = Array.from({ length: weights.length / length }, (_, curve) =>
    isRising(differences, curve * length, length),
  )
  const below = (threshold: number): number => {
    let under = 0
    for (let curve = 0; curve < weights.length; curve += length)
      under += rising[curve / length]
        ? underRising(weights, differences, upTo, curve, length, threshold)
        : underAny(weights, differences, upTo, curve, length, threshold)
    return under / all
  }
  return {
    mean,
    sd,
    below,
    quantile: share => falsePosition(x => below(x) - share, mean - 3 * sd, mean + 3 * sd, 1e-5 * sd),
  }
}

/** Per curve, the weight up to each point: over each step the integral of the cubic through the four points around it. */
function cumulative(weights: Float64Array, length: number): Float64Array {
  const upTo = new Float64Array(weights.length)
  for (let curve = 0; curve < weights.length; curve += length)
    for (let k = 0; k < length - 1; k += 1) {
      const i = curve + k
      const a = at(weights, i)
      const b = at(weights, i + 1)
      const mass =
        k === 0 || k === length - 2
          ? (a + b) / 2
          : Math.max(0, (13 * (a + b) - at(weights, i - 1) - at(weights, i + 2)) / 24)
      upTo[i + 1] = at(upTo, i) + mass
    }
  return upTo
}

function isRising(differences: Float64Array, curve: number, length: number): boolean {
  for (let i = curve; i < curve + length - 1; i += 1) if (at(differences, i + 1) < at(differences, i)) return false
  return true
}

/** The weight of a monotonic curve below a threshold: one crossing, found by bisection. */
function underRising(
  weights: Float64Array,
  differences: Float64Array,
  upTo: Float64Array,
  curve: number,
  length: number,
  threshold: number,
): number {
  if (at(differences, curve) >= threshold) return 0
  if (at(differences, curve + length - 1) < threshold) return at(upTo, curve + length - 1)
  let low = 0
  let high = length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (at(differences, curve + middle) < threshold) low = middle
    else high = middle
  }
  return at(upTo, curve + low) + portion(weights, differences, upTo, curve, low, length, threshold)
}

/**
 * The same for a curve that is not monotonic (its alpha follows delta, so the difference need not increase everywhere).
 */
function underAny(
  weights: Float64Array,
  differences: Float64Array,
  upTo: Float64Array,
  curve: number,
  length: number,
  threshold: number,
): number {
  let under = 0
  for (let k = 0; k < length - 1; k += 1) {
    const mass = at(upTo, curve + k + 1) - at(upTo, curve + k)
    const isLeftUnder = at(differences, curve + k) < threshold
    const isRightUnder = at(differences, curve + k + 1) < threshold
    if (isLeftUnder && isRightUnder) under += mass
    else if (isLeftUnder !== isRightUnder) {
      const share = portion(weights, differences, upTo, curve, k, length, threshold)
      under += isLeftUnder ? share : mass - share
    }
  }
  return under
}

/**
 * The weight between point k and the crossing of the threshold before point k + 1: the Hermite cubic of the cumulative
 * weight, whose slopes are the weights.
 */
function portion(
  weights: Float64Array,
  differences: Float64Array,
  upTo: Float64Array,
  curve: number,
  k: number,
  length: number,
  threshold: number,
): number {
  const i = curve + k
  const mass = at(upTo, i + 1) - at(upTo, i)
  const t = crossing(differences, i, k > 0 && k < length - 2, threshold)
  const square = t * t
  const cube = square * t
  const part =
    at(weights, i) * (cube - 2 * square + t) + at(weights, i + 1) * (cube - square) + mass * (3 * square - 2 * cube)
  return Math.min(Math.max(part, 0), mass)
}

/**
 * Where the difference crosses between points i and i + 1, as a share of the step: on the cubic through four points.
 */
function crossing(differences: Float64Array, i: number, isInside: boolean, threshold: number): number {
  const b = at(differences, i) - threshold
  const c = at(differences, i + 1) - threshold
  if (!isInside) return b / (b - c)
  const a = at(differences, i - 1) - threshold
  const d = at(differences, i + 2) - threshold
  // The cubic as b + t (k1 + t (k2 + t k3)), its root by Newton's method from where the straight line crosses.
  const k3 = (d - a) / 6 + (b - c) / 2
  const k2 = (a + c) / 2 - b
  const k1 = c - b - k2 - k3
  let t = b / (b - c)
  for (let step = 0; step < 3; step += 1) {
    const moved = t - (b + t * (k1 + t * (k2 + t * k3))) / (k1 + t * (2 * k2 + t * 3 * k3))
    if (!(moved >= 0 && moved <= 1)) return b / (b - c)
    t = moved
  }
  return t
}

/** The root of a function between two points of opposite sign (widened if they are not), by the Illinois method. */
function falsePosition(f: (x: number) => number, from: number, to: number, near: number): number {
  let [a, b, fa, fb] = [from, to, f(from), f(to)]
  for (let i = 0; i < 30 && fa < 0 === fb < 0; i += 1) {
    const width = b - a
    ;[a, b] = [a - width, b + width]
    ;[fa, fb] = [f(a), f(b)]
  }
  let x = b
  for (let step = 0; step < 60; step += 1) {
    const next = b - (fb * (b - a)) / (fb - fa)
    if (!Number.isFinite(next) || Math.abs(next - x) < near) return Number.isFinite(next) ? next : x
    x = next
    const fx = f(x)
    if (fx < 0 !== fb < 0) [a, fa] = [b, fb]
    else fa /= 2
    ;[b, fb] = [x, fx]
  }
  return x
}
