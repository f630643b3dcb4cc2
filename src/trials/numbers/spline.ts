/** The natural cubic spline through equally spaced points. */
import { at } from './at.ts'

/** A function of the position in steps: 0 is the first point, 1.5 half-way from the second to the third. */
export function naturalSpline(values: ArrayLike<number>): (position: number) => number {
  const bends = secondDifferences(values)
  const last = values.length - 2
  return position => {
    const i = Math.min(Math.max(Math.floor(position), 0), last)
    const right = position - i
    const left = 1 - right
    const line = left * at(values, i) + right * at(values, i + 1)
    return line + ((left ** 3 - left) * at(bends, i) + (right ** 3 - right) * at(bends, i + 1)) / 6
  }
}

/** Second derivatives at the points, in units of the step; zero at both ends. Thomas's tridiagonal algorithm. */
function secondDifferences(values: ArrayLike<number>): Float64Array {
  const count = values.length
  const bends = new Float64Array(count)
  const scaled = new Float64Array(count)
  for (let i = 1; i < count - 1; i += 1) {
    const curve = at(values, i - 1) - 2 * at(values, i) + at(values, i + 1)
    const pivot = 4 - at(scaled, i - 1)
    scaled[i] = 1 / pivot
    bends[i] = (6 * curve - at(bends, i - 1)) / pivot
  }
  for (let i = count - 2; i > 0; i -= 1) bends[i] = at(bends, i) - at(scaled, i) * at(bends, i + 1)
  return bends
}
