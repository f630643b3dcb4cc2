import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cholesky, solveLower, solveUpper } from './cholesky.ts'
import { logChoose, logFactorial } from './factorial.ts'
import { bivariateNormalCdf, normalCdf, normalDensity } from './normal.ts'
import { gaussHermite, gaussLegendre } from './quadrature.ts'
import { naturalSpline } from './spline.ts'

const relative = (value: number, truth: number) => Math.abs(value / truth - 1)

describe('the normal distribution', () => {
  // mpmath 1.3, 30 digits: erfc(-x/sqrt(2))/2.
  it.each([
    [-10, 7.619853024160525e-24],
    [-6, 9.86587645037698e-10],
    [-3, 0.0013498980316300946],
    [-1.959963984540054, 0.025],
    [-0.6, 0.2742531177500736],
    [0, 0.5],
    [0.3, 0.6179114221889527],
    [1, 0.8413447460685429],
    [4.5, 0.9999966023268753],
  ])('has P(Z <= %d) to 1e-14 of itself', (x, truth) => {
    expect(relative(normalCdf(x), truth)).toBeLessThan(1e-14)
  })

  it('is 0 and 1 at the ends, and its tails mirror', () => {
    expect([normalCdf(-50), normalCdf(50)]).toEqual([0, 1])
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), x => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14)
      }),
    )
  })

  it('increases with its density as slope', () => {
    for (let x = -8; x < 8; x += 0.37)
      expect((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(x), 9)
  })

  // mpmath 1.3: the integral of the density of X times P(Y <= k | X).
  it.each([
    [0, 0, 0.5, 1 / 3],
    [0, 0, -0.5, 1 / 6],
    [1, -0.5, 0.5, 0.2960906343541754],
    [-1.2, 0.7, -0.3, 0.06673798020062335],
    [2, 1.5, 0.9, 0.9307272535126401],
  ])('has P(X <= %d, Y <= %d) at correlation %d', (h, k, r, truth) => {
    expect(bivariateNormalCdf(h, k, r)).toBeCloseTo(truth, 10)
  })
})

describe('quadrature', () => {
  it('has the published nodes of Gauss-Legendre (Abramowitz and Stegun, table 25.4, n = 8)', () => {
    const { nodes, weights } = gaussLegendre(8)
    ;[0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363].forEach((node, i) => {
      expect(nodes[i + 4]).toBeCloseTo(node, 14)
    })
    ;[0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763].forEach((weight, i) => {
      expect(weights[i + 4]).toBeCloseTo(weight, 14)
    })
  })

  it('has the published nodes of Gauss-Hermite (Abramowitz and Stegun, table 25.10, n = 5)', () => {
    const { nodes, weights } = gaussHermite(5)
    expect(nodes[4]).toBeCloseTo(2.020182870456086, 14)
    expect(nodes[3]).toBeCloseTo(0.958572464613819, 14)
    expect(weights[4]).toBeCloseTo(0.01995324205905, 13)
    expect(weights[3]).toBeCloseTo(0.3936193231522, 12)
    expect(weights[2]).toBeCloseTo(0.9453087204829, 12)
  })
})

describe('factorials', () => {
  it('is continuous between the table and the series', () => {
    for (const n of [0, 1, 5, 254, 255, 256, 257, 1000])
      expect(logFactorial(n + 1) - logFactorial(n)).toBeCloseTo(Math.log(n + 1), 10)
    expect(logFactorial(170)).toBeCloseTo(706.5730622457874, 10)
    expect(Math.exp(logChoose(7, 3))).toBeCloseTo(35, 10)
  })
})

describe('small matrices and splines', () => {
  it('solves and gives the determinant', () => {
    const matrix = [4, 2, 0.5, 2, 5, 1, 0.5, 1, 3]
    const factor = new Float64Array(9)
    expect(Math.exp(cholesky(matrix, 3, factor))).toBeCloseTo(44.75, 10)
    const x = new Float64Array(3)
    solveLower(factor, 3, [1, 2, 3], x)
    solveUpper(factor, 3, x, x)
    const back = [0, 1, 2].map(row =>
      matrix.slice(row * 3, row * 3 + 3).reduce((sum, a, i) => sum + a * (x[i] ?? 0), 0),
    )
    back.forEach((value, i) => {
      expect(value).toBeCloseTo(i + 1, 12)
    })
  })

  it('interpolates its points and reproduces a straight line', () => {
    const curve = naturalSpline([0, 1, 4, 9, 16, 25])
    expect(curve(3)).toBe(9)
    // scipy 1.17 CubicSpline(range(6), [0, 1, 4, 9, 16, 25], bc_type='natural')
    expect(curve(1.5)).toBeCloseTo(2.223684210526316, 12)
    expect(curve(0.25)).toBeCloseTo(0.1513157894736842, 12)
    expect(naturalSpline([1, 3, 5, 7])(2.3)).toBeCloseTo(5.6, 12)
  })
})
