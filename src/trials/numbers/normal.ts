/**
 * The normal distribution.
 *
 * `normalCdf` is Cody's rational Chebyshev approximation (W. J. Cody, "Rational Chebyshev approximations for the error
 * function", Math. Comp. 23 (1969) 631-637; ACM Algorithm 715), relative error below 1e-15 in both tails.
 */
import { at } from './at.ts'
import { gaussLegendre } from './quadrature.ts'

const near = {
  top: [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  first: 0.06568233791820745,
  bottom: [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
}
const middle = {
  top: [
    0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726, 6848.190450536283,
    11602.65143764735, 9842.714838383978,
  ],
  first: 1.0765576773720192e-8,
  bottom: [
    22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
    38912.00328609327, 19685.429676859992,
  ],
}
const far = {
  top: [0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-5],
  first: 0.023073441764940174,
  bottom: [1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5],
}

const rootOfTwoPi = Math.sqrt(2 * Math.PI)

/** P(Z <= x) of a standard normal Z. */
export function normalCdf(x: number): number {
  const size = Math.abs(x)
  if (size <= 0.67448975) {
    const square = x * x
    let top = near.first * square
    let bottom = square
    for (let i = 0; i < 3; i += 1) {
      top = (top + at(near.top, i)) * square
      bottom = (bottom + at(near.bottom, i)) * square
    }
    return 0.5 + (x * (top + at(near.top, 3))) / (bottom + at(near.bottom, 3))
  }
  const tail = upperTail(size)
  return x > 0 ? 1 - tail : tail
}

/** P(Z > x) for x > 0.67. */
function upperTail(x: number): number {
  if (x > 38.5) return 0
  // exp(-x^2 / 2) in two factors, the first of an exactly representable square, keeps the relative error of the tail.
  const rounded = Math.trunc(x * 16) / 16
  const density = Math.exp(-rounded * rounded * 0.5) * Math.exp(-(x - rounded) * (x + rounded) * 0.5)
  if (x <= Math.sqrt(32)) {
    let top = middle.first * x
    let bottom = x
    for (let i = 0; i < 7; i += 1) {
      top = (top + at(middle.top, i)) * x
      bottom = (bottom + at(middle.bottom, i)) * x
    }
    return (density * (top + at(middle.top, 7))) / (bottom + at(middle.bottom, 7))
  }
  const inverse = 1 / (x * x)
  let top = far.first * inverse
  let bottom = inverse
  for (let i = 0; i < 4; i += 1) {
    top = (top + at(far.top, i)) * inverse
    bottom = (bottom + at(far.bottom, i)) * inverse
  }
  const correction = (inverse * (top + at(far.top, 4))) / (bottom + at(far.bottom, 4))
  return (density * (1 / rootOfTwoPi - correction)) / x
}

/** The density of a standard normal at x. */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / rootOfTwoPi

const arc = gaussLegendre(24)

/**
 * P(X <= h, Y <= k) of two standard normals with correlation r, |r| < 1: one integral over the correlation
 * (Z. Drezner, G. O. Wesolowsky, "On the computation of the bivariate normal integral", J. Stat. Comput. Simul. 35 (1990)).
 */
export function bivariateNormalCdf(h: number, k: number, r: number): number {
  const half = Math.asin(r) / 2
  let sum = 0
  for (let i = 0; i < arc.nodes.length; i += 1) {
    const sine = Math.sin(half * (1 + at(arc.nodes, i)))
    sum += at(arc.weights, i) * Math.exp((sine * h * k - 0.5 * (h * h + k * k)) / (1 - sine * sine))
  }
  return normalCdf(h) * normalCdf(k) + (half * sum) / (2 * Math.PI)
}
