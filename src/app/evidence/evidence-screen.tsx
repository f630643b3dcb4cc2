/** Is it true? What people say, what the evidence says, how sure that is, and why it matters. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type ClaimTopic, claimTopics, type Verdict, verdicts } from '../../knowledge/vocabulary.ts'
import { askEvidence, claims, countByVerdict, type FoundClaim, verdictNames } from '../../library/evidence.ts'
import { today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { Top } from '../ui/top.tsx'
import { ClaimCard } from './claim-card.tsx'
import { NoAnswer } from './no-answer.tsx'
import { SeeAlso } from './see-also.tsx'
import './claims.css'

const words = {
  back: 'Learn',
  all: 'All claims',
  title: 'Is it true?',
  lead: 'What is wrong and can hurt comes first.',
  search: 'Ask, or search claims',
  placeholder: 'Pickle juice, MRI, ice or heat…',
  verdict: 'Verdict',
  every: 'All',
  topic: 'Topic',
  anyTopic: 'All topics',
  found: (count: number) => (count === 1 ? '1 claim' : `${count} claims`),
  none: 'There is nothing here.',
  near: 'Near it',
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
  'folk-remedies': 'Folk remedies',
  'scans-and-treatments': 'Scans and treatments',
  'daily-life': 'Daily life',
  'food-and-drink': 'Food and drink',
  'pregnancy-and-sport': 'Pregnancy and sport',
  'about-the-article': 'About the article',
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
  const asked = /[\p{L}\p{N}]/u.test(text) ? text : ''
  const met = useMemo(() => askEvidence(asked === '' ? { topic } : { words: asked }, day), [asked, topic, day])
  const counts = countByVerdict(met)
  const found = verdict && asked === '' ? met.filter(({ claim }) => claim.verdict === verdict) : met
  useEffect(() => setShown(lot), [text, topic, verdict])
  const answering = found.filter(({ match }) => match !== 'near')
  const near = found.filter(({ match }) => match === 'near')
  const left = answering.length - shown
  return (
    <main id="main" class="page" data-screen="evidence" tabIndex={-1}>
      <Top back={['/learn', words.back]} />
      <div class="stack gap-4">
        <h1>{words.title}</h1>
        {asked === '' && <p class="lead">{words.lead}</p>}
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
        {asked === '' && <VerdictChips all={met.length} counts={counts} verdict={verdict} onPick={setVerdict} />}
        <div class="row between">
          <label hidden={asked !== ''}>
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
            {words.found(answering.length)}
          </p>
        </div>
      </div>
      {asked !== '' && !met.some(({ match }) => match === 'answer') && <NoAnswer asked={asked} />}
      {asked === '' && found.length === 0 && <p class="empty">{words.none}</p>}
      <Cards found={answering.slice(0, shown)} />
      {left > 0 && (
        <button type="button" class="btn big" onClick={() => setShown(shown + lot)}>
          {words.more(Math.min(lot, left))}
        </button>
      )}
      <SeeAlso asked={asked} />
      {near.length > 0 && (
        <>
          <h2 class="near">{words.near}</h2>
          <Cards found={near} />
        </>
      )}
    </main>
  )
}

interface ChipsProps {
  readonly all: number
  readonly counts: Readonly<Partial<Record<Verdict, number>>>
  readonly verdict: Verdict | undefined
  readonly onPick: (verdict: Verdict | undefined) => void
}

function VerdictChips({ all, counts, verdict, onPick }: ChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend among the chips
    <div class="chips" role="group" aria-label={words.verdict}>
      <VerdictChip name={words.every} count={all} isOn={!verdict} onPick={() => onPick(undefined)} />
      {verdicts.map(each => (
        <VerdictChip
          key={each}
          name={verdictNames[each]}
          count={counts[each] ?? 0}
          isOn={verdict === each}
          onPick={() => onPick(each)}
        />
      ))}
    </div>
  )
}

const Cards = ({ found }: { readonly found: readonly FoundClaim[] }) => (
  <div class="claims" hidden={found.length === 0}>
    {found.map(each => (
      <ClaimCard key={each.id} found={each} />
    ))}
  </div>
)

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
      <ClaimCard found={{ id, claim, match: 'all', isPastReview: claim.nextReview < today() }} isOpen />
    </main>
  )
}
