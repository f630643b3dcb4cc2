/** The angles between two frames: each joint is interpolated within its own range. */
import { type Angles, type ArmAngles, isFlat, type LegAngles, type LimbSide, limbSides, type View } from './frame.ts'
import { mix } from './geometry.ts'

/** Angles that a caller may still turn. */
export type Moving = { -readonly [K in keyof Angles]: Angles[K] }

/** `t` from 0 (the first angles) to 1 (the second). */
export function mixAngles(a: Angles, b: Angles, view: View, t: number): Moving {
  const out: Moving = {
    lowerTrunk: turn(a.lowerTrunk, b.lowerTrunk, t),
    upperTrunk: turn(a.upperTrunk, b.upperTrunk, t),
    head: turn(a.head, b.head, t),
  }
  for (const key of ['shoulderScale', 'hipScale'] as const)
    if (a[key] !== undefined || b[key] !== undefined) out[key] = mix(a[key] ?? 1, b[key] ?? 1, t)
  if (a.headUp !== undefined || b.headUp !== undefined) out.headUp = turn(a.headUp ?? a.head, b.headUp ?? b.head, t)
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
      out[`arm${side}`] = {
        upperArm: arm.bones[0],
        forearm: arm.bones[1],
        hand: arm.bones[2],
        ...mixed(a[`arm${side}`], b[`arm${side}`], ['curl', 'spread'], t),
        ...arm.rest,
      }
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
      out[`leg${side}`] = {
        thigh: leg.bones[0],
        shank: leg.bones[1],
        foot: leg.bones[2],
        ...mixed(a[`leg${side}`], b[`leg${side}`], ['toes'], t),
        ...leg.rest,
      }
  }
  return out
}

interface LimbAngles {
  readonly bones: readonly [number, number, number]
  readonly scale: readonly [number, number] | undefined
}

/** What is 0 where a frame does not say it. */
function mixed<Key extends string>(
  a: Partial<Readonly<Record<Key, number>>> | undefined,
  b: Partial<Readonly<Record<Key, number>>> | undefined,
  keys: readonly Key[],
  t: number,
): Partial<Record<Key, number>> {
  const own = keys.filter(key => a?.[key] || b?.[key])
  return Object.fromEntries(own.map(key => [key, mix(a?.[key] ?? 0, b?.[key] ?? 0, t)])) as Partial<Record<Key, number>>
}

/** A limb left out of a frame is hidden behind the near one. */
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

/** The shorter direction of rotation. */
const turn = (from: number, to: number, t: number): number =>
  from + (((((to - from + 180) % 360) + 360) % 360) - 180) * t
