import { describe, expect, it } from 'vitest'
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { boxOf } from './box.ts'
import { drawExercise } from './exercise.ts'
import type { Point, Pose } from './frame.ts'
import { poseOf } from './hold.ts'

/** What must fill the picture of a place: joints, and the thickness of the body round them. */
const partOf: Readonly<Record<string, readonly string[]>> = {
  hand: ['elbowN', 'wristN', 'handN'],
  forearm: ['elbowN', 'wristN', 'handN'],
  foot: ['kneeN', 'ankleN', 'toeN'],
  neck: ['neck', 'head'],
}
const flesh = 3
const leastShare = 0.4

const closeUps = Object.entries(exercises).flatMap(([id, { regions }]) => {
  const [region = ''] = regions
  const set = frames[id]
  return set && partOf[region] ? [{ id, region, set, poses: set.frames.map(frame => poseOf(set.view, frame)) }] : []
})

describe('an exercise of a hand, forearm, foot or neck', () => {
  it('is drawn as a close-up', () => {
    expect(closeUps.length).toBeGreaterThan(12)
    for (const { id, set } of closeUps) expect(set.camera, id).toBeDefined()
  })

  it('fills two fifths of the width or height of its picture with that part, in every frame', () => {
    for (const { id, region, set, poses } of closeUps)
      for (const pose of poses) {
        const { width, height } = boxOf(poses, set.props, set.camera)
        const [wide, high] = extent(pose, partOf[region] ?? [])
        expect(Math.max(wide / width, high / height), id).toBeGreaterThanOrEqual(leastShare)
      }
  })

  it('shows the hand, the foot or the head whole', () => {
    for (const { id, region, set, poses } of closeUps)
      for (const pose of poses) {
        const { x, y, width, height } = boxOf(poses, set.props, set.camera)
        for (const joint of partOf[region]?.slice(1) ?? []) {
          const [px, py] = pose.points[joint] ?? [Number.NaN, Number.NaN]
          const margin = joint === 'head' ? 6.5 : 1.5
          const inside = px - margin > x && px + margin < x + width && py - margin > y && py + margin < y + height
          expect(inside, `${id}: ${joint}`).toBe(true)
        }
      }
  })
})

it('has a frame round every close-up, and none round a whole body', () => {
  for (const [id, set] of Object.entries(frames)) {
    const drawn = drawExercise(set, 1, { id: 'x', title: 'x' })
    const edge = drawn?.children.some(({ tag, attributes }) => tag === 'rect' && attributes.fill === 'none')
    expect(edge, id).toBe(set.camera !== undefined)
  }
})

/** From the front, both hands are the part. */
function extent({ points, view }: Pose, joints: readonly string[]): Point {
  const both = view === 'front' ? [...joints, ...joints.map(joint => joint.replace(/N$/, 'F'))] : joints
  const found = both.flatMap(joint => (points[joint] ? [points[joint]] : []))
  const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)]
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values) + 2 * flesh
  return [span(xs), span(ys)]
}
