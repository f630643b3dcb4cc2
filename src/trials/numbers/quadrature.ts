/** Nodes and weights of Gaussian quadrature. */

export interface Quadrature {
  readonly nodes: readonly number[]
  readonly weights: readonly number[]
}

/**
 * Gauss-Legendre on [-1, 1]: the roots of the Legendre polynomial by Newton's method from Tricomi's first guess, with
 * weights 2 / ((1 - x^2) P'(x)^2) (Abramowitz and Stegun 25.4.29).
 */
export function gaussLegendre(count: number): Quadrature {
  const nodes: number[] = []
  const weights: number[] = []
  for (let i = count; i >= 1; i -= 1) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (count + 0.5))
    let slope = 1
    for (let step = 0; step < 8; step += 1) {
      let [before, value] = [1, x]
      for (let n = 2; n <= count; n += 1) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n]
      slope = (count * (x * value - before)) / (x * x - 1)
      x -= value / slope
    }
    nodes.push(x)
    weights.push(2 / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}

/**
 * Gauss-Hermite for the weight exp(-x^2): the roots of the Hermite polynomial, in its orthonormal form, by Newton's
 * method from just above each root, the roots found before divided out (Press et al., Numerical Recipes, 4.6).
 */
export function gaussHermite(count: number): Quadrature {
  const found: { node: number; weight: number }[] = []
  for (let i = 0; i < count; i += 1) {
    let x = found[i - 1]?.node ?? Math.sqrt(2 * count + 1)
    let slope = 1
    for (let step = 0; step < 100; step += 1) {
      let [before, value] = [0, Math.PI ** -0.25]
      for (let n = 0; n < count; n += 1)
        [before, value] = [value, x * Math.sqrt(2 / (n + 1)) * value - Math.sqrt(n / (n + 1)) * before]
      slope = Math.sqrt(2 * count) * before
      const others = step < 50 ? found.reduce((sum, { node }) => sum + (x === node ? 0 : 1 / (x - node)), 0) : 0
      const move = x === found[i - 1]?.node ? 1e-3 : value / (slope - value * others)
      x -= move
      if (Math.abs(move) < 1e-15) break
    }
    found.push({ node: x, weight: 2 / slope ** 2 })
  }
  found.reverse()
  return { nodes: found.map(({ node }) => node), weights: found.map(({ weight }) => weight) }
}
