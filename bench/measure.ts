/** One figure of a bench: the measured value, its target, and what it is compared with in the same run. */
export interface Figure {
  readonly what: string
  readonly figure: string
  readonly target: string
  readonly isMet: boolean
  readonly against: string
}

/** Measures a figure or several of one kind. */
export type Bench = () => Promise<readonly Figure[]>

/** The quantile of the values at the given share; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))]
  if (value === undefined) throw new Error('there is nothing to measure')
  return value
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
