import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { arrowsDuring, drawExercise } from './exercise.ts'
import { type ExerciseFrames, limbSides, type Point, type Pose } from './frame.ts'
import { length, mixPoint, subtract } from './geometry.ts'
import { fingerTip } from './hand.ts'
import { poseOf } from './hold.ts'
import { toeTip } from './limbs.ts'
import type { Shape } from './shape.ts'

const moves = () =>
  Object.entries(frames)
    .filter(([id]) => exercises[id])
    .flatMap(([id, set]) =>
      set.frames.slice(1).map((frame, index) => ({
        id: `${id} to frame ${index + 1}`,
        set,
        place: index + 0.5,
        movement: movementOf(poseOf(set.view, set.frames[index] ?? frame), poseOf(set.view, frame)),
      })),
    )

describe('a drawing of an exercise that moves', () => {
  it('shows an arrow, or two', () => {
    for (const { id, set, place } of moves()) expect([1, 2], id).toContain(arrows(set, place).length)
  })

  it('shows each arrow in the direction in which a joint near it really moves, and moves far', () => {
    const wrong = moves().flatMap(({ id, set, place, movement }) => {
      const furthest = Math.max(...movement.map(({ by }) => length(by)))
      const near = widthOf(set, place) / 4
      return arrows(set, place).flatMap(arrow =>
        movement.some(
          ({ by, middle }) =>
            length(by) >= furthest / 5 && sameWay(arrow.by, by) && length(subtract(arrow.middle, middle)) < near,
        )
          ? []
          : [id],
      )
    })
    expect(wrong).toEqual([])
  })

  it('turns the arrows round on the way back', () => {
    for (const { id, set, place } of moves()) {
      const back = arrows(set, place, 'back')
      for (const arrow of arrows(set, place))
        expect(
          back.some(other => sameWay([-arrow.by[0], -arrow.by[1]], other.by)),
          id,
        ).toBe(true)
    }
  })

  it('shows arrows long enough to be seen: at least a twelfth of the picture', () => {
    for (const { id, set, place } of moves())
      for (const arrow of arrows(set, place)) expect(length(arrow.by) / widthOf(set, place), id).toBeGreaterThan(1 / 12)
  })
})

it('shows no arrow for a body that keeps still', () => {
  for (const [id, set] of Object.entries(frames)) {
    const [first] = set.frames
    if (!first) throw new Error(`${id} has no frame`)
    expect(arrows({ ...set, frames: [first, first] }, 0.5), id).toEqual([])
  }
})

it('shows no arrow during a hold, unless the picture cannot move', () => {
  expect(arrowsDuring(0, 1, 0.4, true)).toBe('onward')
  expect(arrowsDuring(1, 0, 0.4, true)).toBe('back')
  expect(arrowsDuring(0, 1, 1, true)).toBe('none')
  expect(arrowsDuring(1, 1, 0, true)).toBe('none')
  expect(arrowsDuring(0, 1, 1, false)).toBe('onward')
  expect(arrowsDuring(0, 0, 1, false)).toBe('none')
  for (const { id, set, place } of moves()) expect(arrows(set, place, 'none'), id).toEqual([])
})

interface Movement {
  readonly by: Point
  readonly middle: Point
}

/** From its beginning to its head, each arrow that is drawn. */
function arrows(set: ExerciseFrames, place: number, way?: 'onward' | 'back' | 'none'): readonly Movement[] {
  const drawn = drawExercise(set, place, { id: 'x', title: 'x', ...(way ? { arrows: way } : {}) })
  return parts(drawn)
    .filter(({ attributes }) => attributes.stroke === 'var(--fig-arrow)')
    .map(({ attributes }) => {
      const [line = '', head = ''] = String(attributes.d).split('M').slice(1)
      const numbers = (text: string) => (text.match(/-?[\d.]+/g) ?? []).map(Number)
      const [x = 0, y = 0] = numbers(line)
      const [, , tipX = 0, tipY = 0] = numbers(head)
      return between([x, -y], [tipX, -tipY])
    })
}

const widthOf = (set: ExerciseFrames, place: number): number =>
  Number(String(drawExercise(set, place, { id: 'x', title: 'x' })?.attributes.viewBox).split(' ')[2])

const parts = (shape: Shape | undefined): readonly Shape[] => (shape ? [shape, ...shape.children.flatMap(parts)] : [])

const between = (from: Point, to: Point): Movement => ({ by: subtract(to, from), middle: mixPoint(from, to, 0.5) })

function movementOf(a: Pose, b: Pose): readonly Movement[] {
  const [from, to] = [a, b].map(pose => ({
    ...pose.points,
    ...Object.fromEntries(
      limbSides.flatMap(side => [
        [`fingers${side}`, fingerTip(pose, side)],
        [`toes${side}`, toeTip(pose, side)],
      ]),
    ),
  })) as [Record<string, Point | undefined>, Record<string, Point | undefined>]
  return Object.keys(to).flatMap(name => {
    const [start, end] = [from[name], to[name]]
    return start && end && length(subtract(end, start)) > 0.8 ? [between(start, end)] : []
  })
}

/** Within 25 degrees. */
const sameWay = (a: Point, b: Point): boolean =>
  (a[0] * b[0] + a[1] * b[1]) / (length(a) * length(b) || 1) > Math.cos((25 * Math.PI) / 180)
