/**
 * The probability that each of K arms has the lowest mean, from the nodes of M1: exact for two arms (normal); for
 * three, a bivariate normal orthant per node; for more, a fixed lattice of points (no random numbers), accurate to
 * about 0.002.
 */
import { helmert } from './helmert.ts'
import { mixturePosterior } from './mixture.ts'
import { at } from './numbers/at.ts'
import { bivariateNormalCdf } from './numbers/normal.ts'
import { difference, type RatingFit } from './rating.ts'

/** In the order of the arms; sums to 1. */
export function probabilityOfLowest(fit: RatingFit): readonly number[] {
  if (fit.armCount === 2) {
    const second = mixturePosterior(difference(fit, 0, 1)).below(0)
    return [1 - second, second]
  }
  return fit.armCount === 3 ? ofThree(fit) : byLattice(fit)
}

function ofThree(fit: RatingFit): readonly number[] {
  const { weights } = fit
  const shares = [0, 1, 2].map(arm => {
    const [first = 0, second = 0] = [0, 1, 2].filter(other => other !== arm)
    // Both differences to this arm must be above 0; their correlation follows from the difference between the two.
    const [a, b, between] = [difference(fit, arm, first), difference(fit, arm, second), difference(fit, first, second)]
    let sum = 0
    for (let node = 0; node < weights.length; node += 1) {
      const [sdA, sdB, sdC] = [at(a.sds, node), at(b.sds, node), at(between.sds, node)]
      const correlation = (sdA ** 2 + sdB ** 2 - sdC ** 2) / (2 * sdA * sdB)
      sum += at(weights, node) * bivariateNormalCdf(at(a.means, node) / sdA, at(b.means, node) / sdB, correlation)
    }
    return sum
  })
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map(share => share / total)
}

const points = 16_384

function byLattice({ weights, contrasts, factors, armCount }: RatingFit): readonly number[] {
  const free = armCount - 1
  const wins = new Float64Array(armCount)
  // Kronecker's lattice: multiples of the roots of primes, modulo 1.
  const roots = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37].map(prime => Math.sqrt(prime) % 1)
  const normals = new Float64Array(free + 1)
  const b = new Float64Array(free)
  let [node, reached] = [0, at(weights, 0)]
  for (let point = 0; point < points; point += 1) {
    while ((point + 0.5) / points > reached && node < weights.length - 1) reached += at(weights, ++node)
    for (let j = 0; j < free; j += 2) {
      const radius = Math.sqrt(-2 * Math.log(1 - (((point + 1) * at(roots, j)) % 1)))
      const angle = 2 * Math.PI * (((point + 1) * at(roots, j + 1)) % 1)
      normals[j] = radius * Math.cos(angle)
      normals[j + 1] = radius * Math.sin(angle)
    }
    for (let j = 0; j < free; j += 1) {
      let value = at(contrasts, node * free + j)
      for (let k = 0; k <= j; k += 1) value += at(factors, (node * free + j) * free + k) * at(normals, k)
      b[j] = value
    }
    let [lowest, least] = [0, Number.POSITIVE_INFINITY]
    for (let arm = 0; arm < armCount; arm += 1) {
      let tau = 0
      for (let j = Math.max(0, arm - 1); j < free; j += 1) tau += helmert(arm, j) * at(b, j)
      if (tau < least) [lowest, least] = [arm, tau]
    }
    wins[lowest] = at(wins, lowest) + 1
  }
  return Array.from(wins, count => count / points)
}
