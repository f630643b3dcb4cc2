import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { limbSides, type Pose } from './frame.ts'
import { length, mixPoint, subtract } from './geometry.ts'
import { heldAt, poseOf } from './hold.ts'
import { tween } from './tween.ts'

const drawn = Object.entries(frames).map(([id, set]) => ({
  id,
  set,
  poses: set.frames.map(frame => poseOf(set.view, frame)),
}))

/** A hand is 7 units long: at this distance its palm still lies on what it holds. */
const reach = 1.5

describe('a hand that holds something', () => {
  it('reaches it, in every frame', () => {
    const short = drawn.flatMap(({ id, poses }) =>
      poses.flatMap((pose, frame) => distances(pose).map(far => ({ id, frame, ...far }))),
    )
    expect(short.length).toBeGreaterThan(50)
    expect(short.filter(({ distance }) => distance > reach)).toEqual([])
  })

  it('does not let go while the body moves', () => {
    const short = drawn.flatMap(({ id, poses }) =>
      poses
        .slice(1)
        .flatMap((to, index) =>
          [0.1, 0.3, 0.5, 0.7, 0.9].flatMap(t =>
            distances(tween(poses[index] ?? to, to, t)).map(far => ({ id, t, ...far })),
          ),
        ),
    )
    expect(short.length).toBeGreaterThan(80)
    expect(short.filter(({ distance }) => distance > reach)).toEqual([])
  })
})

/** Words of the steps that ask a hand to hold, take or press a part of the body. */
const asksToHold =
  /\b(hold|take|draw|pull) (the|your|both|behind)[a-z -]*\b(heel|toes?|knees?|thighs?|ankles?|fingers)\b|other hand|hands? on the|palms together|hands behind|your hands? on/i
/** Steps that offer other ways, or where a strap or a wall is held, or the feet do it themselves. */
const otherwise = new Set([
  'calf-prebed-lean', // hands on a wall
  'calf-wall-straight', // hands on a wall
  'ham-release', // toes without hands
  'abd-long-reach', // toes without hands
  'foot-pumps', // toes without hands
  'calf-towel', // a towel in the hands
  'ham-supine-strap', // a strap in the hands
])

it('is defined for every exercise whose steps ask a hand to hold a part of the body', () => {
  const asked = Object.entries(exercises).filter(
    ([id, { steps }]) => !otherwise.has(id) && asksToHold.test(steps.join(' ')),
  )
  expect(asked.length).toBeGreaterThan(15)
  for (const [id] of asked)
    expect(
      frames[id]?.frames.some(({ holds }) => holds),
      id,
    ).toBe(true)
})

it('puts hands on the wall that they lean on', () => {
  for (const id of ['calf-prebed-lean', 'calf-wall-straight', 'calf-wall-bent', 'mid-wall-slide'])
    for (const pose of drawn.find(each => each.id === id)?.poses ?? []) {
      const wall = frames[id]?.props.find(({ kind }) => kind === 'wall')
      const x = wall?.kind === 'wall' ? wall.x : Number.NaN
      expect(Math.abs((pose.points.handN?.[0] ?? 0) - x), id).toBeLessThan(3.5)
    }
})

it('puts the hand on the back of the chair that it holds', () => {
  for (const id of ['quad-release', 'quad-standing'])
    for (const pose of drawn.find(each => each.id === id)?.poses ?? []) {
      const back = frames[id]?.props.find(({ kind }) => kind === 'line')
      const top = back?.kind === 'line' ? back.b : ([0, 0] as const)
      expect(length(subtract(palmOf(pose, 'F'), top)), id).toBeLessThan(3.5)
    }
})

function palmOf({ points }: Pose, side: 'N' | 'F') {
  const [wrist, hand] = [points[`wrist${side}`], points[`hand${side}`]]
  if (!wrist || !hand) throw new Error(`no hand ${side}`)
  return mixPoint(wrist, hand, 0.55)
}

function distances(pose: Pose) {
  return limbSides.flatMap(side => {
    const hold = pose.holds?.[side]
    return hold ? [{ side, distance: length(subtract(palmOf(pose, side), heldAt(pose.points, hold))) }] : []
  })
}
