/** The bones: their lengths, and the positions of the joints for given angles. */
import { type Angles, isFlat, limbSides, type Point, type Points, type View } from './frame.ts'
import { add, dot, length, polar, right, subtract, unit } from './geometry.ts'

export const boneLength = {
  lowerTrunk: 15,
  upperTrunk: 15,
  head: 11,
  upperArm: 17,
  forearm: 15,
  hand: 7,
  thigh: 24.5,
  shank: 24.5,
  foot: 11,
  shoulderHalf: 9,
  hipHalf: 5,
} as const

/** Where the sole of a standing foot meets the ground. */
export const groundLevel = -1.9

/** The points of a body with its hip at `origin`. */
export function solve(angles: Angles, view: View, origin: Point = [0, 0]): Points {
  const hip = origin
  const mid = add(hip, polar(angles.lowerTrunk, boneLength.lowerTrunk))
  const neck = add(mid, polar(angles.upperTrunk, boneLength.upperTrunk))
  const points: Record<string, Point> = { hip, mid, neck, head: add(neck, polar(angles.head, boneLength.head)) }
  for (const side of limbSides) {
    const wide = isFlat(view) ? (side === 'N' ? 1 : -1) : 0
    const across = (trunk: number, half: number) => add([0, 0], right(polar(trunk)), wide * half)
    const shoulder = add(neck, across(angles.upperTrunk, boneLength.shoulderHalf * (angles.shoulderScale ?? 1)))
    const hipJoint = add(hip, across(angles.lowerTrunk, boneLength.hipHalf * (angles.hipScale ?? 1)))
    points[`shoulder${side}`] = shoulder
    points[`hip${side}`] = hipJoint
    const arm = angles[`arm${side}`]
    const leg = angles[`leg${side}`]
    if (arm) {
      const [upper, lower] = arm.scale ?? [1, 1]
      const elbow = add(shoulder, polar(arm.upperArm, boneLength.upperArm * upper))
      const wrist = add(elbow, polar(arm.forearm, boneLength.forearm * lower))
      Object.assign(points, {
        [`elbow${side}`]: elbow,
        [`wrist${side}`]: wrist,
        [`hand${side}`]: add(wrist, polar(arm.hand, boneLength.hand)),
      })
    }
    if (leg) {
      const [upper, lower] = leg.scale ?? [1, 1]
      const knee = add(hipJoint, polar(leg.thigh, boneLength.thigh * upper))
      const ankle = add(knee, polar(leg.shank, boneLength.shank * lower))
      const isFullFoot = !isFlat(view) || (view === 'front' && leg.foot % 180 === 0)
      Object.assign(points, {
        [`knee${side}`]: knee,
        [`ankle${side}`]: ankle,
        [`toe${side}`]: add(ankle, polar(leg.foot, boneLength.foot * (isFullFoot ? 1 : 0.5))),
      })
    }
  }
  return points
}

/**
 * The joint between the fixed ends of two bones; `bend` is the sign of the turn. The limb is straight if the ends are
 * too far apart.
 */
export function twoBone(from: Point, to: Point, first: number, second: number, bend: number): Point {
  const along = subtract(to, from)
  const reach = Math.min(Math.max(length(along), Math.abs(first - second) + 1e-6), first + second - 1e-6)
  const direction = unit(along)
  const x = (first * first - second * second + reach * reach) / (2 * reach)
  const y = Math.sqrt(Math.max(0, first * first - x * x))
  return add(add(from, direction, x), right(direction), bend * y)
}

/** The distance of the joint from the line from `from` to `to`, positive to its right: the sign is the side. */
export const bendOf = (from: Point, joint: Point, to: Point): number =>
  dot(subtract(joint, from), right(unit(subtract(to, from))))
