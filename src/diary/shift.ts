/**
 * Did a series of daily numbers shift between two periods, or may the difference be chance?
 *
 * The test of Mann and Whitney (Ann Math Stat 1947;18:50) with mid-ranks for ties. It assumes independent days, but
 * neighbouring days of pain are alike. The variance is therefore multiplied by (1 + r) / (1 - r), where r is the
 * correlation of neighbouring entries within a period (the effective sample size of Bayley and Hammersley, J R Stat Soc
 * Suppl 1946;8:184). A short series makes r look smaller than it is, so r is raised by the bias that Kendall found
 * (Biometrika 1954;41:403). The flat diaries of `pain-change.test.ts` show how often chance alone passes.
 */

/** The z value: above 0 where `after` is higher than `before`. 0 where nothing can be said. */
export function shiftOf(before: readonly number[], after: readonly number[]): number {
  const [n, m] = [before.length, after.length]
  const all = [...before, ...after]
  const total = n + m
  if (n === 0 || m === 0) return 0
  const { rankOf, ties } = ranks(all)
  const sum = after.reduce((rankSum, value) => rankSum + (rankOf.get(value) ?? 0), 0)
  const expected = (m * (total + 1)) / 2
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
  if (variance <= 0) return 0
  const distance = Math.max(0, Math.abs(sum - expected) - 0.5)
  return (Math.sign(sum - expected) * distance) / Math.sqrt(variance * inflationOf([before, after]))
}

/** By how much the likeness of neighbouring entries inflates the variance of a mean; at least 1. */
export function inflationOf(series: readonly (readonly number[])[]): number {
  let [shared, own, pairs] = [0, 0, 0]
  for (const numbers of series) {
    const mean = numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length)
    for (const [index, value] of numbers.entries()) {
      own += (value - mean) ** 2
      const last = numbers[index - 1]
      if (last === undefined) continue
      shared += (last - mean) * (value - mean)
      pairs += 1
    }
  }
  if (own === 0 || pairs === 0) return 1
  const seen = shared / own
  const length = pairs / series.length
  const raised = seen + (1 + 4 * Math.max(0, seen)) / length
  const r = Math.min(mostLikeness, Math.max(0, raised))
  return (1 + r) / (1 - r)
}

const mostLikeness = 0.9

/** Mid-ranks from 1, and the sum of t^3 - t over the groups of t equal numbers. */
function ranks(numbers: readonly number[]): { readonly rankOf: ReadonlyMap<number, number>; readonly ties: number } {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const rankOf = new Map<number, number>()
  let [below, ties] = [0, 0]
  for (const [number, count] of [...counts].sort(([a], [b]) => a - b)) {
    rankOf.set(number, below + (count + 1) / 2)
    below += count
    ties += count ** 3 - count
  }
  return { rankOf, ties }
}
