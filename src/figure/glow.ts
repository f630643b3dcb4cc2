/** The highlight of the working muscle: soft ellipses, each clipped to its part of the body. */
import { isFlat, type LimbSide, limbSides, type Point, type View } from './frame.ts'
import { add, angleOf, mixPoint, subtract, unit } from './geometry.ts'
import type { Arm, Bone, Leg } from './limbs.ts'
import type { Trunk } from './trunk.ts'

export type PartName = 'trunk' | 'legN' | 'legF' | 'armN' | 'armF' | 'handF'

export interface Glow {
  readonly part: PartName
  readonly at: Point
  /** Degrees of the long axis. */
  readonly along: number
  readonly rx: number
  readonly ry: number
}

export interface Parts {
  readonly trunk: Trunk
  readonly legs: Readonly<Record<LimbSide, Leg>>
  readonly arms: Readonly<Record<LimbSide, Arm | undefined>>
}

/**
 * Zone of the trunk: position along the spine, offset towards the back, long and short radius in a side view; then from
 * the front.
 */
const trunkZones: Readonly<Record<string, { readonly side?: Ellipse; readonly front?: readonly Ellipse[] }>> = {
  lumbar: { side: [0.24, 1.9, 8.5, 3.4], front: [[0.24, 0, 6, 5]] },
  spine: { side: [0.48, 2.1, 16, 3.2], front: [[0.5, 0, 14, 3]] },
  midBack: { side: [0.62, 2.2, 8, 3.4], front: [[0.6, 0, 6, 4]] },
  upperBack: { side: [0.84, 2.0, 7, 3.4], front: [[0.84, 0, 5, 6]] },
  neck: { side: [1.1, 0.6, 4.6, 3.6], front: [[1.12, 0, 5, 4.4]] },
  buttock: { side: [0.02, 2.4, 5.4, 4.2] },
  belly: { side: [0.34, -2.2, 9, 3.4], front: [[0.3, 0, 7, 5]] },
  flank: {
    side: [0.38, 0, 7, 3.4],
    front: [
      [0.36, -5.4, 6, 2.6],
      [0.36, 5.4, 6, 2.6],
    ],
  },
  ribs: {
    side: [0.66, -0.6, 6.5, 4.4],
    front: [
      [0.6, -5.6, 6.4, 3],
      [0.6, 5.6, 6.4, 3],
    ],
  },
  chest: { side: [0.8, -2.6, 6, 3.6], front: [[0.8, 0, 4, 7]] },
}
type Ellipse = readonly [place: number, offset: number, rx: number, ry: number]

/** Zone of a leg: which bone, position along it, offset towards the back, radii. */
const legZones: Readonly<Record<string, readonly ['thigh' | 'shank', number, number, number, number]>> = {
  calf: ['shank', 0.33, 1.3, 9, 3.3],
  lowCalf: ['shank', 0.62, 1, 8, 2.6],
  shin: ['shank', 0.42, -1.3, 9, 2.6],
  hamstring: ['thigh', 0.55, 2.1, 11.5, 3.2],
  quad: ['thigh', 0.5, -1.7, 12, 3.6],
  hipFlexor: ['thigh', 0.08, -2.2, 6, 3.2],
  innerThigh: ['thigh', 0.45, 0, 11, 3.4],
}

/** Seen from the front, a buttock is shown at its hip. */
const buttock = ['thigh', 0.06, 0, 6, 4] as const

/** `both`: are both legs, or both flanks, highlighted? If it is not said: from the front they are, else the near one is. */
export function glowsOf(
  zones: readonly string[],
  parts: Parts,
  view: View,
  both: boolean | undefined,
): readonly Glow[] {
  const isFront = isFlat(view)
  const legSides: readonly LimbSide[] = (both ?? isFront) ? limbSides : ['N']
  const armSides: readonly LimbSide[] = isFront ? limbSides : ['N']
  return zones.flatMap(zone => [
    ...onTrunk(zone, parts.trunk, isFront).slice(0, both === false ? 1 : 2),
    ...legSides.flatMap(side => onLeg(zone, parts.legs[side], side, isFront)),
    ...armSides.flatMap(side => onArm(zone, parts.arms[side], side)),
  ])
}

function onTrunk(zone: string, trunk: Trunk, isFront: boolean): readonly Glow[] {
  const found = trunkZones[zone]
  const ellipses = isFront ? (found?.front ?? []) : found?.side ? [found.side] : []
  return ellipses.map(([place, offset, rx, ry]) => {
    const { at, direction } = trunk.at(place)
    return { part: 'trunk', at: add(at, trunk.backAt(place), offset), along: angleOf(direction), rx, ry }
  })
}

function onLeg(zone: string, leg: Leg, side: LimbSide, isFront: boolean): readonly Glow[] {
  const part = `leg${side}` as const
  if (zone === 'sole') {
    const along = unit(subtract(leg.toe, leg.ankle))
    return [{ part, at: add(leg.ankle, along, isFront ? 2 : 4.4), along: angleOf(along), rx: 7.5, ry: 2.6 }]
  }
  const found = legZones[zone] ?? (zone === 'buttock' && isFront ? buttock : undefined)
  if (!found) return []
  const [name, place, offset, rx, ry] = found
  const bone: Bone = leg[name]
  const at = add(add(bone.from, bone.direction, bone.length * place), bone.back, isFront ? 0 : offset)
  return [{ part, at, along: angleOf(bone.direction), rx: rx * Math.max(0.5, bone.length / 24.5), ry }]
}

function onArm(zone: string, arm: Arm | undefined, side: LimbSide): readonly Glow[] {
  if (!arm) return []
  const part = `arm${side}` as const
  const handAlong = unit(subtract(arm.hand, arm.wrist))
  const foreAlong = angleOf(subtract(arm.wrist, arm.elbow))
  if (zone === 'palm') return [{ part, at: add(arm.wrist, handAlong, 3), along: angleOf(handAlong), rx: 5.6, ry: 3.6 }]
  if (zone === 'forearm') return [{ part, at: mixPoint(arm.elbow, arm.wrist, 0.5), along: foreAlong, rx: 8.5, ry: 2.8 }]
  if (zone === 'shoulder') return [{ part, at: arm.root, along: angleOf(subtract(arm.elbow, arm.root)), rx: 5, ry: 4 }]
  return []
}
