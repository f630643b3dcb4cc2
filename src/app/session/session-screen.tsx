/**
 * A session on the screen: what to do now, the body, the clock, what comes next; pause, back, skip, and the ways out.
 */
import { useEffect, useRef } from 'preact/hooks'
import type { ScriptPhase } from '../../remedies/script.ts'
import { at, type Moment, type Session } from '../../remedies/session.ts'
import { timeLeft } from '../../units.ts'
import { exercises, ofItem, remedies } from '../plan/door.ts'
import { episode } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { say } from '../ui/senses.ts'
import { Top } from '../ui/top.tsx'
import { Clock } from './clock.tsx'
import { Flash } from './flash-light.tsx'
import { HandsFreePanel } from './hands-free-panel.tsx'
import { Body, useMoment } from './player.tsx'
import { useHandsFree } from './use-hands-free.ts'
import { type Shown, useSession } from './use-session.ts'

const words = {
  next: 'Next',
  end: 'The end',
  pause: 'Pause',
  paused: 'Paused',
  resume: 'Go on',
  ready: 'I’m ready',
  backOne: 'Back one step',
  skip: 'Skip to the next step',
  finish: 'Finish',
  hurts: 'This hurts',
  repeat: (repeat: number, of: number) => `${repeat} of ${of}`,
  set: (set: number, of: number) => `Set ${set} of ${of}`,
  length: (what: string, time: string) => `${what}, ${time}`,
  in: (what: string, time: string) => `${what}, in ${time}`,
  names: {
    prepare: 'Get ready',
    hold: 'Hold',
    rest: 'Rest',
    'change-sides': 'Change sides',
    on: 'On',
    'skin-check': 'Check your skin',
  },
}

export function Screen({ id }: { readonly id: string }) {
  const shown = useSession(id)
  return shown ? <Running key={id} id={shown.session.script.id} {...shown} /> : null
}

function Running({ id, session, home, onMark, onEnd }: Shown & { readonly id: string }) {
  const deafen = useRef<(() => void) | undefined>(undefined)
  const moment = useMoment(session, () => deafen.current?.())
  const { script } = session
  const handsFree = useHandsFree(script.title, () => at(session, Date.now()), onMark)
  deafen.current = handsFree.deafen
  const { phase, status } = moment
  const isPaused = status === 'paused'
  const isOnSkin =
    phase !== undefined && phase.kind !== 'prepare' && !(phase.kind === 'rest' && phase.part !== undefined)
  const takeOff = isPaused && isOnSkin ? (phase.takeOff ?? script.takeOff) : undefined
  useEffect(() => {
    if (status === 'done') onEnd()
  }, [status])
  useEffect(() => {
    if (takeOff === undefined) return
    deafen.current?.()
    say(takeOff)
  }, [takeOff])
  if (!phase) return null
  const exercise = exercises[id]
  const passport = ofItem(id.split('/')[0] ?? '', episode.value?.complaint ?? 'back')
  return (
    <main id="main" class="page tall" data-screen="session" tabIndex={-1}>
      <Top back={[home.path, home.name]} withVoice />
      <div class="cols even">
        <section class="stack">
          <Repeats session={session} moment={moment} />
          {exercise && (
            <div class="stage wide">
              <Body exercise={id} script={script} moment={moment} title={`${exercise.name}. ${phase.cue}`} />
            </div>
          )}
          <h1 aria-live="polite">{isPaused ? words.paused : nameOf(id, phase)}</h1>
          <Now id={id} phase={phase} takeOff={takeOff} />
        </section>
        <section class="stack gap-5 fill">
          {status !== 'waiting' && (
            <>
              <Clock
                remaining={exercise ? moment.remaining : moment.remainingPart}
                progress={exercise ? moment.progress : 1 - moment.remainingPart / Math.max(1, moment.wholePart)}
                isPaused={isPaused}
                size="13rem"
              />
              <p class="upnext">
                <span class="note">{words.next}</span>
                <br />
                <b>{nextOf(id, moment)}</b>
              </p>
            </>
          )}
          <div class="beside row between">
            {passport && <Passport {...passport} />}
            <HandsFreePanel {...handsFree} />
          </div>
          <Controls status={status} onMark={onMark} onEnd={onEnd} />
        </section>
      </div>
      <Flash session={session} index={moment.index} />
    </main>
  )
}

/** The name of the session and, for a repeated exercise, the number of the repeat. */
function Repeats({ session: { script }, moment }: { readonly session: Session; readonly moment: Moment }) {
  const sets = Math.max(1, ...script.phases.map(({ set = 1 }) => set))
  const now = moment.phase?.set ?? 1
  const isHold = ({ kind, set = 1 }: ScriptPhase) => kind === 'hold' && set === now
  const holds = script.phases.filter(isHold).length
  const done = script.phases.slice(0, moment.index + 1).filter(isHold).length
  return (
    <div class="stack gap-2">
      <div class="between row">
        <p class="note">
          {script.title}
          {sets > 1 && `. ${words.set(now, sets)}`}
        </p>
        {holds > 1 && (
          <p class="note num">
            {words.names.hold} {words.repeat(Math.max(1, done), holds)}
          </p>
        )}
      </div>
      {holds > 1 && (
        <ul class="reps" aria-hidden="true">
          {Array.from({ length: holds }, (_, index) => (
            <li key={index} class={index + 1 < done ? 'did' : index + 1 === done ? 'on' : ''} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface NowProps {
  readonly id: string
  readonly phase: ScriptPhase
  readonly takeOff: string | undefined
}

/** What to do now: the steps of a way before and after it begins; for warm or cold skin, what it may look like. */
function Now({ id, phase, takeOff }: NowProps) {
  const [remedyId = '', methodId] = id.split('/')
  const { skinCheck, methods = [] } = remedies[remedyId] ?? {}
  const steps = methods.find(each => methodId === undefined || each.id === methodId)?.steps ?? []
  if (takeOff !== undefined) return <p class="caution">{takeOff}</p>
  if (phase.waits) return <ol class="numbered card">{items(phase.steps ?? steps)}</ol>
  if (phase.kind === 'on') return <ul class="ticks note">{items(phase.look ?? skinCheck?.during ?? steps)}</ul>
  if (phase.part !== undefined && phase.kind === 'rest')
    return <ol class="numbered card">{items(phase.steps ?? [])}</ol>
  return <p class="lead">{phase.cue}</p>
}

const items = (texts: readonly string[]) => texts.map(text => <li key={text}>{text}</li>)

/** While a remedy is on, its own name is shown: nobody is told to hold a bath. */
const nameOf = (id: string, { kind, name, waits }: ScriptPhase): string => {
  if (name !== undefined && kind !== 'skin-check') return waits ? `${words.names.prepare}: ${name}` : name
  return (kind === 'on' && remedies[id.split('/')[0] ?? '']?.name) || words.names[kind]
}

/** What comes next and how long it takes; for warmth and other long phases, in how long it comes. */
function nextOf(id: string, { next, remaining }: Moment): string {
  const name = next ? nameOf(id, next) : words.end
  if (exercises[id]) return next ? words.length(name, timeText(next.seconds)) : name
  return words.in(name, timeText(remaining))
}

function timeText(seconds: number): string {
  const { value, unit } = timeLeft(seconds)
  return `${value} ${unit}`
}

interface ControlsProps extends Pick<Shown, 'onMark' | 'onEnd'> {
  readonly status: Moment['status']
}

function Controls({ status, onMark, onEnd }: ControlsProps) {
  if (status === 'waiting')
    return (
      <div class="dock">
        <button type="button" class="btn next" onClick={() => onMark('skip')}>
          {words.ready}
        </button>
      </div>
    )
  const isPaused = status === 'paused'
  return (
    <div class="dock controls">
      <button type="button" class="btn round" aria-label={words.backOne} onClick={() => onMark('back')}>
        <Icon name="back" />
      </button>
      <button type="button" class="btn next" onClick={() => onMark(isPaused ? 'resume' : 'pause')}>
        <Icon name={isPaused ? 'play' : 'pause'} />
        {isPaused ? words.resume : words.pause}
      </button>
      <button type="button" class="btn round" aria-label={words.skip} onClick={() => onMark('skip')}>
        <Icon name="next" />
      </button>
      <div class="ways-out">
        <button type="button" class="btn plain" onClick={onEnd}>
          {words.finish}
        </button>
        <button type="button" class="btn plain hurts" onClick={() => onMark('stop')}>
          {words.hurts}
        </button>
      </div>
    </div>
  )
}
