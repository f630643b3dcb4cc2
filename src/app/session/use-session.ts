/**
 * A timed session of an exercise or of one way of a remedy: begins it, stores its taps, and leaves it. It begins only
 * if the check is settled and nothing excludes this remedy for this person.
 */
import { useEffect, useMemo } from 'preact/hooks'
import type { SessionRecord } from '../../diary/diary.ts'
import { setsDone } from '../../remedies/script.ts'
import { at, type Mark, type Session, start } from '../../remedies/session.ts'
import { offerOf } from '../plan/door.ts'
import { go } from '../shell/place.ts'
import { diary, episode, newId, openedAt, openSession, record } from '../state/store.ts'
import { scriptOf } from './script-of.ts'
import { courseNow, homes, rateAfter, type StartedAs, startedAs } from './started-as.ts'

/** A session for the screen, with its actions. */
export interface Shown extends Pick<StartedAs, 'home'> {
  readonly session: Session
  readonly onMark: (mark: Mark['kind']) => void
  readonly onEnd: () => void
}

/** The session of an id; undefined while there is none, and the person is sent elsewhere. */
export function useSession(id: string): Shown | undefined {
  const { age } = diary.value.person
  const started = startedAs(id)
  const running = openSession.value?.script === started.script ? openSession.value : undefined
  const sets = running ? running.sets : started.sets
  const script = useMemo(
    () => scriptOf(started.script, age, episode.value?.region, sets),
    [started.script, age, episode.value?.region, sets],
  )
  const offer = offerOf(started.script)?.status
  // Answers from before it began may be old by its end; what is asked again then does not end it.
  const mayRun = offer === 'offered' || (offer === 'ask' && running !== undefined)
  const isWaited = script?.phases[0]?.waits === true
  // It has not begun while it waits for the person, so it is not shown as under way while a kettle boils.
  const waiting = useMemo(() => script && start(script, Date.now() - 1), [script])
  useEffect(() => {
    if (!script || !mayRun) go(script && offer === 'ask' ? `/start/${started.script}${started.suffix}` : '/', 'replace')
    else if (!running && !isWaited) begin(started)
  }, [id, mayRun])
  if (!script || !waiting || !mayRun || (!running && !isWaited)) return undefined
  const onMark = (mark: Mark['kind']) => {
    if (mark === 'stop') leave(running, 'stopped', running ? `/hurts/${started.script}` : started.home.path)
    else if (running) record({ type: 'session-marked', session: running.id, mark })
    else if (isStillOffered(started.script)) record({ type: 'session-marked', session: begin(started), mark })
  }
  const session = running ? { script, startedAt: running.startedAt, marks: running.marks } : waiting
  return {
    session,
    home: running?.course === undefined ? started.home : homes.course,
    onMark,
    onEnd: () => {
      const done = running?.sets === undefined ? undefined : setsDone(script, at(session, Date.now()).index)
      const isOfCourse = running?.course !== undefined
      leave(running, 'done', episode.value ? rateAfter(episode.value.id, isOfCourse) : '/', done)
    },
  }
}

/**
 * Checks the clock: boiling a kettle may take longer than the answer "no cream on my skin" counts. Old answers are then
 * asked again.
 */
function isStillOffered(script: string): boolean {
  openedAt.value = Date.now()
  return offerOf(script)?.status === 'offered'
}

function begin({ script, sets }: StartedAs): string {
  const session = newId()
  const course = sets === undefined ? undefined : courseNow()
  record({
    ...{ type: 'session-began', session, script },
    ...(episode.value ? { episode: episode.value.id } : {}),
    ...(course === undefined || sets === undefined ? {} : { course, sets }),
  })
  return session
}

function leave(running: SessionRecord | undefined, status: 'done' | 'stopped', path: string, sets?: number): void {
  if (running) record({ type: 'session-ended', session: running.id, status, ...(sets === undefined ? {} : { sets }) })
  go(path, 'replace')
}
