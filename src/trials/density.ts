/** The density of a posterior on a grid, for drawing. */
import type { Posterior } from './mixture.ts'

const points = 121

/** 121 points over four standard deviations either side of the mean. */
export function densityGrid({ mean, sd, density }: Posterior): {
  readonly x: readonly number[]
  readonly y: readonly number[]
} {
  const x = Array.from({ length: points }, (_, i) => mean + sd * (-4 + (8 * i) / (points - 1)))
  return { x, y: x.map(density) }
}
