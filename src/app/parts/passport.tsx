/** How sure this is, and from where: four bars, the word, the sources. */
import { useState } from 'preact/hooks'
import { cite } from '../../evidence/share.ts'
import { type Certainty, certainties } from '../../knowledge/vocabulary.ts'
import { today } from '../store.ts'

const words = {
  names: { 'very-low': 'Very low', low: 'Low', moderate: 'Moderate', high: 'High' } as Readonly<
    Record<Certainty, string>
  >,
  certainty: 'certainty',
  source: 'source',
  sources: 'sources',
  from: 'Sources',
  needsReview: 'Needs review',
  seen: 'What was seen',
  review: 'Reviewed',
  reviewed: (by: string) => `No clinician has reviewed this yet. Look at it again by ${by}.`,
  written: (on: string) => `Written ${on}. `,
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
  readonly certainty: Certainty | null
  readonly sources: readonly string[]
  readonly nextReview: string
  readonly effect?: string
  /** When it was written, where the entry says so. */
  readonly reviewed?: { readonly compiled: string }
  readonly isOpen?: boolean
}

export function Passport({ certainty, sources, nextReview, effect, reviewed, isOpen = false }: PassportProps) {
  const [cited, setCited] = useState<typeof import('../../knowledge/sources.gen.ts').sources>({})
  const isPast = nextReview < today()
  const open = () => void import('../../knowledge/sources.gen.ts').then(module => setCited(module.sources))
  return (
    <details class="pass" open={isOpen} onToggle={open}>
      <summary class="passport">
        <span class="bars" data-n={isPast || !certainty ? 0 : certainties.indexOf(certainty) + 1} aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </span>
        <span>
          {isPast ? words.needsReview : certainty ? `${words.names[certainty]} ${words.certainty}` : ''}
          {(isPast || certainty) && ' · '}
          <u>
            {sources.length} {sources.length === 1 ? words.source : words.sources}
          </u>
        </span>
      </summary>
      <div class="sheet">
        <dl>
          {effect && (
            <>
              <dt>{words.seen}</dt>
              <dd>{effect}</dd>
            </>
          )}
          <dt>{words.from}</dt>
          {sources.map(id => (
            <dd key={id}>
              <cite>
                {cited[id] ? cite(cited[id]) : id}{' '}
                <span class="quiet">{words.read[cited[id]?.verified ?? ''] ?? ''}</span>
              </cite>
            </dd>
          ))}
          <dt>{words.review}</dt>
          <dd>
            {reviewed && words.written(reviewed.compiled)}
            {words.reviewed(nextReview)}
          </dd>
        </dl>
      </div>
    </details>
  )
}
