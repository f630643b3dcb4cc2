/** A small mark that shows how sure a piece of advice is; it opens its sources, its review and who it is not for. */
import { useState } from 'preact/hooks'
import { cite } from '../../evidence/share.ts'
import { type Certainty, certainties } from '../../knowledge/vocabulary.ts'
import { today } from '../state/store.ts'
import { verdictsText } from './reviews.ts'

const words = {
  names: { 'very-low': 'Very low', low: 'Low', moderate: 'Moderate', high: 'High' } as Readonly<
    Record<Certainty, string>
  >,
  certainty: 'certainty',
  source: 'source',
  sources: 'sources',
  from: 'Sources',
  needsReview: 'Needs review',
  seen: 'What was found',
  notFor: 'Not for you if one is true',
  review: 'Reviewed',
  again: (by: string) => `Due for review by ${by}.`,
  past: (by: string) => `Past its review date of ${by}. Do not rely on it.`,
  written: (on: string) => `Written ${on}. `,
  entry: 'Read the whole entry',
  read: {
    verified: 'Read',
    'abstract-or-excerpt-seen': 'Summary read',
    'partly-verified': 'Partly read',
    'secondary-copy-seen': 'Second-hand',
    'data-seen': 'Data read',
    memory: 'From memory',
  } as Readonly<Record<string, string>>,
}

export interface PassportProps {
  /** The entries behind it, as places: `/reference/remedies/heat`; empty if the card is the entry itself. */
  readonly entries: readonly string[]
  readonly certainty: Certainty | null
  readonly sources: readonly string[]
  /** Left out if the card says it. */
  readonly compiled?: string
  readonly nextReview: string
  readonly effect?: string
  /** Statements: if one of them is true, it is not for this person, or only with a change. */
  readonly notFor?: readonly string[]
  readonly isOpen?: boolean
}

export function Passport({ isOpen = false, ...props }: PassportProps) {
  const { entries, certainty, sources, nextReview } = props
  const [isShown, setShown] = useState(isOpen)
  const isPast = nextReview < today()
  return (
    <details
      class="pass"
      data-passport={entries.join(' ')}
      open={isOpen}
      onToggle={event => setShown(event.currentTarget.open)}
    >
      <summary class="passport">
        {(isPast || certainty) && (
          <span class="bars" data-n={isPast || !certainty ? 0 : certainties.indexOf(certainty) + 1} aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </span>
        )}
        <span>
          {isPast ? words.needsReview : certainty ? `${words.names[certainty]} ${words.certainty}` : ''}
          {(isPast || certainty) && ' · '}
          <u>
            {sources.length} {sources.length === 1 ? words.source : words.sources}
          </u>
        </span>
      </summary>
      {isShown && <Sheet {...props} isPast={isPast} />}
    </details>
  )
}

/** Created when it is opened, so that a screen of many cards has no unread sheets. */
function Sheet(props: Omit<PassportProps, 'isOpen'> & { readonly isPast: boolean }) {
  const { entries, sources, compiled, nextReview, effect, notFor = [], isPast } = props
  const [cited, setCited] = useState<typeof import('../../knowledge/sources.gen.ts').sources>()
  const [known, setKnown] = useState<typeof import('../../knowledge/reviewed.gen.ts').reviewed>()
  if (!cited) void import('../../knowledge/sources.gen.ts').then(module => setCited(module.sources))
  if (!known) void import('../../knowledge/reviewed.gen.ts').then(module => setKnown(module.reviewed))
  return (
    <div class="sheet">
      <dl>
        {effect && (
          <>
            <dt>{words.seen}</dt>
            <dd>{effect}</dd>
          </>
        )}
        {notFor.length > 0 && (
          <>
            <dt>{words.notFor}</dt>
            {notFor.map(statement => (
              <dd key={statement}>{statement}</dd>
            ))}
          </>
        )}
        <dt>{words.from}</dt>
        {sources.map(id => (
          <dd key={id}>
            <cite>
              {cited?.[id] ? cite(cited[id]) : id} <span class="quiet">{words.read[cited?.[id]?.verified ?? '']}</span>
            </cite>
          </dd>
        ))}
        <dt>{words.review}</dt>
        <dd>
          {compiled && words.written(compiled)}
          {verdictsText(entries, known ?? {})} {isPast ? words.past(nextReview) : words.again(nextReview)}
        </dd>
      </dl>
      <p class="chips" hidden={entries.length === 0}>
        {entries.map(entry => (
          <a key={entry} class="chip" href={entry}>
            {words.entry}
          </a>
        ))}
      </p>
    </div>
  )
}
