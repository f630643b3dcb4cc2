/**
 * The outline of the standing mannequin, defined for its right half. Every part of the body map is cut from these
 * lines, so that parts meet and the proportions stay the same (8 heads tall, legs 45 %).
 *
 * Units are pixels of the map; y grows downwards, x to the viewer's right from the middle line.
 */
import type { Point } from './frame.ts'
import { clamp, mix, short } from './geometry.ts'

/** A line down the body: how far from the middle at a height. */
type Edge = readonly (readonly [y: number, x: number])[]

const trunk: Edge = [
  [64, 11.6],
  [73, 12.2],
  [78, 15],
  [82, 21],
  [87, 32],
  [92, 40],
  [99, 45],
  [108, 46.2],
  [120, 44.2],
  [136, 40.6],
  [152, 37.4],
  [166, 35.6],
  [176, 35.4],
  [188, 37.4],
  [202, 41],
  [218, 44.4],
  [234, 46],
  [250, 45.6],
  [266, 44],
]

const legOutside: Edge = [
  [218, 44.4],
  [234, 46],
  [250, 45.6],
  [266, 44.2],
  [292, 41.4],
  [320, 37],
  [340, 33.6],
  [350, 32.8],
  [360, 32.8],
  [372, 33.6],
  [388, 35.6],
  [400, 35.4],
  [416, 32.2],
  [434, 27.4],
  [446, 25.4],
  [452, 25.4],
]

const legInside: Edge = [
  [250, 2.4],
  [266, 2.8],
  [292, 6],
  [320, 10.4],
  [340, 12.8],
  [350, 13],
  [360, 13],
  [372, 12.4],
  [386, 10.6],
  [398, 10.8],
  [416, 13],
  [434, 15.6],
  [446, 16.4],
  [452, 16.4],
]

export const outline = { trunk, legOutside, legInside } as const

/** The position of an edge at a height. */
function edgeAt(edge: Edge, y: number): number {
  const found = edge.findIndex(([at]) => at > y)
  const index = clamp(found < 0 ? edge.length - 2 : found - 1, 0, edge.length - 2)
  const [low, high] = [edge[index] ?? [0, 0], edge[index + 1] ?? [1, 0]]
  return mix(low[1], high[1], clamp((y - low[0]) / (high[0] - low[0]), 0, 1))
}

/** An edge from one height to another, `inset` pixels inside it (a negative inset is outside). */
export function along(edge: Edge, top: number, bottom: number, inset = 0): readonly Point[] {
  const between = edge.map(([y]) => y).filter(y => y > top + 2 && y < bottom - 2)
  return [top, ...between, bottom].map(y => [edgeAt(edge, y) - inset, y])
}

export const mirrored = (points: readonly Point[]): readonly Point[] => points.toReversed().map(([x, y]) => [-x, y])

/** A smooth line through points, from the current point of the path (Catmull-Rom as cubic curves). */
function smooth(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((to, index) => {
      const from = points[index] ?? to
      const before = points[index - 1] ?? from
      const after = points[index + 2] ?? to
      const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
      const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
      return `C${[first, second, to].map(placed).join(' ')}`
    })
    .join('')
}

/** A point in path syntax. */
const placed = ([x, y]: Point): string => `${short(x)} ${short(y)}`

/** One closed path through consecutive lines; each line is smooth in itself. */
export const closed = (...lines: readonly (readonly Point[])[]): string =>
  `${lines.map((line, index) => `${index === 0 ? 'M' : 'L'}${placed(line[0] ?? [0, 0])}${smooth(line)}`).join('')}Z`
