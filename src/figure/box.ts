/** The visible part of the model: one box for all frames of an exercise, so that the picture does not jump. */
import { type ExerciseFrames, isFlat, type Pose, type Prop } from './frame.ts'
import { clamp } from './geometry.ts'
import { groundLevel } from './skeleton.ts'

export interface Box {
  readonly x: number
  /** The lower edge; in the model, y grows upwards. */
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Limits of width over height: a lying body gets a wide picture, a standing one the usual 4:3. */
const aspect = { least: 4 / 3, most: 2 }
const leastWidth = 84

export function boxOf(poses: readonly Pose[], props: readonly Prop[], camera?: ExerciseFrames['camera']): Box {
  if (camera) return { x: camera[0], y: camera[1], width: camera[2], height: camera[3] }
  const xs: number[] = []
  const ys: number[] = []
  const isGrounded = props.some(({ kind }) => kind === 'floor')
  if (isGrounded || poses[0]?.view === 'side') ys.push(groundLevel - 2)
  for (const { view, points } of poses)
    for (const [name, [x, y]] of Object.entries(points)) {
      const isAbove = view === 'top' || view === 'topside'
      const margin = name === 'head' ? (isAbove ? 12 : 7.5) : isAbove ? 6.5 : 5
      xs.push(x - margin, x + margin)
      ys.push(y - (isFlat(view) || view === 'topside' ? margin : 0), y + margin)
    }
  for (const prop of props) {
    if (prop.kind === 'wall') xs.push(prop.x + 5)
    if (prop.kind === 'box' || prop.kind === 'pillow') {
      xs.push(prop.x, prop.x + prop.w)
      ys.push(prop.y + prop.h)
    }
    if (prop.kind === 'chair') {
      xs.push(prop.x - 5, prop.x + 22)
      ys.push(46)
    }
    if (prop.kind === 'line') {
      xs.push(prop.a[0], prop.b[0] + (prop.b[1] < 60 && prop.a[1] !== prop.b[1] ? 20 : 3))
      ys.push(prop.b[1])
    }
  }
  const [left, right] = [Math.min(...xs) - 3, Math.max(...xs) + 3]
  const [bottom, top] = [Math.min(...ys) - 1.5, Math.max(...ys) + 2]
  const ratio = clamp((right - left) / (top - bottom), aspect.least, aspect.most)
  const width = Math.max(right - left, (top - bottom) * ratio, leastWidth)
  const height = Math.max(top - bottom, width / ratio)
  const spare = height - (top - bottom)
  return { x: (left + right - width) / 2, y: bottom - spare * (isGrounded ? 0.38 : 0.5), width, height }
}
