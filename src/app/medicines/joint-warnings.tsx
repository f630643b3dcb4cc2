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
  only: 'Only with one of its signs',
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
        <Warning key={warning.id} {...warning} isOpen={found.length <= mostOpen} />
      ))}
      <p class="note">{medicineKnowledge.texts.advice['no-general-check']}</p>
    </section>
  )
}

/** In a longer list, what matters only with a sign is read by its name first. */
const mostOpen = 3

function Warning({ isOpen, ...warning }: JointWarning & { readonly isOpen: boolean }) {
  const { id, tier, title, signs } = warning
  if (signs.length === 0)
    return (
      <article class="stack gap-2 medicine" data-warning={id}>
        <TierName tier={tier} />
        <h3>{title}</h3>
        <Told {...warning} />
      </article>
    )
  return (
    <article class="medicine" data-warning={id}>
      <TierName tier={tier} />
      <details class="fold" open={isOpen}>
        <summary>
          <h3>
            {title}
            <span class="note">{words.only}</span>
          </h3>
          <Icon name="next" />
        </summary>
        <div class="stack gap-2">
          <ul class="ticks">
            {signs.map(sign => (
              <li key={sign}>
                <Icon name="alert" />
                <span>{sign}</span>
              </li>
            ))}
          </ul>
          <Told {...warning} />
        </div>
      </details>
    </article>
  )
}

function Told({ kind, id, medicines, why, action, sources }: JointWarning) {
  return (
    <>
      <p>
        <b>{medicines.map(nameOf).join(', ')}.</b> {why}
      </p>
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
    </>
  )
}
