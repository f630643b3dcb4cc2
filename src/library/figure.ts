/** The drawn body, joined to the built frames: `unknot/figure`. */
import { drawExercise } from '../figure/exercise.ts'
import { type Shape, toSvg } from '../figure/shape.ts'
import { frames } from '../knowledge/frames.gen.ts'

export { type BodyMap, bodyMap, type MapButton } from '../figure/body-map.ts'
export { type Shape, toSvg }

/**
 * An exercise drawn at a point of its movement: 0 is its first frame, 1 its second, and so on; 1.5 is half-way between
 * two. Arrows show the movement between the two. Undefined if no exercise with that id is drawn.
 */
export function figureOf(id: string, at: number, title: string): Shape | undefined {
  const found = frames[id]
  return found && drawExercise(found, at, { id: `figure-${id}`, title })
}
