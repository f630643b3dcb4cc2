/** The records of a trial whose outcome is a rating. */
export interface RatingData {
  /** Recorded days in order, whole numbers. */
  readonly days: ArrayLike<number>
  /** Arm of each recorded day, from 0. */
  readonly arms: ArrayLike<number>
  readonly y: ArrayLike<number>
  /** Time covariate of each recorded day. */
  readonly time: ArrayLike<number>
  readonly armCount: number
  readonly scale: readonly [low: number, high: number]
}
