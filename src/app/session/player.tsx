/** Runs a session on screen: the position of the clock, the drawn body, the spoken cue. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { arrowsDuring, drawExercise, drawerOf } from '../../figure/exercise.ts'
import { frames } from '../../knowledge/frames.gen.ts'
import type { Script } from '../../remedies/script.ts'
import { at, cueBetween, type Moment, type Session } from '../../remedies/session.ts'
import { draw } from '../ui/drawing.tsx'
import { say, silence, stayAwake, vibrate } from '../ui/senses.ts'
import { scriptOf } from './script-of.ts'

/** The position of a session, updated as time passes; speaks each cue once. `beforeCue` is called before each. */
export function useMoment(session: Session, beforeCue?: () => void): Moment {
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
      beforeCue?.()
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

export const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

const moveSeconds = 2.4

export interface BodyProps {
  readonly exercise: string
  /** The script under way: the picture has room only for the frames that it shows. */
  readonly script: Script
  readonly moment: Moment
  readonly title: string
}

/** The body moves from frame to frame at the start of a phase and then stays. Arrows show the movement. */
export function Body({ exercise, script, moment, title }: BodyProps) {
  const [from, to] = moment.phase?.frames ?? [0, 1]
  const canMove = !reducedMotion()
  const part = canMove ? Math.min(1, moment.elapsed / moveSeconds) : 1
  const last = lastFrame(script)
  const drawAt = useMemo(() => frames[exercise] && drawerOf(frames[exercise], last), [exercise, last])
  const shape = drawAt?.(from + (to - from) * eased(part), {
    id: `body-${exercise}`,
    title,
    arrows: arrowsDuring(from, to, part, canMove),
  })
  return shape ? draw(shape) : null
}

/** The exercise in its position before it begins, with arrows that show how to get there. */
export function Still({ exercise, title }: Pick<BodyProps, 'exercise' | 'title'>) {
  const script = scriptOf(exercise, undefined)
  const last = script ? lastFrame(script) : 1
  const shape = frames[exercise] && drawExercise(frames[exercise], last, { id: `body-${exercise}`, title, last })
  return shape ? draw(shape) : null
}

const lastFrame = ({ phases }: Script): number => Math.max(1, ...phases.flatMap(({ frames: shown }) => shown ?? []))

const eased = (t: number): number => t * t * (3 - 2 * t)
