/**
 * The body between two frames. Joint angles are interpolated, each within its own range, so that an arm rises in front
 * of the body and never through it. Then contact points are kept still, and nothing goes below the floor.
 */
import { type Angles, type Holds, type LimbSide, limbSides, type Point, type Points, type Pose } from './frame.ts'
import { add, angleOf, length, mix, mixPoint, polar, subtract } from './geometry.ts'
import { holdsBetween, reaching } from './hold.ts'
import { type Moving, mixAngles } from './mix-angles.ts'
import { bendOf, boneLength, solve, twoBone } from './skeleton.ts'

type Joints = Record<string, Point>

const limbs = [
  { name: 'arm', root: 'shoulder', joint: 'elbow', end: 'wrist', tip: 'hand', bones: ['upperArm', 'forearm', 'hand'] },
  { name: 'leg', root: 'hip', joint: 'knee', end: 'ankle', tip: 'toe', bones: ['thigh', 'shank', 'foot'] },
] as const
type Limb = (typeof limbs)[number]

/** A contact that moves less than this between the frames stays still in between. */
const still = 2.5

/** `t` from 0 (the first pose) to 1 (the second). */
export function tween(a: Pose, b: Pose, t: number): Pose {
  if (t <= 0) return a
  if (t >= 1) return b
  const angles = mixAngles(a.angles, b.angles, a.view, t)
  const points: Joints = { ...solve(angles, a.view) }
  matchTips(points, angles, a, b, t)
  moveTo(points, a, b, t)
  const lowest = Math.min(...[a, b].flatMap(pose => Object.values(pose.points).map(([, y]) => y)))
  for (const side of limbSides) for (const limb of limbs) settle(points, angles, a, b, t, limb, side, lowest)
  const kept = holdsBetween(a.holds, b.holds, t)
  const face = t < 0.5 ? a.face : b.face
  const reached = reaching(points, angles, kept)
  return {
    view: a.view,
    face,
    holds: kept,
    ...reached,
    points: { ...reached.points, ...elbows(a, b, t, kept) },
  }
}

/** A holding arm that is foreshortened has no fixed lengths: its elbow takes the straight path. */
function elbows(a: Pose, b: Pose, t: number, kept: Holds): Points {
  const found: Joints = {}
  for (const side of limbSides) {
    const [from, to] = [a.points[`elbow${side}`], b.points[`elbow${side}`]]
    if (kept[side] && a.angles[`arm${side}`]?.scale && from && to) found[`elbow${side}`] = mixPoint(from, to, t)
  }
  return found
}

/** Feet seen from the front are foreshortened, so the length of a hand or foot is interpolated between the frames. */
function matchTips(points: Joints, angles: Angles, a: Pose, b: Pose, t: number): void {
  for (const side of limbSides)
    for (const { name, end, tip, bones } of limbs) {
      const limb = angles[`${name}${side}`] as Readonly<Record<string, number>> | undefined
      const [from, to] = [a, b].map(({ points: p }) => {
        const [tipAt, endAt] = [p[tip + side], p[end + side]]
        return tipAt && endAt ? length(subtract(tipAt, endAt)) : undefined
      })
      const own = points[end + side]
      if (limb && own && points[tip + side] && from !== undefined && to !== undefined)
        points[tip + side] = add(own, polar(limb[bones[2]] ?? 0, mix(from, to, t)))
    }
}

/** Shifts the body so that the stillest of its contacts follows its straight path. */
function moveTo(points: Joints, a: Pose, b: Pose, t: number): void {
  const preferred = ['ankleN', 'ankleF', 'hip', 'kneeN', 'kneeF', 'wristN', 'wristF', ...Object.keys(points)]
  let best: { readonly name: string; readonly moved: number } | undefined
  for (const name of preferred) {
    const [from, to] = [a.points[name], b.points[name]]
    // An arm that holds is put there afterwards; it does not carry the body.
    const isHolding = /^(elbow|wrist|hand)/.test(name) && String(a.holds?.[name.at(-1) as LimbSide] ?? '') !== ''
    if (!from || !to || !points[name] || isHolding) continue
    const moved = length(subtract(from, to))
    if (!best || moved < best.moved - 0.05) best = { name, moved }
  }
  const [from, to, own] = best ? [a.points[best.name], b.points[best.name], points[best.name]] : []
  if (!from || !to || !own) return
  const shift = subtract(mixPoint(from, to, t), own)
  for (const [name, point] of Object.entries(points)) points[name] = add(point, shift)
}

/** Keeps a hand or foot still that rests in both frames, and raises one that would go below the floor. */
function settle(
  points: Joints,
  angles: Moving,
  a: Pose,
  b: Pose,
  t: number,
  limb: Limb,
  side: LimbSide,
  lowest: number,
): void {
  const key = `${limb.name}${side}` as const
  const [root, joint, end, tip] = [limb.root, limb.joint, limb.end, limb.tip].map(name => points[name + side])
  const own = angles[key]
  if (!root || !joint || !end || !tip || !own || own.scale) return
  const [from, to] = [a.points[limb.end + side], b.points[limb.end + side]]
  const rests = from !== undefined && to !== undefined && length(subtract(from, to)) <= still
  const isSide = a.view === 'side'
  const sinks = isSide && (end[1] < lowest - 0.1 || joint[1] < lowest - 0.6)
  if (rests || sinks) {
    const goal: Point = rests ? mixPoint(from, to, t) : [end[0], Math.max(end[1], lowest)]
    const [first, second] = [boneLength[limb.bones[0]], boneLength[limb.bones[1]]]
    if (length(subtract(goal, root)) > first + second - 0.01) return
    const bent = twoBone(root, goal, first, second, steadyBend(a, b, limb, side))
    points[limb.joint + side] = bent
    points[limb.end + side] = goal
    points[limb.tip + side] = add(goal, subtract(tip, end))
    turnTo(angles, key, limb.bones[0], angleOf(subtract(bent, root)))
    turnTo(angles, key, limb.bones[1], angleOf(subtract(goal, bent)))
  }
  if (isSide) liftTip(points, angles, key, limb, side, lowest)
}

/**
 * The bend direction of the frame in which the joint is bent more, so that it never flips while the limb is straight.
 */
function steadyBend(a: Pose, b: Pose, limb: Limb, side: LimbSide): number {
  const [first = 0, second = 0] = [a, b].map(({ points }) => {
    const [root, joint, end] = [limb.root, limb.joint, limb.end].map(name => points[name + side])
    return root && joint && end ? bendOf(root, joint, end) : 0
  })
  return Math.sign(Math.abs(first) > Math.abs(second) ? first : second) || 1
}

/** Rotates a hand or foot about its wrist or ankle until its tip is no lower than the floor of the frames. */
function liftTip(
  points: Joints,
  angles: Moving,
  key: 'armN' | 'armF' | 'legN' | 'legF',
  limb: Limb,
  side: LimbSide,
  lowest: number,
): void {
  const [end, tip] = [points[limb.end + side], points[limb.tip + side]]
  if (!end || !tip || tip[1] >= lowest) return
  const size = length(subtract(tip, end))
  const down = Math.max(-size, lowest - end[1])
  const along = Math.sqrt(Math.max(0, size * size - down * down)) * (tip[0] < end[0] ? -1 : 1)
  points[limb.tip + side] = add(end, [along, down])
  turnTo(angles, key, limb.bones[2], angleOf([along, down]))
}

function turnTo(angles: Moving, key: 'armN' | 'armF' | 'legN' | 'legF', bone: string, degrees: number): void {
  Object.assign(angles, { [key]: { ...angles[key], [bone]: degrees } })
}
