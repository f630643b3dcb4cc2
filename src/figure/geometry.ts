/** Points, directions, and the one shape that everything is made of: the hull of circles. */
import type { Point } from './frame.ts'

export type Circle = readonly [centre: Point, radius: number]

const radians = (degrees: number): number => (degrees * Math.PI) / 180

export const polar = (degrees: number, length = 1): Point => [
  Math.cos(radians(degrees)) * length,
  Math.sin(radians(degrees)) * length,
]
export const add = (a: Point, b: Point, times = 1): Point => [a[0] + b[0] * times, a[1] + b[1] * times]
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
export const length = (a: Point): number => Math.hypot(a[0], a[1])
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1]
/** 90 degrees clockwise. */
export const right = (a: Point): Point => [a[1], -a[0]]
export const angleOf = (a: Point): number => (Math.atan2(a[1], a[0]) * 180) / Math.PI
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t
export const mixPoint = (a: Point, b: Point, t: number): Point => [mix(a[0], b[0], t), mix(a[1], b[1], t)]
export const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

export function unit(a: Point): Point {
  const size = length(a) || 1
  return [a[0] / size, a[1] / size]
}

/** Two decimals, without trailing zeros. */
export function short(value: number): string {
  const text = value.toFixed(2).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** A point of the model in SVG coordinates, where y grows downwards. */
export const xy = ([x, y]: Point): string => `${short(x)} ${short(-y)}`

/** Consecutive hulls, for a limb that tapers and bends. */
export const chain = (circles: readonly Circle[]): string =>
  circles
    .slice(1)
    .map((circle, index) => hull([circles[index] ?? circle, circle]))
    .join('')

/**
 * The exact outline of the hull of circles as one path of arcs and straight sides: the upper envelope of their support
 * functions. All outlines have the same orientation, so that filling several in one path gives their union.
 */
export function hull(circles: readonly Circle[]): string {
  const changes = envelope(circles)
  if (changes.length === 0) return wholeCircle(circles[furthest(circles, 0)] ?? [[0, 0], 0])
  const at = (index: number, angle: number): Point => {
    const [centre, radius] = circles[index] ?? [[0, 0], 0]
    return add(centre, [Math.cos(angle), Math.sin(angle)], radius)
  }
  const turn = 2 * Math.PI
  return `${changes
    .map((change, index) => {
      const next = changes[(index + 1) % changes.length] ?? change
      const span = (next.angle - change.angle + 2 * turn) % turn || turn
      const radius = short(circles[change.to]?.[1] ?? 0)
      const move = `${index === 0 ? 'M' : 'L'}${xy(at(change.to, change.angle))}`
      return `${move}A${radius} ${radius} 0 ${span > Math.PI ? 1 : 0} 0 ${xy(at(change.to, next.angle))}`
    })
    .join('')}Z`
}

/** The directions at which another circle becomes the outermost one. */
function envelope(circles: readonly Circle[]): readonly { readonly angle: number; readonly to: number }[] {
  const steps = 120
  const changes: { angle: number; to: number }[] = []
  let was = furthest(circles, 0)
  for (let step = 0; step < steps; step++) {
    let low = (step / steps) * 2 * Math.PI
    let high = ((step + 1) / steps) * 2 * Math.PI
    const now = furthest(circles, step + 1 === steps ? 0 : high)
    if (now === was) continue
    for (let halving = 0; halving < 24; halving++) {
      const middle = (low + high) / 2
      if (furthest(circles, middle) === was) low = middle
      else high = middle
    }
    changes.push({ angle: (low + high) / 2, to: now })
    was = now
  }
  return changes
}

function furthest(circles: readonly Circle[], angle: number): number {
  const direction: Point = [Math.cos(angle), Math.sin(angle)]
  let best = 0
  let reach = Number.NEGATIVE_INFINITY
  for (const [index, [centre, radius]] of circles.entries()) {
    const own = dot(centre, direction) + radius
    if (own > reach + 1e-9) {
      reach = own
      best = index
    }
  }
  return best
}

function wholeCircle([[x, y], radius]: Circle): string {
  const r = short(radius)
  return `M${xy([x + radius, y])}A${r} ${r} 0 1 0 ${xy([x - radius, y])}A${r} ${r} 0 1 0 ${xy([x + radius, y])}Z`
}
