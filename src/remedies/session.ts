/**
 * A session: one timed performance of a script. Its state is only the times of the taps, and the time is read from the
 * clock instead of counted in ticks. So a locked phone or a frozen tab loses nothing, and a reload continues where it
 * was. All times are milliseconds since 1970 and are passed in.
 */
import { type Script, type ScriptPhase, scriptSeconds } from './script.ts'

/** A tap with its time. */
export interface Mark {
  readonly kind: 'pause' | 'resume' | 'skip' | 'back' | 'stop'
  readonly at: number
}

/** Plain data that can be stored and restored. */
export interface Session {
  readonly script: Script
  readonly startedAt: number
  readonly marks: readonly Mark[]
}

/** The position of a session at a time. */
export interface Moment {
  /** `waiting`: the phase lasts until the person says that it is over (a tap of kind `skip`). */
  readonly status: 'waiting' | 'running' | 'paused' | 'done' | 'stopped'
  /** Index of the phase, or the number of phases when done. */
  readonly index: number
  readonly phase: ScriptPhase | undefined
  readonly next: ScriptPhase | undefined
  /** Seconds into the phase, and seconds left. */
  readonly elapsed: number
  readonly remaining: number
  /** The progress of the phase, 0 to 1. */
  readonly progress: number
  /** Seconds left of the whole session. */
  readonly remainingTotal: number
  /** Seconds left of the part under way, and how many it has; of a script without parts, of the whole. */
  readonly remainingPart: number
  readonly wholePart: number
}

/** A session that begins now. */
export const start = (script: Script, now: number): Session => ({ script, startedAt: now, marks: [] })

/** Adds a tap. A tap that does not apply now (pause while paused, anything after the end) changes nothing. */
export function mark(session: Session, kind: Mark['kind'], now: number): Session {
  const { status } = at(session, now)
  const isOver = status === 'done' || status === 'stopped'
  const isEmpty = (kind === 'pause' && status !== 'running') || (kind === 'resume' && status !== 'paused')
  return isOver || isEmpty ? session : { ...session, marks: [...session.marks, { kind, at: now }] }
}

/** The position of the session at a time. */
export function at({ script, startedAt, marks }: Session, now: number): Moment {
  let place: Place = { index: 0, elapsed: 0 }
  let since = startedAt
  let isPaused = false
  let isStopped = false
  const advance = (until: number) => {
    if (!isPaused && !isStopped) place = later(script, place, Math.max(0, until - since) / 1000)
    since = Math.max(since, until)
  }
  for (const { kind, at: time } of marks) {
    if (time > now) break
    advance(time)
    if (kind === 'pause') isPaused = true
    if (kind === 'resume') isPaused = false
    if (kind === 'stop') isStopped = true
    if (kind === 'skip') place = { index: Math.min(place.index + 1, script.phases.length), elapsed: 0 }
    if (kind === 'back') place = backFrom(place)
  }
  advance(now)
  return momentAt(script, place, isStopped ? 'stopped' : isPaused ? 'paused' : 'running')
}

/** The current phase, and the seconds spent in it. */
interface Place {
  readonly index: number
  readonly elapsed: number
}

/** The position some seconds later; the clock does not end a phase that waits. */
function later({ phases }: Script, { index, elapsed }: Place, seconds: number): Place {
  let left = elapsed + seconds
  let reached = index
  for (const { seconds: length, waits } of phases.slice(index)) {
    if (waits || left < length) break
    left -= length
    reached += 1
  }
  return { index: reached, elapsed: phases[reached] === undefined || phases[reached]?.waits ? 0 : left }
}

/** The start of this phase, or of the previous one if this one has just begun. */
function backFrom({ index, elapsed }: Place): Place {
  const justBegunSeconds = 2
  return { index: elapsed > justBegunSeconds ? index : Math.max(0, index - 1), elapsed: 0 }
}

function momentAt({ phases }: Script, { index, elapsed }: Place, status: 'stopped' | 'paused' | 'running'): Moment {
  const phase = phases[index]
  const remaining = phase ? phase.seconds - elapsed : 0
  const isSamePart = ({ part }: ScriptPhase) => part === phase?.part
  const isWaiting = phase?.waits === true && status === 'running'
  return {
    status: status === 'stopped' ? status : phase === undefined ? 'done' : isWaiting ? 'waiting' : status,
    index,
    phase,
    next: phases[index + 1],
    elapsed,
    remaining,
    progress: phase && phase.seconds > 0 ? elapsed / phase.seconds : 1,
    remainingTotal: remaining + scriptSeconds({ phases: phases.slice(index + 1) }),
    remainingPart: remaining + scriptSeconds({ phases: phases.slice(index + 1).filter(isSamePart) }),
    wholePart: scriptSeconds({ phases: phases.filter(isSamePart) }),
  }
}

/** The cues between two times; after a freeze only the last one is returned. */
export function cueBetween(session: Session, from: number, to: number): string | undefined {
  const before = at(session, from)
  const after = at(session, to)
  if ((after.status !== 'running' && after.status !== 'waiting') || !after.phase) return undefined
  const isNew = after.index !== before.index || (from <= session.startedAt && to > session.startedAt)
  const half = after.phase.seconds / 2
  const passedHalf = after.elapsed >= half && (isNew || before.elapsed < half)
  if (passedHalf && after.phase.halfWay !== undefined && after.elapsed < half + 5) return after.phase.halfWay
  return isNew ? after.phase.cue : undefined
}
