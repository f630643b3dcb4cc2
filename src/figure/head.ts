/** The head: skull, face, jaw, a small nose, and hair that distinguishes front from back. */
import { type Face, isFlat, type Point, type Points, type View } from './frame.ts'
import { add, angleOf, hull, polar, right, short, subtract, unit, xy } from './geometry.ts'
import { pointOf } from './points.ts'
import { groundLevel } from './skeleton.ts'

export interface Head {
  readonly neck: string
  readonly path: string
  readonly hair: string
  readonly centre: Point
}

/** A head that would be below the floor is raised. `headUp` and `face` turn it away from the line of the neck and body. */
export function headOf(
  points: Points,
  view: View,
  facing: 1 | -1,
  onFloor: boolean,
  headUp: number | undefined,
  face: Face = isFlat(view) ? 'front' : facing > 0 ? 'right' : 'left',
): Head {
  const [mid, neckBase, at] = [pointOf(points, 'mid'), pointOf(points, 'neck'), pointOf(points, 'head')]
  const line = unit(subtract(at, neckBase))
  const up = headUp === undefined ? line : polar(headUp)
  const centre: Point = onFloor ? [at[0], Math.max(at[1], groundLevel + 5.6)] : at
  const base = add(neckBase, unit(subtract(neckBase, mid)), -1)
  const neck = hull([
    [base, 3.3],
    [add(centre, line, -4), 2.8],
  ])
  return { neck, centre, ...(face === 'front' ? front(centre, up) : profile(centre, up, face === 'right' ? 1 : -1)) }
}

function front(centre: Point, up: Point) {
  const radius = 5.35
  const top = add(centre, up, 1)
  const aside = right(up)
  const ear = (out: number) => hull([[add(add(centre, aside, out), up, -0.6), 1.2]])
  const path =
    hull([
      [add(centre, up, 1), 5.1],
      [add(centre, up, -1.2), 4.75],
      [add(centre, up, -3.4), 3.3],
    ]) +
    ear(5) +
    ear(-5)
  const at = (out: number, above: number) => xy(add(add(top, aside, out), up, above))
  const arc = `A${radius} ${radius} 0 0 0`
  return {
    path,
    hair: `M${at(radius, 0.2)}${arc} ${at(-radius, 0.2)}C${at(-4, 2.6)} ${at(1, 3.8)} ${at(radius, 0.2)}Z`,
  }
}

function profile(centre: Point, up: Point, facing: 1 | -1) {
  const [x, y] = right(up)
  const forward: Point = [x * facing, y * facing]
  const place = (ahead: number, above: number): Point => add(add(centre, forward, ahead), up, above)
  const path =
    hull([
      [place(-0.4, 0.9), 5.3],
      [place(0.9, 0.4), 5],
      [place(2.4, -3.3), 2.6],
    ]) +
    hull([
      [place(3.6, -0.4), 2],
      [place(5.8, -0.9), 0.75],
    ])
  const radius = 5.5
  const middle = place(-0.4, 1)
  const onCap = (degrees: number): Point => {
    const [ahead, above] = polar(degrees, radius)
    return add(add(middle, forward, ahead), up, above)
  }
  const at = (ahead: number, above: number) => xy(place(ahead, above))
  const sweep = facing > 0 ? 0 : 1
  const hair = [
    `M${xy(onCap(42))}A${radius} ${radius} 0 0 ${sweep} ${xy(onCap(212))}`,
    `C${at(-3.9, -2.9)} ${at(-2.2, -2.8)} ${at(-1.9, -0.6)}`,
    `C${at(-1.7, 1.2)} ${at(-0.6, 2.6)} ${at(0.6, 2.9)}`,
    `C${at(1.8, 3.2)} ${at(3, 3.6)} ${xy(onCap(42))}Z`,
  ].join('')
  return { path, hair }
}

/** The pillow under this head: its centre, and its rotation in degrees as in SVG. */
export function pillowUnder(points: Points): { readonly at: Point; readonly turn: string } {
  const direction = unit(subtract(pointOf(points, 'head'), pointOf(points, 'neck')))
  return { at: add(pointOf(points, 'head'), direction, 1.5), turn: short(-angleOf(direction)) }
}
