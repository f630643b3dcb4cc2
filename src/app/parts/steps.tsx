/** The steps of a plan, each with its certainty and its way to begin. */
import type { Step } from '../../plan/plan.ts'
import { exercises, remedies } from '../planning.ts'
import { Icon } from './icon.tsx'
import { Passport } from './passport.tsx'

const words = { start: (name: string) => `Start: ${name}`, read: (name: string) => `Read: ${name}` }

/** A step that can be timed is started; the others are read. */
const isTimed = ({ kind, id }: Pick<Step, 'kind' | 'id'>): boolean =>
  kind === 'exercise' || (remedies[id]?.methods.some(method => method.minutes !== undefined) ?? false)

export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="plan">
      {steps.map((step, index) => (
        <li
          key={step.id}
          class={index === 0 ? 'step now' : 'step'}
          {...(index === 0 ? { 'aria-current': 'step' as const } : {})}
        >
          <span class="dot">{index === 0 && <Icon name="play" />}</span>
          <div class="stack gap-2">
            <p class="when">{step.when}</p>
            <h2 class="step-name">{step.name}</h2>
            {step.how && <p class="quiet">{step.how}</p>}
            {step.changes.map(({ fact, text }) => (
              <p key={fact} class="caution">
                {text}
              </p>
            ))}
            <p>
              <a class={index === 0 ? 'btn next' : 'btn'} href={`/start/${step.id}`}>
                {isTimed(step) ? words.start(step.name) : words.read(step.name)}
              </a>
            </p>
            <Passport
              certainty={step.certainty}
              sources={step.sources}
              nextReview={step.nextReview}
              effect={remedies[step.id]?.effect ?? exercises[step.id]?.evidence ?? ''}
            />
          </div>
        </li>
      ))}
    </ol>
  )
}
