/** The middle half of some numbers: a quarter lies at or below `low`, half at or below `median`, three quarters at or below `high`. */
export interface Spread {
  readonly count: number
  readonly low: number
  readonly median: number
  readonly high: number
}

/** Undefined for no numbers. Quantiles are interpolated (type 7 of Hyndman and Fan, Am Stat 1996;50:361). */
export function spreadOf(numbers: readonly number[]): Spread | undefined {
  if (numbers.length === 0) return undefined
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (part: number) => {
    const place = part * (sorted.length - 1)
    const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { count: sorted.length, low: at(0.25), median: at(0.5), high: at(0.75) }
}
