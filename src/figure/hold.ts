/** Puts a hand on what it holds: the elbow gives way, and the bones keep their lengths. */
import {
  type Angles,
  type ArmAngles,
  type Frame,
  type Hold,
  type Holds,
  type LimbSide,
  limbSides,
  type Point,
  type Points,
  type Pose,
  type View,
} from './frame.ts'
import { add, angleOf, mixPoint, polar, right, subtract, unit } from './geometry.ts'
import { pointOf } from './points.ts'
import { bendOf, boneLength, solve, twoBone } from './skeleton.ts'

/** From the wrist to the middle of the palm. */
const grip = 4

/** A frame of the knowledge with every point: given points override computed ones, and hands reach what they hold. */
export function poseOf(view: View, { angles, hip, points, holds, face }: Frame): Pose {
  return { view, holds, face, ...reaching({ ...solve(angles, view, hip), ...points }, angles, holds) }
}

/** The place in the model that is held. */
export function heldAt(points: Points, hold: Hold): Point {
  if (hold.length === 2) return hold
  const [from, to, part, aside] = hold
  const [a, b] = [pointOf(points, from), pointOf(points, to)]
  return add(mixPoint(a, b, part), right(unit(subtract(b, a))), -aside)
}

/** The same body with each holding hand on what it holds. The elbow bends to the side on which it was. */
export function reaching(
  points: Points,
  angles: Angles,
  holds: Holds | undefined,
): { readonly points: Points; readonly angles: Angles } {
  const joints: Record<string, Point> = { ...points }
  const turned: Record<string, ArmAngles> = {}
  for (const side of limbSides) {
    const [hold, arm] = [holds?.[side], angles[`arm${side}`]]
    if (!hold || !arm) continue
    const [shoulder, elbow, wrist] = ['shoulder', 'elbow', 'wrist'].map(name => pointOf(joints, name + side)) as [
      Point,
      Point,
      Point,
    ]
    const palm = heldAt(joints, hold)
    const goal = add(palm, polar(arm.hand), -grip)
    const [upper, lower] = arm.scale ?? [1, 1]
    const bend = Math.sign(bendOf(shoulder, elbow, wrist)) || 1
    const bent = twoBone(shoulder, goal, boneLength.upperArm * upper, boneLength.forearm * lower, bend)
    const upperArm = angleOf(subtract(bent, shoulder))
    const forearm = angleOf(subtract(goal, bent))
    const end = add(bent, polar(forearm, boneLength.forearm * lower))
    joints[`elbow${side}`] = bent
    joints[`wrist${side}`] = end
    joints[`hand${side}`] = add(end, polar(arm.hand, boneLength.hand))
    turned[`arm${side}`] = { ...arm, upperArm, forearm }
  }
  return { points: joints, angles: { ...angles, ...turned } }
}

/** What is held between two frames: the same place of the body, or a point of the room on its way to another. */
export function holdsBetween(a: Holds | undefined, b: Holds | undefined, t: number): Holds {
  const kept: { -readonly [Side in LimbSide]?: Hold } = {}
  for (const side of limbSides) {
    const [from, to] = [a?.[side], b?.[side]]
    if (from?.length === 2 && to?.length === 2) kept[side] = mixPoint(from, to, t)
    else if (from && String(from) === String(to)) kept[side] = from
  }
  return kept
}
