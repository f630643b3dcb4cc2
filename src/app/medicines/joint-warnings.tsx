/** What several medicines may do together: how soon to ask, whom, and the signs that need help. */
import { explanations } from '../../knowledge/explanations.gen.ts'
import { interactions } from '../../knowledge/interactions.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { type JointWarning, jointWarnings } from '../../plan/together.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { TierName } from '../ui/tier.tsx'
import { medicineKnowledge, nameOf } from './medicine-texts.ts'

const words = {
  title: 'Taken together',
  only: 'Only with signs like these',
}

const knowledge = { triage: triageKnowledge, explanations, medicines: medicineKnowledge, interactions }

export function JointWarnings({
  medicines,
  about = medicines,
}: {
  /** The ids of everything that the person takes. */
  readonly medicines: readonly string[]
  /** Only what concerns one of these is shown. */
  readonly about?: readonly string[]
}) {
  const found = jointWarnings(knowledge, medicines).filter(warning => warning.medicines.some(id => about.includes(id)))
  if (found.length === 0) return null
  return (
    <section class="card stack gap-3" data-together={found.length}>
      <h2>{words.title}</h2>
      {found.map(warning => (
        <Warning key={warning.id} {...warning} />
      ))}
      <p class="note">{medicineKnowledge.texts.advice['no-general-check']}</p>
    </section>
  )
}

function Warning({ kind, id, tier, title, medicines, why, action, signs, sources }: JointWarning) {
  return (
    <article class="stack gap-2 medicine" data-warning={id}>
      {signs.length === 0 && <TierName tier={tier} />}
      <h3>{title}</h3>
      <p>
        <b>{medicines.map(nameOf).join(', ')}.</b> {why}
      </p>
      {signs.length > 0 && (
        <details class="fold">
          <summary>
            <span>{words.only}</span>
            <Icon name="next" />
          </summary>
          <ul class="ticks">
            {signs.map(sign => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
        </details>
      )}
      {signs.length > 0 && <TierName tier={tier} />}
      <ul class="ticks">
        {action.map(text => (
          <li key={text}>
            <Icon name="dot" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Passport
        entries={[kind === 'combination' ? `/reference/combinations/${id}` : `/reference/interactions/${id}`]}
        certainty={null}
        sources={sources}
        nextReview={medicineKnowledge.texts.nextReview}
      />
    </article>
  )
}
