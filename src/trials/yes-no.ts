/**
 * M3: yes or no, one row per period. y_p of m_p nights ~ BetaBinomial(mean p_p, intra-class correlation r),
 * logit p_p = eta_p; exp(delta) is the odds ratio. With th = r / (1 - r):
 *
 *   log pmf = log choose + sum_(j<y) log(p + j th) + sum_(j<m-y) log(1 - p + j th) - sum_(j<m) log(1 + j th)
 *
 * Prior: r ~ Beta(1, 9). If every period is one night, r drops out and this is plain logistic regression.
 */
import { at } from './numbers/at.ts'
import { logChoose } from './numbers/factorial.ts'
import type { PeriodModel, PeriodRow, RowDensity, Slice } from './period-model.ts'

export function yesNoModel(rows: readonly PeriodRow[]): PeriodModel {
  return {
    rows,
    fixedDispersion: rows.every(({ nights }) => nights <= 1) ? 0.1 : undefined,
    // (1 - r)^8 is 18 log units down at 0.895.
    mostDispersion: 0.9,
    logPriorDispersion: r => Math.log(9) + 8 * Math.log1p(-r),
    densityAt: r => rowDensity(rows, r / (1 - r)),
    sliceAt: r => slice(rows, r / (1 - r)),
  }
}

/** log choose - sum_(j<m) log(1 + j th), which does not depend on the coefficients. */
function constantOf({ y, nights }: PeriodRow, extra: number): number {
  let sum = logChoose(nights, y)
  for (let j = 1; j < nights; j += 1) sum -= Math.log1p(j * extra)
  return sum
}

function rowDensity(rows: readonly PeriodRow[], extra: number): RowDensity {
  const constant = Float64Array.from(rows, row => constantOf(row, extra))
  const yes = Float64Array.from(rows, row => row.y)
  const no = Float64Array.from(rows, row => row.nights - row.y)
  return (row, eta, out) => {
    const p = 1 / (1 + Math.exp(-eta))
    const q = 1 / (1 + Math.exp(eta))
    let value = constant[row] as number
    let product = 1
    let slope = 0
    let bend = 0
    const ones = yes[row] as number
    const all = ones + (no[row] as number)
    for (let i = 0; i < all; i += 1) {
      const part = i < ones ? p + i * extra : q + (i - ones) * extra
      const inverse = 1 / part
      product *= part
      slope += i < ones ? inverse : -inverse
      bend -= inverse * inverse
      if (product < 1e-150) {
        value += Math.log(product)
        product = 1
      }
    }
    value += Math.log(product)
    // dp/deta = pq, d2p/deta2 = pq (q - p).
    out[0] = value
    out[1] = slope * p * q
    out[2] = bend * (p * q) ** 2 + slope * p * q * (q - p)
  }
}

/** The factors of all rows are multiplied, and the logarithm is taken before the product could underflow. */
function slice(rows: readonly PeriodRow[], extra: number): Slice {
  const count = rows.length
  const yes = Float64Array.from(rows, row => row.y)
  const no = Float64Array.from(rows, row => row.nights - row.y)
  const x = Float64Array.from(rows, row => row.x)
  const time = Float64Array.from(rows, row => row.time)
  const odds = new Float64Array(count)
  const constant = rows.reduce((sum, row) => sum + constantOf(row, extra), 0)
  const corners = new Float64Array(4)
  let delta = 0
  let gamma = 0
  return {
    set: (newDelta, newGamma) => {
      delta = newDelta
      gamma = newGamma
      for (let i = 0; i < count; i += 1) odds[i] = Math.exp(delta * at(x, i) + gamma * at(time, i))
      corners[0] = Math.exp((delta + gamma) / 2)
      corners[1] = Math.exp((delta - gamma) / 2)
      corners[2] = Math.exp((gamma - delta) / 2)
      corners[3] = Math.exp((-delta - gamma) / 2)
    },
    logLikelihood: (_alpha, expAlpha) => {
      let log = constant
      let product = 1
      for (let i = 0; i < count; i += 1) {
        const own = expAlpha * (odds[i] as number)
        const q = 1 / (1 + own)
        const p = own * q
        for (let j = 0; j < (yes[i] as number); j += 1) {
          product *= p + j * extra
          if (product < 1e-150) {
            log += Math.log(product)
            product = 1
          }
        }
        for (let j = 0; j < (no[i] as number); j += 1) {
          product *= q + j * extra
          if (product < 1e-150) {
            log += Math.log(product)
            product = 1
          }
        }
      }
      return log + Math.log(product)
    },
    // The average over s in [-1/2, 1/2] of logistic(eta): a difference of log(1 + e^eta) at both ends over gamma.
    difference: expAlpha => {
      if (Math.abs(gamma) < 1e-4)
        return (
          logisticMean(expAlpha * Math.exp(delta / 2), gamma) - logisticMean(expAlpha * Math.exp(-delta / 2), gamma)
        )
      const up = (1 + expAlpha * at(corners, 0)) / (1 + expAlpha * at(corners, 1))
      const down = (1 + expAlpha * at(corners, 2)) / (1 + expAlpha * at(corners, 3))
      return Math.log(up / down) / gamma
    },
  }
}

/** For a small slope: p + slope^2 p''/24. */
function logisticMean(odds: number, slope: number): number {
  const p = odds / (1 + odds)
  return p + (slope * slope * p * (1 - p) * (1 - 2 * p)) / 24
}
