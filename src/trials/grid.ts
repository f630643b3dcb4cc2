/**
 * A posterior given at equally spaced points: a natural cubic spline through its log, Simpson's rule for every
 * integral.
 */
import type { Posterior } from './mixture.ts'
import { at } from './numbers/at.ts'
import { naturalSpline } from './numbers/spline.ts'

const cellsPerStep = 6

/** `masses` need not be normalised. Outside the points the density is 0. */
export function gridPosterior(points: Float64Array, masses: Float64Array): Posterior {
  const most = masses.reduce((best, mass) => Math.max(best, mass), 0)
  const log = naturalSpline(masses.map(mass => Math.max(Math.log(mass / most), -600)))
  const first = at(points, 0)
  const step = at(points, 1) - first
  const cells = (points.length - 1) * cellsPerStep
  const width = step / cellsPerStep
  const height = (x: number) => Math.exp(log((x - first) / step))
  /** The integrals of x^0, x^1 and x^2 over an interval, by Simpson's rule. */
  const over = (from: number, to: number, power: number) => {
    const middle = (from + to) / 2
    const sum = from ** power * height(from) + 4 * middle ** power * height(middle) + to ** power * height(to)
    return ((to - from) * sum) / 6
  }
  const upTo = new Float64Array(cells + 1)
  let [first1, second1] = [0, 0]
  for (let cell = 0; cell < cells; cell += 1) {
    const from = first + cell * width
    upTo[cell + 1] = at(upTo, cell) + over(from, from + width, 0)
    first1 += over(from, from + width, 1)
    second1 += over(from, from + width, 2)
  }
  const total = at(upTo, cells)
  const mean = first1 / total
  const last = first + cells * width
  return {
    mean,
    sd: Math.sqrt(second1 / total - mean * mean),
    below: x => {
      if (x <= first) return 0
      if (x >= last) return 1
      const cell = Math.min(Math.floor((x - first) / width), cells - 1)
      return (at(upTo, cell) + over(first + cell * width, x, 0)) / total
    },
    density: x => (x < first || x > last ? 0 : height(x) / total),
  }
}
