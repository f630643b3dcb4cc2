/** Arms and legs: hulls of circles along the bones. Widths are radii in model units. */
import { type ArmAngles, isFlat, type LimbSide, type Point, type Points, type Pose, type View } from './frame.ts'
import { add, angleOf, chain, dot, hull, length, polar, right, subtract, unit } from './geometry.ts'
import { handPath } from './hand.ts'
import { pointOf } from './points.ts'

export interface Leg {
  readonly path: string
  readonly hip: Point
  readonly knee: Point
  readonly ankle: Point
  readonly toe: Point
  readonly thigh: Bone
  readonly shank: Bone
}

export interface Bone {
  readonly from: Point
  readonly direction: Point
  readonly length: number
  /** The unit vector towards the back of the bone. */
  readonly back: Point
}

export interface Arm {
  /** The whole arm, and its hand alone. */
  readonly path: string
  readonly handPath: string
  readonly root: Point
  readonly elbow: Point
  readonly wrist: Point
  readonly hand: Point
}

/** `toes`: how far they are bent up. */
export function legOf(points: Points, side: LimbSide, view: View, facing: 1 | -1, toes = 0): Leg {
  const [hip, knee, ankle, toe] = ['hip', 'knee', 'ankle', 'toe'].map(joint => pointOf(points, joint + side)) as [
    Point,
    Point,
    Point,
    Point,
  ]
  const isFront = isFlat(view)
  const thigh = boneOf(hip, knee, facing)
  const shank = boneOf(knee, ankle, facing)
  const along = (bone: Bone, part: number, back = 0): Point =>
    add(add(bone.from, bone.direction, bone.length * part), bone.back, isFront ? 0 : back)
  const path = [
    hull([
      [hip, isFront ? 4.6 : 5],
      [along(thigh, 0.3, -0.5), isFront ? 4.7 : 4.9],
      [knee, 3.5],
    ]),
    hull([
      [knee, 3.5],
      [along(shank, 0.3, 0.9), 3.3],
      [along(shank, 0.62), 2.55],
    ]),
    hull([
      [along(shank, 0.55), 2.7],
      [ankle, 2.1],
    ]),
    isFront ? frontFoot(ankle, toe, view) : sideFoot(knee, ankle, toe, toes),
  ].join('')
  return { path, hip, knee, ankle, toe, thigh, shank }
}

function boneOf(from: Point, to: Point, facing: 1 | -1): Bone {
  const direction = unit(subtract(to, from))
  const [x, y] = right(direction)
  return { from, direction, length: length(subtract(to, from)), back: [x * facing, y * facing] }
}

/** Foreshortened when seen from the toes. */
function frontFoot(ankle: Point, toe: Point, view: View): string {
  const along = unit(subtract(toe, ankle))
  const ball = add(add(ankle, along, Math.min(4.2, length(subtract(toe, ankle)))), [0, view === 'top' ? 0 : 0.4])
  return hull([
    [ankle, 2.2],
    [ball, 2.1],
  ])
}

/** A heel behind the ankle, an instep, the ball and the toes. */
function sideFoot(knee: Point, ankle: Point, toe: Point, toes: number): string {
  const along = unit(subtract(toe, ankle))
  const up = unit(subtract(knee, ankle))
  const sole = dot(right(along), up) > 0 ? -1 : 1
  const [x, y] = right(along)
  const down: Point = [x * sole, y * sole]
  const at = (forward: number, below: number): Point => add(add(ankle, along, forward), down, below)
  return (
    hull([
      [at(-1.7, 0.1), 2],
      [at(0.4, 0), 2.4],
      [at(7.2, 0.45), 1.6],
    ]) +
    chain([
      [at(3, 0), 2],
      [at(7.2, 0.45), 1.6],
      [add(at(7.2, 0.55), polar(angleOf(along) + toes * sole), toes ? 2.8 : 2.2), 1.4],
    ])
  )
}

/** The tips of the toes, which may be bent from the line of the foot. */
export function toeTip({ points, angles }: Pose, side: LimbSide): Point | undefined {
  const [ankle, toe, knee] = [points[`ankle${side}`], points[`toe${side}`], points[`knee${side}`]]
  if (!ankle || !toe || !knee) return undefined
  const along = subtract(toe, ankle)
  const up = dot(right(along), subtract(knee, ankle)) > 0 ? -1 : 1
  const bent = angleOf(along) + (angles[`leg${side}`]?.toes ?? 0) * up
  return add(add(ankle, unit(along), length(along) * 0.65), polar(bent), length(along) * 0.35)
}

export function armOf(points: Points, side: LimbSide, angles: ArmAngles | undefined): Arm | undefined {
  if (points[`elbow${side}`] === undefined) return undefined
  const [shoulder, elbow, wrist, hand] = ['shoulder', 'elbow', 'wrist', 'hand'].map(joint =>
    pointOf(points, joint + side),
  ) as [Point, Point, Point, Point]
  const trunkDown = unit(subtract(pointOf(points, 'mid'), pointOf(points, 'neck')))
  const root = add(shoulder, trunkDown, 1.4)
  const upper = unit(subtract(elbow, root))
  const fore = unit(subtract(wrist, elbow))
  const ownHand = handPath(wrist, hand, fore, angles ?? {})
  const path = [
    hull([
      [root, 3.35],
      [add(root, upper, 6), 2.95],
      [elbow, 2.3],
    ]),
    hull([
      [elbow, 2.3],
      [add(elbow, fore, length(subtract(wrist, elbow)) * 0.28), 2.45],
      [wrist, 1.65],
    ]),
    ownHand,
  ].join('')
  return { path, handPath: ownHand, root, elbow, wrist, hand }
}
