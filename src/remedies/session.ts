/**
 * The session: one timed performance of a script. Its state is only when things were tapped, so time comes from the
 * clock and never from ticks: a locked phone or a frozen tab loses nothing, and a reload goes on where it was.
 * All times are milliseconds since 1970 and are passed in.
 */
import { type Script, type ScriptPhase, scriptSeconds } from './script.ts'

/** A tap, and when. */
export interface Mark {
  readonly kind: 'pause' | 'resume' | 'skip' | 'back' | 'stop'
  readonly at: number
}

/** Plain data: it can be written down and read again. */
export interface Session {
  readonly script: Script
  readonly startedAt: number
  readonly marks: readonly Mark[]
}

/** Where a session stands at a time. */
export interface Moment {
  readonly status: 'running' | 'paused' | 'done' | 'stopped'
  /** Index of the phase, or the number of phases when done. */
  readonly index: number
  readonly phase: ScriptPhase | undefined
  readonly next: ScriptPhase | undefined
  /** Seconds into the phase, and left of it. */
  readonly elapsed: number
  readonly remaining: number
  /** 0 to 1 of the phase. */
  readonly progress: number
  /** Seconds left of the whole session. */
  readonly remainingTotal: number
}

/** A session that begins now. */
export const start = (script: Script, now: number): Session => ({ script, startedAt: now, marks: [] })

/** Adds a tap. A tap that makes no sense now (pause while paused, anything after the end) changes nothing. */
export function mark(session: Session, kind: Mark['kind'], now: number): Session {
  const { status } = at(session, now)
  const isOver = status === 'done' || status === 'stopped'
  const isEmpty = (kind === 'pause' && status === 'paused') || (kind === 'resume' && status !== 'paused')
  return isOver || isEmpty ? session : { ...session, marks: [...session.marks, { kind, at: now }] }
}

/** Where the session stands at a time. */
export function at({ script, startedAt, marks }: Session, now: number): Moment {
  const starts = phaseStarts(script)
  const total = scriptSeconds(script)
  let position = 0
  let since = startedAt
  let isPaused = false
  let isStopped = false
  const advance = (until: number) => {
    if (!isPaused && !isStopped) position = Math.min(total, position + Math.max(0, until - since) / 1000)
    since = Math.max(since, until)
  }
  for (const { kind, at: time } of marks) {
    if (time > now) break
    advance(time)
    if (kind === 'pause') isPaused = true
    if (kind === 'resume') isPaused = false
    if (kind === 'stop') isStopped = true
    if (kind === 'skip') position = starts[indexAt(starts, position) + 1] ?? total
    if (kind === 'back') position = previousStart(starts, position)
  }
  advance(now)
  return momentAt(
    script,
    starts,
    position,
    isStopped ? 'stopped' : position >= total ? 'done' : isPaused ? 'paused' : 'running',
  )
}

function momentAt(script: Script, starts: readonly number[], position: number, status: Moment['status']): Moment {
  const index = status === 'done' ? script.phases.length : indexAt(starts, position)
  const phase = script.phases[index]
  const elapsed = phase ? position - (starts[index] ?? 0) : 0
  return {
    status,
    index,
    phase,
    next: script.phases[index + 1],
    elapsed,
    remaining: phase ? phase.seconds - elapsed : 0,
    progress: phase && phase.seconds > 0 ? elapsed / phase.seconds : 1,
    remainingTotal: scriptSeconds(script) - position,
  }
}

/** What to say for what was reached between two times; after a freeze only the last of it still matters. */
export function cueBetween(session: Session, from: number, to: number): string | undefined {
  const before = at(session, from)
  const after = at(session, to)
  if (after.status !== 'running' || !after.phase) return undefined
  const isNew = after.index !== before.index || (from <= session.startedAt && to > session.startedAt)
  const half = after.phase.seconds / 2
  const passedHalf = after.elapsed >= half && (isNew || before.elapsed < half)
  if (passedHalf && after.phase.halfWay !== undefined && after.elapsed < half + 5) return after.phase.halfWay
  return isNew ? after.phase.cue : undefined
}

function phaseStarts({ phases }: Script): readonly number[] {
  const starts: number[] = []
  let sum = 0
  for (const { seconds } of phases) {
    starts.push(sum)
    sum += seconds
  }
  return starts
}

function indexAt(starts: readonly number[], position: number): number {
  let index = 0
  while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= position) index += 1
  return index
}

/** The start of this phase, or of the one before when this one has only just begun. */
function previousStart(starts: readonly number[], position: number): number {
  const justBegunSeconds = 2
  const index = indexAt(starts, position)
  const own = starts[index] ?? 0
  return position - own > justBegunSeconds ? own : (starts[index - 1] ?? 0)
}
