/** Newton's method for the mode of (alpha, gamma) given delta, and of all three, with the curvature there. */
import { at } from './numbers/at.ts'
import { cholesky, solveLower, solveUpper } from './numbers/cholesky.ts'
import { type PeriodModel, priorSd, type RowDensity } from './period-model.ts'

export interface Place {
  readonly alpha: number
  readonly gamma: number
}

/**
 * The mode for one delta: gamma has `gammaSd`; alpha given gamma is offset by `slope` times gamma's distance, with
 * `alphaSd`.
 */
export interface ConditionalMode extends Place {
  readonly gammaSd: number
  readonly alphaSd: number
  readonly slope: number
}

/** For one dispersion, the mode of (alpha, gamma) at any delta, searched from a given start. */
export function conditionalModes(
  { rows, densityAt }: PeriodModel,
  dispersion: number,
): (delta: number, start: Place) => ConditionalMode {
  const search = modeSearch(
    densityAt(dispersion),
    rows.map(({ time }) => [1, time]),
    [priorSd.alpha, priorSd.gamma],
  )
  const offset = new Float64Array(rows.length)
  return (delta, { alpha, gamma }) => {
    rows.forEach(({ x }, row) => {
      offset[row] = delta * x
    })
    const { place, curvature } = search(offset, [alpha, gamma])
    const [alphaAlpha, gammaAlpha, gammaGamma] = [at(curvature, 0), at(curvature, 2), at(curvature, 3)]
    return {
      alpha: at(place, 0),
      gamma: at(place, 1),
      gammaSd: 1 / Math.sqrt(gammaGamma - gammaAlpha ** 2 / alphaAlpha),
      alphaSd: 1 / Math.sqrt(alphaAlpha),
      slope: -gammaAlpha / alphaAlpha,
    }
  }
}

/** Delta at the joint mode with its Laplace variance, and the Laplace log of the integral, at any dispersion. */
export function jointModes({ rows, densityAt }: PeriodModel) {
  const offset = new Float64Array(rows.length)
  const factor = new Float64Array(9)
  const column = new Float64Array(3)
  let start: readonly number[] = [0, 0, 0]
  return (dispersion: number): { readonly delta: number; readonly variance: number; readonly log: number } => {
    const search = modeSearch(
      densityAt(dispersion),
      rows.map(({ x, time }) => [1, x, time]),
      [priorSd.alpha, priorSd.delta, priorSd.gamma],
    )
    const { place, curvature, value } = search(offset, start)
    start = Array.from(place)
    const logCurvature = cholesky(curvature, 3, factor)
    solveLower(factor, 3, [0, 1, 0], column)
    solveUpper(factor, 3, column, column)
    return { delta: at(place, 1), variance: at(column, 1), log: value - 0.5 * logCurvature }
  }
}

interface Mode {
  readonly place: Float64Array
  /** Minus the second derivatives, positive definite. */
  readonly curvature: Float64Array
  /** log density up to the constant of the prior. */
  readonly value: number
}

const tolerance = 1e-6

/**
 * Maximises sum of density(eta) + log prior with eta = offset + design * place. Rows with positive curvature (possible
 * in the beta-binomial) count as flat, so the matrix stays positive definite; a step that decreases the value is
 * halved. The next search overwrites the arrays of the result.
 */
function modeSearch(
  density: RowDensity,
  rows: readonly (readonly number[])[],
  sds: readonly number[],
): (offset: Float64Array, start: readonly number[]) => Mode {
  const size = sds.length
  const count = rows.length
  const design = Float64Array.from(rows.flat())
  const precisions = Float64Array.from(sds, sd => 1 / (sd * sd))
  const [place, slope, step] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const [curvature, factor] = [new Float64Array(size * size), new Float64Array(size * size)]
  const out = new Float64Array(3)

  const measure = (offset: Float64Array): number => {
    let value = 0
    curvature.fill(0)
    for (let i = 0; i < size; i += 1) {
      const precision = precisions[i] as number
      const own = place[i] as number
      value -= 0.5 * precision * own * own
      slope[i] = -precision * own
      curvature[i * size + i] = precision
    }
    for (let row = 0; row < count; row += 1) {
      let eta = offset[row] as number
      for (let i = 0; i < size; i += 1) eta += (design[row * size + i] as number) * (place[i] as number)
      density(row, eta, out)
      value += out[0] as number
      const first = out[1] as number
      const bend = Math.max(-(out[2] as number), 0)
      for (let i = 0; i < size; i += 1) {
        const own = design[row * size + i] as number
        slope[i] = (slope[i] as number) + own * first
        for (let j = 0; j <= i; j += 1)
          curvature[i * size + j] =
            (curvature[i * size + j] as number) + bend * own * (design[row * size + j] as number)
      }
    }
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < i; j += 1) curvature[j * size + i] = curvature[i * size + j] as number
    return value
  }

  return (offset, start) => {
    place.set(start)
    let value = measure(offset)
    for (let round = 0; round < 100; round += 1) {
      cholesky(curvature, size, factor)
      solveLower(factor, size, slope, step)
      solveUpper(factor, size, step, step)
      const before = value
      let share = 1
      let longest = 0
      for (let i = 0; i < size; i += 1) {
        place[i] = (place[i] as number) + (step[i] as number)
        longest = Math.max(longest, Math.abs(step[i] as number))
      }
      value = measure(offset)
      while (value < before - 1e-9 * (1 + Math.abs(before)) && share > 1e-6) {
        share /= 2
        for (let i = 0; i < size; i += 1) place[i] = (place[i] as number) - share * (step[i] as number)
        value = measure(offset)
      }
      if (share * longest < tolerance) break
    }
    return { place, curvature, value }
  }
}
