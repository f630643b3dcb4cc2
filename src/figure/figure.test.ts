import { describe, expect, it } from 'vitest'
import { frames } from '../knowledge/frames.gen.ts'
import { regions } from '../knowledge/vocabulary.ts'
import { bodyMap } from './body-map.ts'
import { boxOf } from './box.ts'
import { isFlat, limbSides } from './frame.ts'
import { length, subtract } from './geometry.ts'
import { poseOf } from './hold.ts'
import { poseFigure } from './pose.ts'
import { toSvg } from './shape.ts'
import { boneLength } from './skeleton.ts'
import { tween } from './tween.ts'

const exercises = Object.entries(frames).map(([id, set]) => ({
  id,
  ...set,
  poses: set.frames.map(frame => poseOf(set.view, frame)),
}))
const pairs = exercises.flatMap(({ id, poses, view }) =>
  poses.slice(1).map((to, index) => ({ id, view, from: poses[index] ?? to, to })),
)
const moments = [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1]
const draw = ({ id, zones, props, both, poses }: (typeof exercises)[number], index: number) => {
  const pose = poses[index]
  if (!pose) throw new Error(`${id} has no frame ${index}`)
  return toSvg(poseFigure(pose, { id, title: id, zones, props, box: boxOf(poses, props), ...(both ? { both } : {}) }))
}

it('draws every frame of every exercise, with no number missing', () => {
  for (const exercise of exercises)
    for (const index of exercise.poses.keys()) {
      const svg = draw(exercise, index)
      expect(svg, exercise.id).toMatch(/^<svg/)
      expect(svg, exercise.id).not.toMatch(/NaN|Infinity|undefined/)
    }
})

it('draws the same picture from the same frame', () => {
  for (const exercise of exercises.slice(0, 10)) expect(draw(exercise, 0)).toBe(draw(exercise, 0))
})

describe('in every movement', () => {
  it('bones keep their length', () => {
    const wrong: string[] = []
    for (const { id, view, from, to } of pairs.filter(pair => !isFlat(pair.view)))
      for (const t of moments.slice(1, -1)) {
        const { points, angles } = tween(from, to, t)
        for (const side of limbSides)
          for (const [a, b, bone, limb] of [
            [`shoulder${side}`, `elbow${side}`, 'upperArm', `arm${side}`],
            [`elbow${side}`, `wrist${side}`, 'forearm', `arm${side}`],
            [`hip${side}`, `knee${side}`, 'thigh', `leg${side}`],
            [`knee${side}`, `ankle${side}`, 'shank', `leg${side}`],
          ] as const) {
            const [start, end] = [points[a], points[b]]
            const scaled = angles[limb]?.scale
            if (!start || !end || scaled) continue
            const off = Math.abs(length(subtract(start, end)) - boneLength[bone])
            if (off > 0.05) wrong.push(`${id} ${view} ${bone}${side} at ${t}: off by ${off.toFixed(2)}`)
          }
      }
    expect(wrong).toEqual([])
  })

  it('the body never jumps', () => {
    const jumps: string[] = []
    for (const { id, from, to } of pairs) {
      const far = Math.max(...Object.keys(to.points).map(name => distance(from.points[name], to.points[name])))
      for (let step = 1; step <= 40; step++) {
        const [a, b] = [tween(from, to, (step - 1) / 40).points, tween(from, to, step / 40).points]
        for (const name of Object.keys(b)) {
          const moved = distance(a[name], b[name])
          if (moved > Math.max(4, far / 4)) jumps.push(`${id} ${name} at ${step}: ${moved.toFixed(1)}`)
        }
      }
    }
    expect(jumps).toEqual([])
  })

  it('a foot or hand that rests in both frames stays where it is', () => {
    for (const { id, from, to } of pairs)
      for (const name of ['ankleN', 'ankleF', 'wristN', 'wristF']) {
        const [a, b] = [from.points[name], to.points[name]]
        if (!a || !b || length(subtract(a, b)) > 0.5 || from.angles[name.startsWith('ankle') ? 'legN' : 'armN']?.scale)
          continue
        for (const t of moments)
          expect(distance(tween(from, to, t).points[name], a), `${id} ${name} at ${t}`).toBeLessThan(1.6)
      }
  })
})

describe('the body map', () => {
  const buttons = (['front', 'back'] as const).flatMap(view => bodyMap(view).buttons)

  it('shows every region', () => {
    expect(new Set(buttons.map(({ region }) => region))).toEqual(new Set(regions))
  })

  it('has parts of at least 44 by 44 pixels', () => {
    for (const { name, target } of buttons) expect(Math.min(target[2], target[3]), name).toBeGreaterThanOrEqual(44)
  })

  it('has no parts that overlap by more than an edge', () => {
    for (const view of ['front', 'back'] as const) {
      const { buttons: own } = bodyMap(view)
      for (const [
        index,
        {
          target: [ax, ay, aw, ah],
          name,
        },
      ] of own.entries())
        for (const {
          target: [bx, by, bw, bh],
          name: other,
        } of own.slice(index + 1)) {
          const across = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
          const down = Math.min(ay + ah, by + bh) - Math.max(ay, by)
          expect(across > 2 && down > 2, `${view}: ${name} and ${other}`).toBe(false)
        }
    }
  })

  it('uses the person’s own left and right: from the front, their left is on the viewer’s right', () => {
    const left = bodyMap('front').buttons.find(({ region, side }) => region === 'shin' && side === 'left')
    const leftBack = bodyMap('back').buttons.find(({ region, side }) => region === 'calf' && side === 'left')
    expect(left?.target[0]).toBeGreaterThan(0)
    expect(leftBack?.target[0]).toBeLessThan(0)
  })

  it('marks the chosen part', () => {
    const { buttons: own } = bodyMap('back', { region: 'calf', side: 'left' })
    expect(own.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual(['Calf, left'])
  })
})

function distance(a: readonly [number, number] | undefined, b: readonly [number, number] | undefined): number {
  return a && b ? length(subtract(a, b)) : 0
}
