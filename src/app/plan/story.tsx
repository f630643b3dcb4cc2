/** The plan as a picture story: what to do now, what comes next and when, what was done, and the day on one line. */
import type { Region } from '../../knowledge/vocabulary.ts'
import type { PlanDay, TimedStep } from '../../plan/day.ts'
import type { Step } from '../../plan/step.ts'
import { localDay } from '../../time.ts'
import { episode, openedAt, record, strikeOut } from '../state/store.ts'
import { say } from '../ui/days.ts'
import { Icon } from '../ui/icon.tsx'
import { Picture } from '../ui/picture.tsx'
import { sayKept } from '../ui/say-kept.ts'
import { DayLine } from './day-line.tsx'
import { pictureOf } from './day-now.ts'
import { Begin, How, isTimed, StepPassport } from './steps.tsx'

const words = {
  now: 'Do this now',
  rest: 'Nothing is due now. Go on with your day.',
  next: 'Next',
  anyTime: 'When you need it',
  done: 'Done today',
  tick: 'I did it',
  ticked: (name: string) => `${name}: done.`,
  soon: (minutes: number, time: string) => `in ${minutes} minutes, ${time}`,
  today: (time: string) => `at ${time}`,
  tomorrow: (time: string) => `tomorrow at ${time}`,
}

export function Story({ day, region }: { readonly day: PlanDay; readonly region: Region }) {
  const { now, next, anyTime, done } = day
  return (
    <>
      {now ? <NowCard step={now} region={region} /> : <p class="card">{words.rest}</p>}
      <DayLine times={day.times} now={openedAt.value} />
      {next.length > 0 && (
        <section class="stack gap-2">
          <h2>{words.next}</h2>
          <ol class="story">
            {next.map(({ step, at }) => (
              <Row key={step.id} step={step} region={region} when={whenOf(at)} />
            ))}
          </ol>
        </section>
      )}
      {anyTime.length > 0 && (
        <section class="stack gap-2">
          <h2>{words.anyTime}</h2>
          <ul class="story">
            {anyTime.map(step => (
              <Row key={step.id} step={step} region={region} when={step.when} />
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && <Done done={done} />}
    </>
  )
}

function NowCard({ step, region }: { readonly step: Step; readonly region: Region }) {
  const tick = () => {
    const { value: open } = episode
    const event = record({ type: 'remedy-done', remedy: step.id, ...(open ? { episode: open.id } : {}) })
    void sayKept(words.ticked(step.name), () => void strikeOut(event))
  }
  return (
    <section class="card stack gap-3 story-now" aria-label={words.now}>
      <p class="note">{words.now}</p>
      <div class="story-picture">
        <Picture id={pictureOf(step.id, region)} title={step.name} withArrows />
      </div>
      <h2>{step.name}</h2>
      <How step={step} />
      <Begin step={step} isNext />
      {!isTimed(step) && (
        <button type="button" class="btn big" onClick={tick}>
          <Icon name="tick" />
          {words.tick}
        </button>
      )}
      <StepPassport step={step} />
    </section>
  )
}

const Row = ({ step, region, when }: { readonly step: Step; readonly region: Region; readonly when: string }) => (
  <li>
    <a class="story-row" href={`/start/${step.id}`}>
      <span class="story-picture small" aria-hidden="true">
        <Picture id={pictureOf(step.id, region)} title="" />
      </span>
      <span>
        <b>{step.name}</b>
        <br />
        <span class="note">{when}</span>
      </span>
      <Icon name="next" />
    </a>
  </li>
)

const Done = ({ done }: { readonly done: readonly TimedStep[] }) => (
  <section class="stack gap-2">
    <h2>{words.done}</h2>
    <ul class="story-done">
      {done.map(({ step, at }) => (
        <li key={`${step.id}-${at}`}>
          <Icon name="tick" />
          {step.name} <span class="note">{say.time(at)}</span>
        </li>
      ))}
    </ul>
  </section>
)

/** As a person would say it: in 40 minutes, at a time today, tomorrow. */
function whenOf(at: number): string {
  const minutes = Math.round((at - openedAt.value) / 60_000)
  if (localDay(at) !== localDay(openedAt.value)) return words.tomorrow(say.time(at))
  return minutes < 60 ? words.soon(minutes, say.time(at)) : words.today(say.time(at))
}
