/** The parts of a step of a plan: how to do it, its certainty, its way to begin; and the first step alone. */
import type { Step } from '../../plan/step.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { remedies } from './plan-now.ts'
import { ofItem } from './remedy-passports.ts'

const words = {
  start: 'Start',
  read: 'Read',
  own: (name: string, month: string) => `${name} worked better for you (your trial, ${monthName(month)}).`,
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00:00`))

/** A step that can be timed is started; the others are read. */
export const isTimed = ({ kind, id }: Pick<Step, 'kind' | 'id'>): boolean =>
  kind === 'exercise' || (remedies[id]?.methods.some(method => method.minutes !== undefined) ?? false)

/** The first step alone, where the result is shown. `isNext`: nothing on the screen matters more. */
export const FirstStep = ({
  step,
  title,
  isNext,
}: {
  readonly step: Step
  readonly title: string
  readonly isNext: boolean
}) => (
  <section class="card stack gap-2">
    <p class="note">{title}</p>
    <h2>{step.name}</h2>
    <How step={step} />
    <Begin step={step} isNext={isNext} />
    <StepPassport step={step} />
  </section>
)

export const How = ({ step }: { readonly step: Step }) => (
  <>
    {step.how && <p class="quiet">{step.how}</p>}
    {step.own && <p class="quiet">{words.own(step.name, step.own.month)}</p>}
    {step.changes.map(({ fact, text }) => (
      <p key={fact} class="caution">
        {text}
      </p>
    ))}
  </>
)

export function Begin({ step, isNext }: { readonly step: Step; readonly isNext: boolean }) {
  const verb = isTimed(step) ? words.start : words.read
  return (
    <a class={isNext ? 'btn next' : 'btn'} href={`/start/${step.id}`} aria-label={`${verb}: ${step.name}`}>
      {isTimed(step) && <Icon name="play" />}
      {verb}
    </a>
  )
}

export function StepPassport({ step }: { readonly step: Step }) {
  const passport = ofItem(step.id, 'back')
  return passport ? <Passport {...passport} certainty={step.certainty} /> : null
}
