/** Floor, wall, chair and the rest: drawn behind the body, or in front of it (straps, rolls). */

import type { Box } from './box.ts'
import type { Points, Prop, View } from './frame.ts'
import { add, mixPoint, short, subtract, unit, xy } from './geometry.ts'
import { pillowUnder } from './head.ts'
import { pointOf } from './points.ts'
import { type Shape, shape } from './shape.ts'
import { groundLevel } from './skeleton.ts'

const fill = 'var(--fig-prop)'
const edge = 'var(--fig-prop-edge)'
const strapColour = 'var(--fig-strap)'

export function propsOf(
  props: readonly Prop[],
  points: Points,
  view: View,
  box: Box,
): { readonly behind: readonly Shape[]; readonly before: readonly Shape[] } {
  const behind: Shape[] = view === 'top' || view === 'topside' ? mat(points, box) : []
  const before: Shape[] = []
  for (const prop of props) {
    if (prop.kind === 'roll') before.push(circle(prop.x, prop.y, prop.r))
    else if (prop.kind === 'strap') before.push(...strap(points, prop.from, prop.to))
    else behind.push(...standing(prop, box))
  }
  return { behind, before }
}

function standing(prop: Exclude<Prop, { kind: 'roll' | 'strap' }>, box: Box): readonly Shape[] {
  switch (prop.kind) {
    case 'floor':
      return [slab(box.x, groundLevel - 1.5, box.width, 1.5, 0.75, edge)]
    case 'wall': {
      const high = box.y + box.height - groundLevel - 1
      return [
        slab(prop.x + 0.8, groundLevel, 4.5, high, 1.2, fill),
        slab(prop.x + 0.8, groundLevel, 1.2, high, 0.6, edge),
      ]
    }
    case 'box':
      return [
        slab(prop.x, prop.y + groundLevel, prop.w, prop.h, 2, fill),
        slab(prop.x, prop.y + prop.h - 1.4 + groundLevel, prop.w, 1.4, 0.7, edge),
      ]
    case 'pillow':
      return [
        shape('rect', {
          x: short(prop.x),
          y: short(-prop.y - prop.h),
          width: short(prop.w),
          height: short(prop.h),
          rx: short(Math.min(prop.w, prop.h) / 2.6),
          fill: edge,
          ...(prop.turn === undefined
            ? {}
            : {
                transform: `rotate(${short(-prop.turn)} ${short(prop.x + prop.w / 2)} ${short(-prop.y - prop.h / 2)})`,
              }),
        }),
      ]
    case 'chair':
      return chair(prop.x)
    case 'stool':
      return [
        slab(prop.x - prop.w / 2 + 2, groundLevel, 2.2, prop.y - groundLevel, 1.1, edge),
        slab(prop.x + prop.w / 2 - 4.2, groundLevel, 2.2, prop.y - groundLevel, 1.1, edge),
        slab(prop.x - prop.w / 2, prop.y - 2.6, prop.w, 2.6, 1.3, edge),
      ]
    case 'line':
      return line(prop.a, prop.b)
  }
}

function chair(x: number): readonly Shape[] {
  const seat = 19.3
  const [back, front] = [x - 1, x + 19.5]
  return [
    slab(back, groundLevel, 2.2, seat - groundLevel, 1.1, edge),
    slab(front, groundLevel, 2.2, seat - groundLevel, 1.1, edge),
    slab(back - 1, seat - 2.6, front - back + 4, 2.6, 1.3, edge),
    shape('path', {
      d: `M${xy([x - 0.2, seat])}L${xy([x - 3, seat + 25])}`,
      stroke: edge,
      'stroke-width': 2.4,
      'stroke-linecap': 'round',
    }),
  ]
}

/** A level line is a table, a low upright one a chair from the side, a high one a door frame. */
function line(a: readonly [number, number], b: readonly [number, number]): readonly Shape[] {
  if (Math.abs(a[1] - b[1]) < 1)
    return [
      slab(b[0] - 6, groundLevel, 2.2, a[1] - groundLevel, 1.1, edge),
      slab(a[0], a[1] - 2.4, b[0] - a[0], 2.4, 1.2, edge),
    ]
  if (b[1] < 60)
    return [
      slab(a[0] - 1, groundLevel, 2.2, b[1] - groundLevel - 0.6, 1.1, edge),
      slab(a[0] - 1, 21, 21, 2.4, 1.2, edge),
      slab(a[0] + 17.5, groundLevel, 2.2, 21 - groundLevel, 1.1, edge),
    ]
  return [slab(a[0] - 0.8, groundLevel, 4, b[1] - groundLevel, 1.2, edge)]
}

/** A band from a hand round the ball of a foot. */
function strap(points: Points, from: string, to: string): readonly Shape[] {
  const hand = points[from]
  if (!hand || !points[to]) return []
  const side = to.slice(-1)
  const ankle = pointOf(points, `ankle${side}`)
  const along = unit(subtract(pointOf(points, `toe${side}`), ankle))
  const up = unit(subtract(pointOf(points, `knee${side}`), ankle))
  const ball = add(ankle, along, 7.6)
  const sole = add(ball, up, -2)
  const sag = add(mixPoint(hand, sole, 0.5), [0, -1])
  const d = `M${xy(hand)}Q${xy(sag)} ${xy(add(ball, along, 1.6))}Q${xy(add(sole, along, 1.5))} ${xy(add(sole, along, -1.2))}`
  return [shape('path', { d, fill: 'none', stroke: strapColour, 'stroke-width': 1.5, 'stroke-linecap': 'round' })]
}

/** From above, the body is on a mat and its head on a pillow. */
function mat(points: Points, box: Box): Shape[] {
  const { at, turn } = pillowUnder(points)
  return [
    slab(box.x + 2, box.y + 2, box.width - 4, box.height - 4, 6, fill),
    shape('rect', {
      x: -8.5,
      y: -13,
      width: 17,
      height: 26,
      rx: 5,
      fill: 'var(--fig-paper)',
      opacity: 0.75,
      transform: `translate(${xy(at)}) rotate(${turn})`,
    }),
  ]
}

const slab = (x: number, y: number, width: number, height: number, radius: number, colour: string): Shape =>
  shape('rect', {
    x: short(x),
    y: short(-y - height),
    width: short(width),
    height: short(height),
    rx: short(radius),
    fill: colour,
  })

const circle = (x: number, y: number, radius: number): Shape =>
  shape('circle', { cx: short(x), cy: short(-y), r: short(radius), fill: strapColour })
