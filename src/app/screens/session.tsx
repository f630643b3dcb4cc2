/** A timed session: what to do now, the body, the clock, what comes next; pause, back, skip, and the way out. */
import { useEffect } from 'preact/hooks'
import { frames } from '../../knowledge/frames.gen.ts'
import { exerciseScript, methodScript, type Script } from '../../remedies/script.ts'
import type { Session } from '../../remedies/session.ts'
import { Clock } from '../parts/clock.tsx'
import { Icon } from '../parts/icon.tsx'
import { Passport } from '../parts/passport.tsx'
import { ofItem } from '../parts/passports-of-plan.ts'
import { Body, useMoment } from '../parts/player.tsx'
import { Top } from '../parts/top.tsx'
import { go } from '../place.ts'
import { exercises, offerOf, remedies } from '../planning.ts'
import { diary, episode, newId, openSession, record } from '../store.ts'

const words = {
  back: 'Plan',
  next: 'Next',
  end: 'The end',
  pause: 'Pause',
  resume: 'Go on',
  backOne: 'Back one step',
  skip: 'Skip to the next step',
  hurts: 'This hurts more, stop',
  repeat: (repeat: number, of: number) => `${repeat} of ${of}`,
  names: {
    prepare: 'Get ready',
    hold: 'Hold',
    rest: 'Rest',
    'change-sides': 'Change sides',
    on: 'On',
    'skin-check': 'Check your skin',
  },
  seconds: 'seconds',
}

/** The script of an id; the release of a limb cramp starts at once, everything else gets ready first. */
export function scriptOf(id: string, age: number | undefined): Script | undefined {
  const exercise = exercises[id]
  if (exercise) return exerciseScript(id, exercise, frames[id]?.frames.length ?? 1, age, exercise.kind !== 'release')
  const [remedyId = '', methodId] = id.split('/')
  const remedy = remedies[remedyId]
  const method = remedy?.methods.find(each => methodId === undefined || each.id === methodId)
  return remedy && method?.minutes ? methodScript(id, remedy, method) : undefined
}

export function Screen({ id }: { readonly id: string }) {
  const script = scriptOf(id, diary.value.person.age)
  const running = openSession.value?.script === id ? openSession.value : undefined
  const mayRun = isOffered(id)
  useEffect(() => {
    if (!script || !mayRun) go('/', 'replace')
    else if (!running)
      record({
        type: 'session-began',
        session: newId(),
        script: id,
        ...(episode.value ? { episode: episode.value.id } : {}),
      })
  }, [id, mayRun])
  if (!script || !running || !mayRun) return null
  return (
    <Running
      key={running.id}
      id={id}
      recordId={running.id}
      session={{ script, startedAt: running.startedAt, marks: running.marks }}
    />
  )
}

/** A session runs only when the check is settled and nothing keeps this remedy from this person. */
const isOffered = (id: string): boolean => offerOf(id.split('/')[0] ?? '')?.status === 'offered'

interface RunningProps {
  readonly id: string
  readonly recordId: string
  readonly session: Session
}

function Running({ id, recordId, session }: RunningProps) {
  const moment = useMoment(session)
  const exercise = exercises[id]
  const { phase, next, status } = moment
  const isPaused = status === 'paused'
  const passport = ofItem(id.split('/')[0] ?? '', episode.value?.complaint ?? 'back')
  const tap = (mark: 'pause' | 'resume' | 'skip' | 'back') =>
    record({ type: 'session-marked', session: recordId, mark })
  const end = (how: 'done' | 'stopped') => {
    record({ type: 'session-ended', session: recordId, status: how })
    go(episode.value ? `/rate/${episode.value.id}` : '/', 'replace')
  }
  useEffect(() => {
    if (status === 'done') end('done')
  }, [status])
  if (!phase) return null
  const holds = session.script.phases.filter(({ kind }) => kind === 'hold').length
  const doneHolds = session.script.phases.slice(0, moment.index + 1).filter(({ kind }) => kind === 'hold').length
  return (
    <main id="main" class="page" data-screen="session" tabIndex={-1}>
      <Top back={['/plan', words.back]} withVoice />
      <div class="cols even">
        <section class="stack">
          <div class="stack gap-2">
            <div class="between row">
              <p class="note">{session.script.title}</p>
              {holds > 1 && (
                <p class="note num">
                  {words.names.hold} {words.repeat(Math.max(1, doneHolds), holds)}
                </p>
              )}
            </div>
            {holds > 1 && (
              <ul class="reps" aria-hidden="true">
                {Array.from({ length: holds }, (_, index) => (
                  <li key={index} class={index + 1 < doneHolds ? 'did' : index + 1 === doneHolds ? 'on' : ''} />
                ))}
              </ul>
            )}
          </div>
          {exercise && (
            <div class="stage wide">
              <Body exercise={id} script={session.script} moment={moment} title={`${exercise.name}. ${phase.cue}`} />
            </div>
          )}
          <h1 aria-live="polite">{words.names[phase.kind]}</h1>
          <p class="lead">{phase.cue}</p>
        </section>
        <section class="stack gap-5 fill">
          <Clock remaining={moment.remaining} progress={moment.progress} isPaused={isPaused} size="13rem" />
          <div class="upnext row between">
            <p>
              <span class="note">{words.next}</span>
              <br />
              <b>{next ? `${words.names[next.kind]}, ${next.seconds} ${words.seconds}` : words.end}</b>
            </p>
          </div>
          {passport && <Passport {...passport} />}
          <div class="dock controls">
            <button type="button" class="btn round" aria-label={words.backOne} onClick={() => tap('back')}>
              <Icon name="back" />
            </button>
            <button type="button" class="btn next" onClick={() => tap(isPaused ? 'resume' : 'pause')}>
              <Icon name={isPaused ? 'play' : 'pause'} />
              {isPaused ? words.resume : words.pause}
            </button>
            <button type="button" class="btn round" aria-label={words.skip} onClick={() => tap('skip')}>
              <Icon name="next" />
            </button>
            <button type="button" class="btn plain hurts" onClick={() => end('stopped')}>
              {words.hurts}
            </button>
          </div>
        </section>
      </div>
    </main>
  )
}
