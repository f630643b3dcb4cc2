/** Runs a session on screen: the moment of the clock, the drawn body, the spoken cue. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { boxOf } from '../../figure/box.ts'
import { poseFigure } from '../../figure/pose.ts'
import { poseOf } from '../../figure/skeleton.ts'
import { tween } from '../../figure/tween.ts'
import { frames } from '../../knowledge/frames.gen.ts'
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
  readonly moment: Moment
  readonly title: string
}

/** The body moves from frame to frame at the start of a phase and then stays. */
export function Body({ exercise, moment, title }: BodyProps) {
  const [from, to] = moment.phase?.frames ?? [0, 1]
  const part = reducedMotion() ? 1 : Math.min(1, moment.elapsed / moveSeconds)
  return drawn(exercise, from + (to - from) * eased(part), title)
}

/** The exercise as it is held, before it begins. */
export const Still = ({ exercise, title }: Omit<BodyProps, 'moment'>) => drawn(exercise, 1, title)

/** The body at a place among the frames: 0 is the first, 1.5 lies half-way from the second to the third. */
function drawn(exercise: string, place: number, title: string) {
  const found = frames[exercise]
  if (!found) return null
  const poses = found.frames.map(frame => poseOf(found.view, frame))
  const index = Math.max(0, Math.min(poses.length - 2, Math.floor(place)))
  const [a, b] = [poses[index], poses[index + 1]]
  if (!a || !b) return null
  const { zones, props, both } = found
  const options = { id: `body-${exercise}`, title, zones, props, box: boxOf(poses, props), ...(both ? { both } : {}) }
  return draw(poseFigure(tween(a, b, place - index), options))
}

const eased = (t: number): number => t * t * (3 - 2 * t)
