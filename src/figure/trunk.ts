/** The trunk: circles along a smooth spine in a side view, rows of half widths seen from the front. */
import { type Angles, isFlat, type Point, type Points, type View } from './frame.ts'
import { add, type Circle, chain, clamp, hull, mix, right, subtract, unit } from './geometry.ts'
import { pointOf } from './points.ts'

export interface Trunk {
  readonly path: string
  /** A position along the spine, 0 at the hip and 1 at the neck, with the direction of the spine there. */
  readonly at: (place: number) => { readonly at: Point; readonly direction: Point }
  /** The unit vector towards the back. */
  readonly backAt: (place: number) => Point
}

/** Position along the spine, and how far the body extends to the back and to the front. */
const sideStations = [
  [-0.03, 5.5, 4.2],
  [0.1, 5.1, 4.6],
  [0.3, 3.6, 4.9],
  [0.45, 3.6, 4.9],
  [0.62, 4.5, 5.4],
  [0.78, 5.0, 5.5],
  [0.9, 4.6, 4.6],
  [1, 3.6, 3.2],
] as const

/** Position along the spine and half width: a pelvis, a waist, and shoulders that slope into the neck. */
const frontRows = [
  [-0.1, 5.4],
  [0.02, 8.4],
  [0.2, 8.0],
  [0.4, 7.2],
  [0.55, 7.7],
  [0.72, 9.0],
  [0.85, 10.1],
  [0.93, 9.9],
  [1.0, 7.2],
  [1.06, 4.2],
] as const

export function trunkOf(points: Points, view: View, facing: 1 | -1, angles: Angles): Trunk {
  const along = spineOf(points)
  const at = (place: number) => {
    const ends = clamp(place, 0, 1)
    const near = along(ends)
    return { at: add(near.at, near.direction, (place - ends) * 30), direction: near.direction }
  }
  const backAt = (place: number): Point => {
    const [x, y] = right(at(place).direction)
    return [-x * facing, -y * facing]
  }
  return { path: isFlat(view) ? frontPath(at, angles) : sidePath(at, backAt), at, backAt }
}

function sidePath(at: Trunk['at'], backAt: Trunk['backAt']): string {
  return chain(
    sideStations.map(
      ([place, back, front]): Circle => [add(at(place).at, backAt(place), (back - front) / 2), (back + front) / 2],
    ),
  )
}

/** Slabs between pairs of circles at the two sides, so that the flanks stay curved in a side bend. */
function frontPath(at: Trunk['at'], angles: Angles): string {
  const rows = frontRows.map(([place, half]): readonly [Circle, Circle] => {
    const { at: centre, direction } = at(place)
    const radius = Math.min(place > 0.98 ? 2.4 : place < 0 ? 3.2 : 3.4, half)
    const narrowed = mix(angles.hipScale ?? 1, angles.shoulderScale ?? 1, clamp(place, 0, 1))
    const reach = Math.max(0, half * (0.45 + 0.55 * narrowed) - radius)
    return [
      [add(centre, right(direction), reach), radius],
      [add(centre, right(direction), -reach), radius],
    ]
  })
  return rows
    .slice(1)
    .map((row, index) => hull([...(rows[index] ?? row), ...row]))
    .join('')
}

/** A smooth curve through hip, middle and neck (cubic Hermite), with its direction. */
function spineOf(points: Points): (place: number) => { readonly at: Point; readonly direction: Point } {
  const [hip, mid, neck] = [pointOf(points, 'hip'), pointOf(points, 'mid'), pointOf(points, 'neck')]
  const [low, high] = [unit(subtract(mid, hip)), unit(subtract(neck, mid))]
  const middle = unit(add(low, high))
  const reach = 15
  return place => {
    const isLow = place <= 0.5
    const k = isLow ? place * 2 : place * 2 - 1
    const [a, b, tangentA, tangentB] = isLow ? [hip, mid, low, middle] : [mid, neck, middle, high]
    const [k2, k3] = [k * k, k * k * k]
    const sum = (pa: number, ta: number, pb: number, tb: number): Point => [
      pa * a[0] + ta * reach * tangentA[0] + pb * b[0] + tb * reach * tangentB[0],
      pa * a[1] + ta * reach * tangentA[1] + pb * b[1] + tb * reach * tangentB[1],
    ]
    return {
      at: sum(2 * k3 - 3 * k2 + 1, k3 - 2 * k2 + k, -2 * k3 + 3 * k2, k3 - k2),
      direction: unit(sum(6 * k2 - 6 * k, 3 * k2 - 4 * k + 1, -6 * k2 + 6 * k, 3 * k2 - 2 * k)),
    }
  }
}
