/**
 * A timed session of an exercise or of one way of a remedy: begins it, stores its taps, and leaves it. It begins only
 * if the check is settled and nothing excludes this remedy for this person.
 */
import { useEffect, useMemo } from 'preact/hooks'
import { type Mark, type Session, start } from '../../remedies/session.ts'
import { offerOf } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { diary, episode, newId, openedAt, openSession, record } from '../state/store.ts'
import { scriptOf } from './script-of.ts'

/** A session for the screen, with its actions. */
export interface Shown {
  readonly session: Session
  readonly onMark: (mark: Mark['kind']) => void
  readonly onEnd: () => void
}

/** The session of an id; undefined while there is none, and the person is sent elsewhere. */
export function useSession(id: string): Shown | undefined {
  const { age } = diary.value.person
  const script = useMemo(() => scriptOf(id, age, episode.value?.region), [id, age, episode.value?.region])
  const running = openSession.value?.script === id ? openSession.value : undefined
  const item = id.split('/')[0] ?? ''
  const offer = offerOf(item)?.status
  // Answers from before it began may be old by its end; what is asked again then does not end it.
  const mayRun = offer === 'offered' || (offer === 'ask' && running !== undefined)
  const isWaited = script?.phases[0]?.waits === true
  // It has not begun while it waits for the person, so it is not shown as under way while a kettle boils.
  const waiting = useMemo(() => script && start(script, Date.now() - 1), [script])
  useEffect(() => {
    if (!script || !mayRun) go(script && offer === 'ask' ? `/start/${item}` : '/', 'replace')
    else if (!running && !isWaited) begin(id)
  }, [id, mayRun])
  if (!script || !waiting || !mayRun || (!running && !isWaited)) return undefined
  const onMark = (mark: Mark['kind']) => {
    if (mark === 'stop') leave(running?.id, 'stopped', running ? `/hurts/${id}` : '/plan')
    else if (running) record({ type: 'session-marked', session: running.id, mark })
    else if (isStillOffered(item)) record({ type: 'session-marked', session: begin(id), mark })
  }
  return {
    session: running ? { script, startedAt: running.startedAt, marks: running.marks } : waiting,
    onMark,
    onEnd: () => leave(running?.id, 'done', episode.value ? `/rate/${episode.value.id}` : '/'),
  }
}

/**
 * Checks the clock: boiling a kettle may take longer than the answer "no cream on my skin" counts. Old answers are then
 * asked again.
 */
function isStillOffered(item: string): boolean {
  openedAt.value = Date.now()
  return offerOf(item)?.status === 'offered'
}

function begin(script: string): string {
  const session = newId()
  record({ type: 'session-began', session, script, ...(episode.value ? { episode: episode.value.id } : {}) })
  return session
}

function leave(session: string | undefined, status: 'done' | 'stopped', path: string): void {
  if (session !== undefined) record({ type: 'session-ended', session, status })
  go(path, 'replace')
}
