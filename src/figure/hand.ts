/** A hand: a palm, fingers that bend and spread, and a thumb. */
import type { ArmAngles, LimbSide, Point, Pose } from './frame.ts'
import { add, angleOf, chain, hull, length, polar, right, subtract, unit } from './geometry.ts'

/** How far the palm reaches from the wrist; the fingers begin there. */
const palm = 3.4
const fingerWidths = [1.5, 1.35, 1.05] as const

/** `fore` is the direction of the forearm: the thumb is on the side towards which the hand is bent back. */
export function handPath(wrist: Point, hand: Point, fore: Point, { curl = 0, spread = 0 }: Partial<ArmAngles>): string {
  const along = unit(subtract(hand, wrist))
  const aside = right(along)
  const size = length(subtract(hand, wrist)) / 7
  const thumbSide = curl ? -Math.sign(curl) : fore[0] * along[1] - fore[1] * along[0] >= 0 ? 1 : -1
  const direction = angleOf(along)
  const knuckles = add(wrist, along, palm * size)
  const finger = (place: number): string => {
    const turned = direction - place * spread
    const root = add(knuckles, aside, place * Math.min(spread, 22) * 0.075)
    const middle = add(root, polar(turned + curl * 0.5), 1.6 * size)
    const tip = add(middle, polar(turned + curl), (1.5 + (spread ? 0.7 - 0.5 * place * place : 0)) * size)
    const thin = 1 - Math.min(spread, 22) / 44
    return chain([root, middle, tip].map((point, index) => [point, (fingerWidths[index] ?? 1) * thin]))
  }
  const thumbTurn = thumbSide * (34 + spread)
  return (
    hull([
      [wrist, 1.6],
      [add(wrist, along, 2.2 * size), 1.95],
      [knuckles, 1.6],
    ]) +
    (spread ? [-1, -0.34, 0.34, 1] : [0]).map(finger).join('') +
    hull([
      [add(wrist, along, 1.4 * size), 1.1],
      [add(add(wrist, along, 1.6 * size), polar(direction - thumbTurn), 3.4 * size), 0.85],
    ])
  )
}

/** The tip of the middle finger. */
export function fingerTip({ points, angles }: Pose, side: LimbSide): Point | undefined {
  const [wrist, hand, arm] = [points[`wrist${side}`], points[`hand${side}`], angles[`arm${side}`]]
  if (!wrist || !hand) return undefined
  const along = subtract(hand, wrist)
  const curl = arm?.curl ?? 0
  const root = add(wrist, unit(along), palm)
  return add(add(root, polar(angleOf(along) + curl * 0.5), 1.8), polar(angleOf(along) + curl), 1.8)
}
