/** A joint that every body has. */
import type { Point, Points } from './frame.ts'

export function pointOf(points: Points, name: string): Point {
  const point = points[name]
  if (point === undefined) throw new Error(`the frame has no point "${name}"`)
  return point
}
