/** The drawn body, joined to the frames Unknot knows: `unknot/figure`. */
import { boxOf } from '../figure/box.ts'
import { poseFigure } from '../figure/pose.ts'
import { type Shape, toSvg } from '../figure/shape.ts'
import { poseOf } from '../figure/skeleton.ts'
import { tween } from '../figure/tween.ts'
import { frames } from '../knowledge/frames.gen.ts'

export { type BodyMap, bodyMap, type MapButton } from '../figure/body-map.ts'
export { type Shape, toSvg }

/**
 * An exercise drawn at a point of its movement: 0 is its first frame, 1 its second, and so on; 1.5 lies half-way.
 * Undefined when no exercise of that id is drawn.
 */
export function figureOf(id: string, at: number, title: string): Shape | undefined {
  const found = frames[id]
  if (!found) return undefined
  const poses = found.frames.map(frame => poseOf(found.view, frame))
  const index = Math.min(Math.max(0, Math.floor(at)), poses.length - 2)
  const [from, to] = [poses[index], poses[index + 1]]
  if (!from || !to) return undefined
  const { zones, props, both } = found
  const options = { id: `figure-${id}`, title, zones, props, box: boxOf(poses, props), ...(both ? { both } : {}) }
  return poseFigure(tween(from, to, at - index), options)
}
