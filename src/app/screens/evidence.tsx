/** Is it true? What people say, what the evidence says, how sure that is, and why it matters. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type ClaimTopic, claimTopics, type Verdict, verdicts } from '../../knowledge/vocabulary.ts'
import { askEvidence, claims, countByVerdict, verdictNames } from '../../library/evidence.ts'
import { ClaimCard } from '../parts/claim-card.tsx'
import { Icon } from '../parts/icon.tsx'
import { Top } from '../parts/top.tsx'
import { today } from '../store.ts'
import '../styles/evidence.css'

const words = {
  back: 'Learn',
  all: 'All claims',
  title: 'Is it true?',
  lead: 'What is wrong and can hurt comes first.',
  search: 'Search claims',
  placeholder: 'Water, magnesium, rest…',
  verdict: 'Verdict',
  every: 'All',
  topic: 'Topic',
  anyTopic: 'All topics',
  found: (count: number) => (count === 1 ? '1 claim' : `${count} claims`),
  none: 'No claim says that. Try one word, or another word for it.',
  more: (count: number) => `Show ${count} more`,
}

export const topicNames: Readonly<Record<ClaimTopic, string>> = {
  spasms: 'Spasms',
  cramps: 'Cramps',
  causes: 'Causes',
  rest: 'Rest',
  'heat-and-cold': 'Heat and cold',
  stretching: 'Stretching and exercise',
  magnesium: 'Magnesium',
  'vitamins-and-minerals': 'Vitamins and minerals',
  medicines: 'Medicines',
  professionals: 'Professionals',
  products: 'Products',
}

/** Cards are shown in lots, so that a key press does not draw all of them. */
const lot = 12

export function Screen({ id }: { readonly id: string }) {
  return claims[id] ? <One id={id} /> : <All />
}

function All() {
  const [text, setText] = useState('')
  const [topic, setTopic] = useState<ClaimTopic>()
  const [verdict, setVerdict] = useState<Verdict>()
  const [shown, setShown] = useState(lot)
  const day = today()
  const met = useMemo(() => askEvidence({ words: text, topic }, day), [text, topic, day])
  const counts = countByVerdict(met)
  const found = verdict ? met.filter(({ claim }) => claim.verdict === verdict) : met
  useEffect(() => setShown(lot), [text, topic, verdict])
  const left = found.length - shown
  return (
    <main id="main" class="page" data-screen="evidence" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <div class="stack gap-4">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <label class="search">
          <span class="hide">{words.search}</span>
          <Icon name="search" />
          <input
            type="search"
            placeholder={words.placeholder}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
          />
        </label>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend among the chips */}
        <div class="chips" role="group" aria-label={words.verdict}>
          <VerdictChip name={words.every} count={met.length} isOn={!verdict} onPick={() => setVerdict(undefined)} />
          {verdicts.map(each => (
            <VerdictChip
              key={each}
              name={verdictNames[each]}
              count={counts[each] ?? 0}
              isOn={verdict === each}
              onPick={() => setVerdict(each)}
            />
          ))}
        </div>
        <div class="row between">
          <label>
            <span class="hide">{words.topic}</span>
            <select
              value={topic ?? ''}
              onChange={({ currentTarget }) => setTopic(claimTopics.find(each => each === currentTarget.value))}
            >
              <option value="">{words.anyTopic}</option>
              {claimTopics.map(each => (
                <option key={each} value={each}>
                  {topicNames[each]}
                </option>
              ))}
            </select>
          </label>
          <p class="note" role="status">
            {words.found(found.length)}
          </p>
        </div>
      </div>
      {found.length === 0 && <p class="empty">{words.none}</p>}
      <div class="claims">
        {found.slice(0, shown).map(each => (
          <ClaimCard key={each.id} found={each} />
        ))}
      </div>
      {left > 0 && (
        <button type="button" class="btn big" onClick={() => setShown(shown + lot)}>
          {words.more(Math.min(lot, left))}
        </button>
      )}
    </main>
  )
}

interface ChipProps {
  readonly name: string
  readonly count: number
  readonly isOn: boolean
  readonly onPick: () => void
}

const VerdictChip = ({ name, count, isOn, onPick }: ChipProps) => (
  <button type="button" class="chip" aria-pressed={isOn} onClick={onPick}>
    {name} {count}
  </button>
)

/** One claim by itself: where a passport leads. */
function One({ id }: { readonly id: string }) {
  const claim = claims[id]
  if (!claim) return null
  return (
    <main id="main" class="page stack gap-5" data-screen="evidence" tabIndex={-1}>
      <Top back={['/evidence', words.all]} />
      <h1>{words.title}</h1>
      <ClaimCard found={{ id, claim, isPastReview: claim.nextReview < today() }} isOpen />
    </main>
  )
}
