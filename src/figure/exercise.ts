/** One exercise at a place of its movement: what a screen and the library draw. */
import { arrowsOf } from './arrow.ts'
import { boxOf } from './box.ts'
import type { ExerciseFrames, Pose } from './frame.ts'
import { poseOf } from './hold.ts'
import { poseFigure } from './pose.ts'
import type { Shape } from './shape.ts'
import { tween } from './tween.ts'

export interface ExerciseOptions {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  /** The last frame that is shown: the picture leaves room only for the frames up to it. */
  readonly last?: number
  readonly arrows?: Arrows
}

/** The direction of the movement that arrows show: to the next frame, back to the one before, or none. */
export type Arrows = 'onward' | 'back' | 'none'

/**
 * The arrows during a movement from one frame to another, of which this part (0 to 1) is done: none once the body keeps
 * still. A picture that cannot move keeps them, for there they alone show the movement.
 */
export function arrowsDuring(from: number, to: number, part: number, canMove: boolean): Arrows {
  if (from === to || (canMove && part >= 1)) return 'none'
  return to > from ? 'onward' : 'back'
}

type Draw = (place: number, options: Omit<ExerciseOptions, 'last'>) => Shape | undefined

/**
 * `place`: 0 is the first frame, 1.5 lies half-way from the second to the third. A frame shows the arrows of the movement
 * that led to it, the first one those of the movement to come.
 */
export const drawExercise = (set: ExerciseFrames, place: number, options: ExerciseOptions): Shape | undefined =>
  drawerOf(set, options.last)(place, options)

/** Draws one exercise at many places: what is the same at all of them is computed once. */
export function drawerOf(
  { view, frames, zones, props, both, camera, arrows: lead }: ExerciseFrames,
  last = frames.length - 1,
): Draw {
  const poses = frames.slice(0, last + 1).map(frame => poseOf(view, frame))
  const box = boxOf(poses.flatMap(halfWay), props, camera)
  const found = new Map<string, readonly Shape[]>()
  return (place, { id, title, arrows = 'onward' }) => {
    const index = Math.max(0, Math.min(poses.length - 1, Math.ceil(place)) - 1)
    const [a, b] = [poses[index], poses[index + 1]]
    if (!a || !b) return undefined
    const key = `${arrows} ${index}`
    const own = arrows === 'none' ? [] : (found.get(key) ?? arrowsOf(...order(a, b, arrows), box, lead))
    found.set(key, own)
    const isCloseUp = camera !== undefined
    return poseFigure(tween(a, b, place - index), { id, title, zones, props, box, isCloseUp, both, arrows: own })
  }
}

/** A limb that swings reaches further half-way than at its ends. */
const halfWay = (pose: Pose, index: number, poses: readonly Pose[]): readonly Pose[] => {
  const next = poses[index + 1]
  return next ? [pose, tween(pose, next, 0.5)] : [pose]
}

const order = (a: Pose, b: Pose, way: Arrows): [from: Pose, to: Pose] => (way === 'back' ? [b, a] : [a, b])
