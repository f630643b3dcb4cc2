/**
 * The sums of the data that M1 needs for one autocorrelation. The rows are made independent by e_i = (y_i - c_i
 * y_(i-1)) / sqrt(1 - c_i^2) with c_i = rho^(days since the previous record).
 */
import { helmert } from './helmert.ts'
import { at } from './numbers/at.ts'
import type { RatingData } from './rating-data.ts'

export interface Whitened {
  /** X'X of the whitened columns [1, contrasts of the arm, time], row by row. */
  readonly cross: Float64Array
  /** X'y and y'y, y measured from the middle of the scale. */
  readonly product: Float64Array
  readonly square: number
  /** Sum of log(1 - c_i^2) from the second record on. */
  readonly logSpread: number
}

export function whiten({ days, arms, y, time, armCount, scale }: RatingData, rho: number): Whitened {
  const size = armCount + 1
  const middle = (scale[0] + scale[1]) / 2
  const cross = new Float64Array(size * size)
  const product = new Float64Array(size)
  const row = new Float64Array(size)
  const before = new Float64Array(size)
  const white = new Float64Array(size)
  let square = 0
  let logSpread = 0
  let yBefore = 0
  for (let i = 0; i < y.length; i += 1) {
    row[0] = 1
    for (let j = 0; j < armCount - 1; j += 1) row[j + 1] = helmert(at(arms, i), j)
    row[size - 1] = at(time, i)
    const value = at(y, i) - middle
    const link = i === 0 ? 0 : rho ** (at(days, i) - at(days, i - 1))
    const rest = 1 - link * link
    if (i > 0) logSpread += Math.log(rest)
    const shrink = 1 / Math.sqrt(rest)
    for (let j = 0; j < size; j += 1) white[j] = (at(row, j) - link * at(before, j)) * shrink
    const whiteY = (value - link * yBefore) * shrink
    square += whiteY * whiteY
    for (let j = 0; j < size; j += 1) {
      product[j] = at(product, j) + at(white, j) * whiteY
      for (let k = 0; k <= j; k += 1) cross[j * size + k] = at(cross, j * size + k) + at(white, j) * at(white, k)
    }
    before.set(row)
    yBefore = value
  }
  for (let j = 0; j < size; j += 1) for (let k = 0; k < j; k += 1) cross[k * size + j] = at(cross, j * size + k)
  return { cross, product, square, logSpread }
}
