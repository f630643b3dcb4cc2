/**
 * The arrows of a movement: the paths of the joints that move most, beside the body where they hide least of it. A body
 * that keeps still has none.
 */
import type { Box } from './box.ts'
import { isFlat, type Point, type Pose } from './frame.ts'
import { add, clamp, length, mixPoint, polar, right, short, subtract, unit, xy } from './geometry.ts'
import { fingerTip } from './hand.ts'
import { toeTip } from './limbs.ts'
import { type Shape, shape } from './shape.ts'
import { tween } from './tween.ts'

const samples = 12
/** A movement below this, in units of the model, is none. */
const stillness = 0.9
/** A second joint gets an arrow if it moves at least this part of the furthest, somewhere else. */
const alsoMoves = 0.5

type Path = readonly Point[]

/** One arrow for each limb, and one for the head and trunk. */
const groups = [
  ['handN', 'elbowN', 'shoulderN'],
  ['handF', 'elbowF', 'shoulderF'],
  ['toeN', 'kneeN'],
  ['toeF', 'kneeF'],
  ['head', 'mid', 'hip'],
]

/** From pose `a` to pose `b`, seen in this box; at most two. `lead`: the joints to show, if not those that move most. */
export function arrowsOf(a: Pose, b: Pose, box: Box, lead?: readonly string[]): readonly Shape[] {
  const poses = Array.from({ length: samples + 1 }, (_, step) => tween(a, b, step / samples))
  const pathOf = (joint: string): Path => poses.map(pose => markerOf(pose, joint)).filter(point => point !== undefined)
  const paths = (lead ? [lead] : groups)
    .flatMap(group => {
      const seen = group.map(pathOf).filter(path => isSeen(path, box) && spanOf(path) >= stillness)
      return lead ? seen : seen.sort(byLength).slice(0, 1)
    })
    .sort(lead ? () => 0 : byLength)
  const [first] = paths
  if (!first) return []
  const second = paths
    .slice(1)
    .find(path => lead || (spanOf(path) >= alsoMoves * spanOf(first) && apart(first, path) > box.width * 0.12))
  return [first, ...(second ? [second] : [])].flatMap(path => drawn(beside(atLeast(path, box), a, b, box), box))
}

const byLength = (one: Path, other: Path): number => spanOf(other) - spanOf(one)

function markerOf(pose: Pose, joint: string): Point | undefined {
  const side = joint.endsWith('N') ? 'N' : 'F'
  if (joint.startsWith('hand')) return fingerTip(pose, side)
  if (joint.startsWith('toe')) return toeTip(pose, side)
  return pose.points[joint]
}

/** Does the movement begin and end within the picture? */
function isSeen(path: Path, { x, y, width, height }: Box): boolean {
  const ends = [path[0], path[samples]]
  return ends.every(point => point && point[0] > x && point[0] < x + width && point[1] > y && point[1] < y + height)
}

const spanOf = (path: Path): number =>
  path.reduce((sum, point, index) => sum + length(subtract(point, path[Math.max(0, index - 1)] ?? point)), 0)

const apart = (a: Path, b: Path): number => length(subtract(a[samples] ?? [0, 0], b[samples] ?? [0, 0]))

/** A small movement is drawn larger, so that its direction can be seen. */
function atLeast(path: Path, { width }: Box): Path {
  const grow = (0.1 * width) / spanOf(path)
  const middle = path[samples / 2] ?? [0, 0]
  return grow > 1 ? path.map(point => add(middle, subtract(point, middle), grow)) : path
}

/** The path shifted to where it covers the least of the body, at its end and at its beginning. */
function beside(path: Path, a: Pose, b: Pose, box: Box): Path {
  const size = box.width / 100
  const [end, start] = [capsulesOf(b, size), capsulesOf(a, size)]
  const probes = path.filter((_, index) => index % 2 === 0)
  let [best, least]: [Point, number] = [[0, 0], Number.POSITIVE_INFINITY]
  for (const far of [0, 4, 7, 10, 13, 17])
    for (const way of far === 0 ? [0] : [0, 45, 90, 135, 180, 225, 270, 315]) {
      const shift = polar(way, far * size)
      let cost = 1.6 * far * size
      for (const probe of probes) {
        const point = add(probe, shift)
        cost += 2 * depthIn(end, point) + 0.8 * depthIn(start, point) + 8 * outside(point, box, 3.5 * size)
      }
      if (cost < least) [best, least] = [shift, cost]
    }
  return path.map(point => add(point, best))
}

/** Two ends and a radius. */
type Capsule = readonly [from: Point, to: Point, radius: number]

const bones = [
  ['hip', 'mid', 5.4],
  ['mid', 'neck', 5.4],
  ['head', 'head', 6.4],
  ...['N', 'F'].flatMap(
    side =>
      [
        [`shoulder${side}`, `elbow${side}`, 3.2],
        [`elbow${side}`, `wrist${side}`, 2.5],
        [`wrist${side}`, `hand${side}`, 2.2],
        [`hip${side}`, `knee${side}`, 4.8],
        [`knee${side}`, `ankle${side}`, 3.2],
        [`ankle${side}`, `toe${side}`, 2.6],
      ] as const,
  ),
] as const

/** The body, roughly, with room for the width of an arrow. */
function capsulesOf({ points, view }: Pose, size: number): readonly Capsule[] {
  return bones.flatMap(([from, to, radius]) => {
    const [start, end] = [points[from], points[to]]
    const wide = radius === 5.4 && isFlat(view) ? 8.5 : radius
    return start && end ? [[start, end, wide + 1.6 * size] as const] : []
  })
}

/** How deep a point lies within the body. */
function depthIn(capsules: readonly Capsule[], [x, y]: Point): number {
  let depth = 0
  for (const [[x0, y0], [x1, y1], radius] of capsules) {
    const [dx, dy] = [x1 - x0, y1 - y0]
    const part = clamp(((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1), 0, 1)
    depth = Math.max(depth, radius - Math.hypot(x - x0 - part * dx, y - y0 - part * dy))
  }
  return depth
}

/** How far a point lies outside the picture without its edge. */
function outside([x, y]: Point, box: Box, edge: number): number {
  const over = (value: number, least: number, size: number) =>
    Math.abs(value - clamp(value, least + edge, least + size - edge))
  return over(x, box.x, box.width) + over(y, box.y, box.height)
}

/** A line with a head, and a halo that separates it from the body. */
function drawn(path: Path, { width }: Box): readonly Shape[] {
  const size = width / 100
  const tip = path[samples] ?? [0, 0]
  const before = path.findLast(point => length(subtract(point, tip)) > 3 * size) ?? tip
  const along = unit(subtract(tip, before))
  const wing = (side: number) => xy(add(add(tip, along, -3.2 * size), right(along), side * 2.8 * size))
  const curve = path
    .slice(1, -1)
    .map((point, index) => `Q${xy(point)} ${xy(mixPoint(point, path[index + 2] ?? tip, 0.5))}`)
  const d = `M${xy(path[0] ?? tip)}${curve.join('')}L${xy(tip)}M${wing(1)}L${xy(tip)}L${wing(-1)}`
  const stroke = (colour: string, wide: number): Shape =>
    shape('path', {
      d,
      fill: 'none',
      stroke: `var(--fig-${colour})`,
      'stroke-width': short(wide * size),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  return [stroke('paper', 3.2), stroke('arrow', 1.4)]
}
