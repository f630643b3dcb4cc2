/**
 * The shared part of M2 (counts) and M3 (yes or no): one row per period, a linear predictor eta = alpha + delta x +
 * gamma s with x = -1/2 on the first arm and 1/2 on the second, and one dispersion. Period totals are used because the
 * period is the unit that was randomised; rows per night claim too much when nights are correlated
 * (docs/trials-calibration.md).
 */

export interface PeriodRow {
  /** Cramps, or nights with a cramp, in the recorded nights. */
  readonly y: number
  readonly nights: number
  /** -1/2 or 1/2. */
  readonly x: number
  /** Time covariate at the mean day of the recorded nights. */
  readonly time: number
}

/** log pmf of one row with its first two derivatives in eta, written into `out` as [value, first, second]. */
export type RowDensity = (row: number, eta: number, out: Float64Array) => void

/**
 * The likelihood of all rows along alpha, for one dispersion, delta and gamma: the inner loop of the quadrature.
 * Everything that does not change with alpha is computed once, in `set`.
 */
export interface Slice {
  readonly set: (delta: number, gamma: number) => void
  readonly logLikelihood: (alpha: number, expAlpha: number) => number
  /** E[y per night | second arm] - E[y per night | first arm], averaged over the span of the trial. */
  readonly difference: (expAlpha: number) => number
}

export interface PeriodModel {
  readonly rows: readonly PeriodRow[]
  readonly densityAt: (dispersion: number) => RowDensity
  readonly sliceAt: (dispersion: number) => Slice
  readonly logPriorDispersion: (dispersion: number) => number
  /** From 0 to where the prior alone is negligible. */
  readonly mostDispersion: number
  /** The prior mean of the dispersion if it drops out of the likelihood; undefined if the data inform it. */
  readonly fixedDispersion: number | undefined
}

/** Prior standard deviations of alpha, delta and gamma, all with mean 0. */
export const priorSd = { alpha: 1.5, delta: 1, gamma: 1 } as const

const logScales = -Math.log(priorSd.alpha * priorSd.delta * priorSd.gamma) - 1.5 * Math.log(2 * Math.PI)

export const logPrior = (alpha: number, delta: number, gamma: number): number =>
  logScales - 0.5 * ((alpha / priorSd.alpha) ** 2 + (delta / priorSd.delta) ** 2 + (gamma / priorSd.gamma) ** 2)
