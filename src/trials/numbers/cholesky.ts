/** The Cholesky factor of a small symmetric positive definite matrix, kept row by row in one array. */
import { at } from './at.ts'

/** Writes the lower factor L of `matrix` = L L' into `factor`; returns log |matrix|. */
export function cholesky(matrix: ArrayLike<number>, size: number, factor: Float64Array): number {
  let logDeterminant = 0
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row * size + column)
      for (let k = 0; k < column; k += 1) sum -= at(factor, row * size + k) * at(factor, column * size + k)
      if (row === column) {
        logDeterminant += Math.log(sum)
        factor[row * size + row] = Math.sqrt(sum)
      } else factor[row * size + column] = sum / at(factor, column * size + column)
    }
  return logDeterminant
}

/** Solves L x = right into `x`. */
export function solveLower(factor: ArrayLike<number>, size: number, right: ArrayLike<number>, x: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let sum = at(right, row)
    for (let k = 0; k < row; k += 1) sum -= at(factor, row * size + k) * at(x, k)
    x[row] = sum / at(factor, row * size + row)
  }
}

/** Solves L' x = right into `x`. */
export function solveUpper(factor: ArrayLike<number>, size: number, right: ArrayLike<number>, x: Float64Array): void {
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = at(right, row)
    for (let k = row + 1; k < size; k += 1) sum -= at(factor, k * size + row) * at(x, k)
    x[row] = sum / at(factor, row * size + row)
  }
}
