/** One ingredient: what stopping can do, what to do, and what the sources say. Never "safe", never "stop". */
import '../ui/badge.css'
import './medicines.css'
import { explanations } from '../../knowledge/explanations.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import type { Part } from '../../medicines/answer.ts'
import { guidance } from '../../medicines/guidance.ts'
import { firedInWords, stopSigns } from '../../plan/medicine-guidance.ts'
import { caseNow } from '../triage/door.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { MedicinePassport } from './medicine-passport.tsx'
import { card, medicineKnowledge } from './medicine-texts.ts'

const words = {
  listed: 'Listed with cramps or spasms',
  notListed: 'Not on our list',
  supplement: 'Supplement',
  food: 'Food or drink',
  with: 'What it may bring',
  strong: 'How strong the link is',
  often: 'How often',
  starts: 'When it starts',
  why: 'Why it may',
  more: 'What the sources say',
  confidence: {
    verified: undefined,
    group: 'This was seen for its group of medicines, not for this one.',
    memory: 'This listing is from memory. It was not seen when the list was made.',
  },
  now: 'Get help now',
}

export interface MedicineCardProps extends Part {
  readonly isOpen?: boolean
  /** Where its name stands above it already. */
  readonly isNamed?: boolean
  /** It is its own entry, whose sources stand below it. */
  readonly isEntry?: boolean
}

export function MedicineCard({ isOpen = false, isNamed = false, isEntry = false, ...part }: MedicineCardProps) {
  const { id, name, status, kind } = part
  const Title = isEntry ? 'h2' : 'h4'
  const found = id === undefined ? undefined : card(id)
  const { advice, nextReview } = medicineKnowledge.texts
  const isRead = id !== undefined && medicineKnowledge.recognised[id]?.basis === 'label-read'
  const notListed = kind === 'medicine' ? (isRead ? 'not-listed' : 'not-checked') : kind
  const note = id === undefined ? undefined : medicineKnowledge.recognised[id]?.note
  return (
    <article class="stack gap-3 medicine" data-ingredient={id ?? name} data-listed={status === 'listed'}>
      <div class="stack gap-2">
        {!isNamed && <h3>{name}</h3>}
        <p class={status === 'listed' ? 'badge listed' : 'badge'}>
          <Icon name={status === 'listed' ? 'alert' : 'dot'} />
          {status === 'listed' ? words.listed : kind === 'medicine' ? words.notListed : words[kind]}
        </p>
      </div>
      {status === 'not-listed' && <p>{advice[notListed]}</p>}
      {note && <p>{note}</p>}
      {id === undefined ? <MedicinePassport /> : <Advice id={id} />}
      {found && (
        <details class="fold" open={isOpen}>
          <summary>
            <Title>{words.more}</Title>
            <Icon name="next" />
          </summary>
          <dl class="facts">
            <dt>{words.with}</dt>
            <dd>{found.reactions.join(', ')}</dd>
            <dt>{words.strong}</dt>
            <dd>{found.howStrong}</dd>
            <dt>{words.often}</dt>
            <dd>
              {found.howOften} {found.compared} {found.detail}
            </dd>
            <dt>{words.starts}</dt>
            <dd>{found.starts}</dd>
            <dt>{words.why}</dt>
            <dd>{found.why.join(' ')}</dd>
          </dl>
          {found.note && <p>{found.note}</p>}
          <p class="quiet">{advice.listing}</p>
          {words.confidence[found.confidence] && <p class="quiet">{words.confidence[found.confidence]}</p>}
          {!isEntry && (
            <Passport
              entries={[`/reference/medicines/${found.id}`]}
              certainty={null}
              sources={found.sources.map(({ source }) => source)}
              nextReview={nextReview}
            />
          )}
        </details>
      )}
    </article>
  )
}

/** A fired rule's official words stand alone; otherwise what stopping can bring on is said first. */
function Advice({ id }: { readonly id: string }) {
  const from = caseNow.value
  const fired = from ? firedInWords({ triage: triageKnowledge, explanations, medicines: medicineKnowledge }, from) : []
  const advice = guidance(medicineKnowledge, id, fired, stopSigns(explanations, id))
  if (advice.kind === 'stop-instruction')
    return (
      <div class="notice stack gap-2" data-guidance="stop-instruction">
        <b>{words.now}</b>
        <p>{[...advice.action, ...advice.text].join(' ')}</p>
        <Passport
          entries={[`/reference/combinations/${advice.rule}`]}
          certainty={null}
          sources={advice.sources}
          nextReview={medicineKnowledge.texts.nextReview}
        />
      </div>
    )
  return (
    <div class="stack gap-2" data-guidance="keep">
      {advice.stopRisk && (
        <p class="caution">
          <b>{advice.stopRisk}</b>
        </p>
      )}
      {advice.keep && (
        <p>
          <b>{advice.keep}</b> {advice.ask}
        </p>
      )}
      {advice.unless.length > 0 && (
        <div class="stack gap-2">
          <p>{medicineKnowledge.texts.advice.unless}</p>
          <ul class="ticks">
            {advice.unless.map(sign => (
              <li key={sign}>
                <Icon name="alert" />
                <span>{sign}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {advice.rules.map(({ rule, text }) => (
        <p key={rule}>{text}</p>
      ))}
      <MedicinePassport rules={advice.rules} />
    </div>
  )
}
