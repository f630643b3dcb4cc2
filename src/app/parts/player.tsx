/** Runs a session on screen: the moment of the clock, the drawn body, the spoken cue. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { boxOf } from '../../figure/box.ts'
import { poseFigure } from '../../figure/pose.ts'
import { poseOf } from '../../figure/skeleton.ts'
import { tween } from '../../figure/tween.ts'
import { frames } from '../../knowledge/frames.gen.ts'
import type { Script } from '../../remedies/script.ts'
import { at, cueBetween, type Moment, type Session } from '../../remedies/session.ts'
import { say, silence, stayAwake, vibrate } from '../senses.ts'
import { draw } from './drawing.tsx'

/** The moment of a session, renewed as time passes; speaks each cue once. */
export function useMoment(session: Session): Moment {
  const [now, setNow] = useState(Date.now)
  const spoken = useRef(session.startedAt)
  const current = at(session, now)
  const isRunning = current.status === 'running'
  useEffect(() => {
    setNow(Date.now())
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), reducedMotion() ? 1000 : 100)
    return () => clearInterval(timer)
  }, [session, isRunning])
  useEffect(() => {
    const cue = cueBetween(session, spoken.current, now)
    spoken.current = Math.max(spoken.current, now)
    if (cue !== undefined) {
      say(cue)
      vibrate()
    }
  }, [session, now])
  useEffect(() => {
    const release = stayAwake()
    return () => {
      release()
      silence()
    }
  }, [])
  return current
}

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

const moveSeconds = 2.4

export interface BodyProps {
  readonly exercise: string
  /** The script under way: the picture leaves room only for the frames it shows. */
  readonly script: Script
  readonly moment: Moment
  readonly title: string
}

/** The body moves from frame to frame at the start of a phase and then stays. */
export function Body({ exercise, script, moment, title }: BodyProps) {
  const [from, to] = moment.phase?.frames ?? [0, 1]
  const part = reducedMotion() ? 1 : Math.min(1, moment.elapsed / moveSeconds)
  const last = Math.max(1, ...script.phases.flatMap(phase => phase.frames ?? []))
  return drawn(exercise, from + (to - from) * eased(part), title, last)
}

/** The exercise as it is held, before it begins. */
export const Still = ({ exercise, title }: Pick<BodyProps, 'exercise' | 'title'>) => drawn(exercise, 1, title, 1)

/** The body at a place among the frames: 0 is the first, 1.5 lies half-way from the second to the third. */
function drawn(exercise: string, place: number, title: string, last: number) {
  const found = frames[exercise]
  if (!found) return null
  const poses = found.frames.slice(0, last + 1).map(frame => poseOf(found.view, frame))
  const index = Math.max(0, Math.min(poses.length - 2, Math.floor(place)))
  const [a, b] = [poses[index], poses[index + 1]]
  if (!a || !b) return null
  const { zones, props, both } = found
  const options = { id: `body-${exercise}`, title, zones, props, box: boxOf(poses, props), ...(both ? { both } : {}) }
  return draw(poseFigure(tween(a, b, place - index), options))
}

const eased = (t: number): number => t * t * (3 - 2 * t)
