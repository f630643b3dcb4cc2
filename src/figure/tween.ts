/**
 * The body between two frames. Joint angles are mixed, each within its own range, so that an arm rises past the front of
 * the body and never through it; then the contact points are held still and nothing sinks into the floor.
 */
import {
  type Angles,
  type ArmAngles,
  isFlat,
  type LegAngles,
  type LimbSide,
  limbSides,
  type Point,
  type Pose,
  type View,
} from './frame.ts'
import { add, angleOf, length, mix, mixPoint, polar, subtract } from './geometry.ts'
import { bendOf, boneLength, solve, twoBone } from './skeleton.ts'

type Moving = { -readonly [K in keyof Angles]: Angles[K] }
type Joints = Record<string, Point>

const limbs = [
  { name: 'arm', root: 'shoulder', joint: 'elbow', end: 'wrist', tip: 'hand', bones: ['upperArm', 'forearm', 'hand'] },
  { name: 'leg', root: 'hip', joint: 'knee', end: 'ankle', tip: 'toe', bones: ['thigh', 'shank', 'foot'] },
] as const
type Limb = (typeof limbs)[number]

/** A contact that moves less than this between the frames stays put in between. */
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
  return { label: b.label, view: a.view, angles, points }
}

/** Feet seen from the front are drawn short: the length of a hand or foot goes from the one frame's to the other's. */
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
    if (!from || !to || !points[name]) continue
    const moved = length(subtract(from, to))
    if (!best || moved < best.moved - 0.05) best = { name, moved }
  }
  const [from, to, own] = best ? [a.points[best.name], b.points[best.name], points[best.name]] : []
  if (!from || !to || !own) return
  const shift = subtract(mixPoint(from, to, t), own)
  for (const [name, point] of Object.entries(points)) points[name] = add(point, shift)
}

/** Holds a hand or foot that rests in both frames, and lifts one that would sink. */
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

/** The way the joint bends in the frame in which it is bent more: so it never snaps through while the limb is straight. */
function steadyBend(a: Pose, b: Pose, limb: Limb, side: LimbSide): number {
  const [first = 0, second = 0] = [a, b].map(({ points }) => {
    const [root, joint, end] = [limb.root, limb.joint, limb.end].map(name => points[name + side])
    return root && joint && end ? bendOf(root, joint, end) : 0
  })
  return Math.sign(Math.abs(first) > Math.abs(second) ? first : second) || 1
}

/** Turns a hand or foot about its wrist or ankle until its tip is no lower than the floor of the frames. */
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

function mixAngles(a: Angles, b: Angles, view: View, t: number): Moving {
  const out: Moving = {
    lowerTrunk: turn(a.lowerTrunk, b.lowerTrunk, t),
    upperTrunk: turn(a.upperTrunk, b.upperTrunk, t),
    head: turn(a.head, b.head, t),
  }
  for (const key of ['shoulderScale', 'hipScale'] as const)
    if (a[key] !== undefined || b[key] !== undefined) out[key] = mix(a[key] ?? 1, b[key] ?? 1, t)
  for (const side of limbSides) {
    const arm = mixLimb(
      asLimb(a.armN, a[`arm${side}`]),
      asLimb(b.armN, b[`arm${side}`]),
      a.upperTrunk,
      b.upperTrunk,
      out.upperTrunk,
      view,
      side,
      1,
      t,
    )
    if (arm && (a[`arm${side}`] || b[`arm${side}`]))
      out[`arm${side}`] = { upperArm: arm.bones[0], forearm: arm.bones[1], hand: arm.bones[2], ...arm.rest }
    const leg = mixLimb(
      asLimb(a.legN, a[`leg${side}`]),
      asLimb(b.legN, b[`leg${side}`]),
      a.lowerTrunk,
      b.lowerTrunk,
      out.lowerTrunk,
      view,
      side,
      -1,
      t,
    )
    if (leg && (a[`leg${side}`] || b[`leg${side}`]))
      out[`leg${side}`] = { thigh: leg.bones[0], shank: leg.bones[1], foot: leg.bones[2], ...leg.rest }
  }
  return out
}

interface LimbAngles {
  readonly bones: readonly [number, number, number]
  readonly scale: readonly [number, number] | undefined
}

/** A limb left out of a frame lies hidden behind the near one. */
function asLimb(
  near: ArmAngles | LegAngles | undefined,
  own: ArmAngles | LegAngles | undefined,
): LimbAngles | undefined {
  const limb = own ?? near
  if (!limb) return undefined
  const bones: readonly [number, number, number] =
    'upperArm' in limb ? [limb.upperArm, limb.forearm, limb.hand] : [limb.thigh, limb.shank, limb.foot]
  return { bones, scale: limb.scale }
}

function mixLimb(
  a: LimbAngles | undefined,
  b: LimbAngles | undefined,
  trunkA: number,
  trunkB: number,
  trunk: number,
  view: View,
  side: LimbSide,
  joint: 1 | -1,
  t: number,
) {
  if (!a || !b) return undefined
  const [a0, a1, a2] = a.bones
  const [b0, b1, b2] = b.bones
  const rest =
    a.scale || b.scale
      ? { scale: [mix(a.scale?.[0] ?? 1, b.scale?.[0] ?? 1, t), mix(a.scale?.[1] ?? 1, b.scale?.[1] ?? 1, t)] as const }
      : {}
  if (isFlat(view)) {
    const mirrored = (degrees: number) => (side === 'N' ? degrees : 180 - degrees)
    const first = mirrored(mix(into(mirrored(a0), -170), into(mirrored(b0), -170), t))
    const second = first + turn(a1 - a0, b1 - b0, t)
    return { bones: [first, second, second + turn(a2 - a1, b2 - b1, t)] as const, rest }
  }
  const facing = view === 'topside' ? -1 : 1
  const raise = (bone: number, from: number) => into(facing * (bone - from - 180), -100)
  const flex = (from: number, to: number) => into(facing * joint * (to - from), -100)
  const first = trunk + 180 + facing * mix(raise(a0, trunkA), raise(b0, trunkB), t)
  const second = first + facing * joint * mix(flex(a0, a1), flex(b0, b1), t)
  return { bones: [first, second, second + turn(a2 - a1, b2 - b1, t)] as const, rest }
}

/** The same angle in [low, low + 360). */
const into = (degrees: number, low: number): number => low + ((((degrees - low) % 360) + 360) % 360)

/** The short way round. */
const turn = (from: number, to: number, t: number): number =>
  from + (((((to - from + 180) % 360) + 360) % 360) - 180) * t
