/**
 * M2: counts, one row per period. y_p ~ NegBin(mean mu_p, variance mu_p + kappa^2 mu_p^2), log mu_p = log m_p + eta_p.
 * exp(delta) is the rate ratio. Prior: kappa ~ half-N(0, 0.5^2), half-N(0, 1) where each period is a single night.
 *
 *   log pmf = sum_(j<y) log(1 + j kappa^2) + y log mu - (y + kappa^-2) log(1 + kappa^2 mu) - log y!
 *
 * This form stays stable down to kappa = 0, the Poisson distribution.
 */
import { at } from './numbers/at.ts'
import { logFactorial } from './numbers/factorial.ts'
import type { PeriodModel, PeriodRow, RowDensity, Slice } from './period-model.ts'

export function countModel(rows: readonly PeriodRow[]): PeriodModel {
  const sd = rows.every(({ nights }) => nights <= 1) ? 1 : 0.5
  return {
    rows,
    fixedDispersion: undefined,
    mostDispersion: sd * Math.sqrt(2 * 18),
    logPriorDispersion: kappa => 0.5 * Math.log(2 / Math.PI) - Math.log(sd) - (kappa * kappa) / (2 * sd * sd),
    densityAt: kappa => rowDensity(rows, squareOf(kappa)),
    sliceAt: kappa => slice(rows, squareOf(kappa)),
  }
}

/** Below this square of kappa the distribution is Poisson to the last significant digit. */
const squareOf = (kappa: number): number => Math.max(kappa * kappa, 1e-8)

/** sum_(j<y) log(1 + j kappa^2) - log y!, which does not depend on the coefficients. */
function constantOf(y: number, square: number): number {
  let sum = -logFactorial(y)
  for (let j = 1; j < y; j += 1) sum += Math.log1p(j * square)
  return sum
}

function rowDensity(rows: readonly PeriodRow[], square: number): RowDensity {
  const y = Float64Array.from(rows, row => row.y)
  const logNights = Float64Array.from(rows, row => Math.log(row.nights))
  const constant = Float64Array.from(rows, row => constantOf(row.y, square))
  return (row, eta, out) => {
    const log = eta + (logNights[row] as number)
    const extra = square * Math.exp(log)
    const size = (y[row] as number) + 1 / square
    const share = extra / (1 + extra)
    out[0] = (constant[row] as number) + (y[row] as number) * log - size * Math.log1p(extra)
    out[1] = (y[row] as number) - size * share
    out[2] = -size * share * (1 - share)
  }
}

/**
 * Rows in order of y: those with the same y share one logarithm, that of the product of their 1 + kappa^2 mu; and
 * y log mu is linear in the coefficients, so its sum over rows is three products.
 */
function slice(rows: readonly PeriodRow[], square: number): Slice {
  const sorted = rows.toSorted((a, b) => a.y - b.y)
  const count = sorted.length
  const y = Float64Array.from(sorted, row => row.y)
  const x = Float64Array.from(sorted, row => row.x)
  const time = Float64Array.from(sorted, row => row.time)
  const nights = Float64Array.from(sorted, row => row.nights)
  const extra = new Float64Array(count)
  const sum = (of: (row: PeriodRow) => number) => sorted.reduce((total, row) => total + of(row), 0)
  const constant = sum(row => constantOf(row.y, square) + row.y * Math.log(row.nights))
  const [ofOne, ofX, ofTime] = [sum(row => row.y), sum(row => row.y * row.x), sum(row => row.y * row.time)]
  let linear = 0
  let slope = 0
  return {
    set: (delta, gamma) => {
      linear = constant + ofX * delta + ofTime * gamma
      for (let i = 0; i < count; i += 1)
        extra[i] = square * at(nights, i) * Math.exp(delta * at(x, i) + gamma * at(time, i))
      slope = 2 * Math.sinh(delta / 2) * evenSlope(gamma / 2)
    },
    logLikelihood: (alpha, expAlpha) => {
      let log = linear + ofOne * alpha
      let product = 1
      for (let i = 0; i < count; i += 1) {
        product *= 1 + expAlpha * (extra[i] as number)
        if (i === count - 1 || y[i] !== y[i + 1] || product > 1e150) {
          log -= ((y[i] as number) + 1 / square) * Math.log(product)
          product = 1
        }
      }
      return log
    },
    // The average over s in [-1/2, 1/2] of exp(alpha + gamma s + delta/2) - exp(alpha + gamma s - delta/2).
    difference: expAlpha => expAlpha * slope,
  }
}

/** sinh(x) / x, which is 1 at 0. */
const evenSlope = (x: number): number => (Math.abs(x) < 1e-4 ? 1 + (x * x) / 6 : Math.sinh(x) / x)
