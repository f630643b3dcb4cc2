/** Signs that need help fast with what the person takes, before any of them is there. */
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import type { Explanations } from '../../triage/knowledge.ts'
import { ofReason, together } from '../triage/door.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'

const words = {
  title: 'With what you take, know these signs',
  check: 'I have one now',
}

export function CombinationSigns({
  taken,
  explanations,
}: {
  /** The ids of everything that the person takes. */
  readonly taken: readonly string[]
  readonly explanations: Explanations
}) {
  const rules = triageKnowledge.combinations.filter(
    ({ takes, alongside }) =>
      takes.some(id => taken.includes(id)) && (alongside?.some(id => taken.includes(id)) ?? true),
  )
  if (rules.length === 0) return null
  const passport = together(rules.map(({ id }) => ofReason({ kind: 'combination', id })))
  return (
    <section class="card stack gap-3">
      <details class="fold" open={rules.length <= mostOpen}>
        <summary>
          <h2>{words.title}</h2>
          <Icon name="next" />
        </summary>
        <ul class="ticks">
          {rules.map(({ id }) => (
            <li key={id}>
              <Icon name="alert" />
              <span>
                {explanations.combinations[id]?.title}. <span class="quiet">{explanations.combinations[id]?.why}</span>
              </span>
            </li>
          ))}
        </ul>
      </details>
      {passport && <Passport {...passport} />}
      <a class="btn big" href="/">
        {words.check}
      </a>
    </section>
  )
}

/** A longer list is folded, so that the way to the check stays in reach. */
const mostOpen = 5
