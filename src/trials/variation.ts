/**
 * Is there any variation left to compare? If every rating is the same, or the arms and the trend explain them all, the
 * likelihood of M1 grows without bound as sigma goes to 0, and there is no posterior to report.
 */
import { at } from './numbers/at.ts'
import { cholesky, solveLower } from './numbers/cholesky.ts'
import { spanOf, type TrialRecords, timeOf } from './records.ts'

/** The share of the recording step below which the residual spread counts as none. */
const leastShare = 0.15

export function isWithoutVariation(records: TrialRecords): boolean {
  const rows = records.rows.flatMap(({ y, arm, day }) => (y === null ? [] : [{ y, arm, day }]))
  const values = [...new Set(rows.map(({ y }) => y))].sort((a, b) => a - b)
  if (values.length < 2) return true
  const span = spanOf(records)
  const used = records.arms.map((_, arm) => arm).filter(arm => rows.some(row => row.arm === arm))
  const columns = rows.map(({ arm, day }) => [...used.map(each => (each === arm ? 1 : 0)), timeOf(day, span)])
  const free = rows.length - used.length - 1
  if (free < 1) return false
  return (
    Math.sqrt(
      residualSquares(
        columns,
        rows.map(({ y }) => y),
      ) / free,
    ) <
    leastShare * recordingStep(values)
  )
}

/** The least step between values; at most 1 where all are whole numbers. */
function recordingStep(values: readonly number[]): number {
  const gaps = values.slice(1).map((value, i) => value - (values[i] ?? value))
  const least = Math.min(...gaps)
  return values.every(Number.isInteger) ? Math.min(1, least) : least
}

/** Sum of squares around the least-squares fit; a tiny value on the diagonal handles collinear columns. */
function residualSquares(columns: readonly (readonly number[])[], y: readonly number[]): number {
  const size = columns[0]?.length ?? 0
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  let squares = 0
  columns.forEach((row, n) => {
    const value = at(y, n) - mean
    squares += value * value
    for (let i = 0; i < size; i += 1) {
      right[i] = at(right, i) + at(row, i) * value
      for (let j = 0; j < size; j += 1) matrix[i * size + j] = at(matrix, i * size + j) + at(row, i) * at(row, j)
    }
  })
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = at(matrix, i * size + i) + 1e-9
  const factor = new Float64Array(size * size)
  const half = new Float64Array(size)
  cholesky(matrix, size, factor)
  solveLower(factor, size, right, half)
  return Math.max(0, squares - half.reduce((sum, value) => sum + value * value, 0))
}
