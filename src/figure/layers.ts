/** Which part of the body is drawn over which, seen from the side and from the front. */
import { isFlat, type LimbSide, type Pose } from './frame.ts'
import { add, clamp, dot, length, right, subtract, unit } from './geometry.ts'
import type { PartName, Parts } from './glow.ts'
import type { Arm } from './limbs.ts'
import { pointOf } from './points.ts'
import type { Shape } from './shape.ts'

/** How far the edge in the colour of the paper reaches, which separates a near part from what it covers. */
const halo = 1.1

export type Paint = (part: PartName, path: string | undefined, colour: string, halo: number) => readonly Shape[]

/** All parts from back to front. */
export function layersOf(
  pose: Pose,
  parts: Parts,
  paint: Paint,
  head: (halo: number) => readonly Shape[],
): readonly Shape[] {
  if (isFlat(pose.view)) return frontLayers(pose, parts, paint, head(0.8))
  const { arms, legs, trunk } = parts
  return [
    ...paint('armF', arms.F?.path, 'far', 0),
    ...paint('legF', legs.F.path, 'far', 0.9),
    ...paint('trunk', trunk.path, 'body', 0),
    ...head(0),
    ...paint('legN', legs.N.path, 'near', halo),
    ...paint('armN', arms.N?.path, 'near', halo),
    ...(isBesideHead(arms.N, pose) ? head(1) : []),
    // The hand of the far arm is round what it holds.
    ...(pose.holds?.F ? paint('handF', arms.F?.handPath, 'far', 0.9) : []),
  ]
}

/**
 * Arms held aside and straight legs are behind the trunk; bent legs and arms that cross the body are in front of it.
 */
function frontLayers(
  { points, view, holds }: Pose,
  { legs, arms, trunk }: Parts,
  paint: Paint,
  head: readonly Shape[],
): readonly Shape[] {
  const isRaised = (side: LimbSide) =>
    view === 'top' || pointOf(points, `knee${side}`)[1] > pointOf(points, `hip${side}`)[1] - 16
  const isAside = (side: LimbSide) => {
    const arm = arms[side]
    if (!arm || view !== 'front' || holds?.[side]) return false
    const across = right(unit(subtract(pointOf(points, 'neck'), pointOf(points, 'hip'))))
    const out = (point: Arm['elbow']) => Math.abs(dot(subtract(point, pointOf(points, 'mid')), across))
    return out(arm.elbow) > 11 && out(arm.wrist) > 12
  }
  const leg = (side: LimbSide, when: boolean) =>
    isRaised(side) === when ? paint(`leg${side}`, legs[side].path, 'near', halo) : []
  const arm = (side: LimbSide, when: boolean) =>
    isAside(side) === when ? paint(`arm${side}`, arms[side]?.path, 'near', halo) : []
  return [
    ...arm('F', true),
    ...arm('N', true),
    ...leg('F', false),
    ...leg('N', false),
    ...paint('trunk', trunk.path, 'body', halo),
    ...head,
    ...leg('F', true),
    ...leg('N', true),
    ...arm('F', false),
    ...arm('N', false),
  ]
}

/** Is the near arm raised beside the head, or its hand behind it? Then the head is drawn again on top of it. */
function isBesideHead(arm: Arm | undefined, { points, holds }: Pose): boolean {
  const head = pointOf(points, 'head')
  if (holds?.N?.[1] === 'head') return true
  const isFaceDown = head[1] < 8 && head[0] > pointOf(points, 'neck')[0]
  if (!arm || isFaceDown) return false
  const along = subtract(arm.elbow, arm.root)
  const nearest = clamp(dot(subtract(head, arm.root), along) / length(along) ** 2, 0, 1)
  const up = unit(subtract(pointOf(points, 'neck'), pointOf(points, 'mid')))
  const isUp = dot(along, up) / (length(along) || 1) > 0.75
  return isUp && length(subtract(head, add(arm.root, along, nearest))) < 6
}
