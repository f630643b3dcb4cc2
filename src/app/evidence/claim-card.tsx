/** One claim: the answer, how sure it is, why, what to do instead, and why it matters. */
import { answerOf } from '../../evidence/answer-of.ts'
import type { Verdict } from '../../knowledge/vocabulary.ts'
import { type FoundClaim, shareText, sources, verdictNames } from '../../library/evidence.ts'
import { today } from '../state/store.ts'
import { Icon } from '../ui/icon.tsx'
import { Passport } from '../ui/passport.tsx'
import { sharePicture, shareWords } from '../ui/share.ts'
import { toast } from '../ui/toast.tsx'
import { drawClaim } from './claim-picture.ts'

const words = {
  past: 'This answer is past its review date. Do not rely on it.',
  asked: 'People say:',
  instead: 'Instead:',
  matters: 'Why it matters:',
  share: 'Share',
  asText: 'As text',
  asPicture: 'As a picture',
  copied: 'Copied. You can paste it now.',
  saved: 'The picture is in your downloads.',
  failed: 'That did not work here. Try the other way.',
}

export interface ClaimCardProps {
  readonly found: FoundClaim
  readonly isOpen?: boolean
}

export function ClaimCard({ found: { id, claim, isPastReview }, isOpen = false }: ClaimCardProps) {
  const text = () => shareText(claim, sources, today())
  const picture = async () => sharePicture(`unknot-${id}.png`, await drawClaim(claim, sources, today()))
  return (
    <article class={isPastReview ? 'card claim past' : 'card claim'} data-claim={id}>
      <h2 class="answer">
        <VerdictMark verdict={claim.verdict} />
        <span>{answerOf(claim)}</span>
      </h2>
      {isPastReview && <p class="caution">{words.past}</p>}
      <Passport
        entries={[`/evidence/${id}`]}
        certainty={claim.certainty}
        sources={claim.sources}
        compiled={claim.compiled}
        nextReview={claim.nextReview}
        isOpen={isOpen}
        {...(claim.detail ? { effect: claim.detail } : {})}
      />
      <p>{claim.correction}</p>
      {claim.instead && (
        <p>
          <b>{words.instead}</b> {claim.instead}
        </p>
      )}
      {claim.matters && (
        <p class="matters">
          <b>{words.matters}</b> {claim.matters}
        </p>
      )}
      {claim.answer && (
        <p class="note">
          {words.asked} <q>{claim.says}</q> {verdictNames[claim.verdict]}.
        </p>
      )}
      <details class="pass">
        <summary class="passport">
          <Icon name="share" />
          <u>{words.share}</u>
        </summary>
        <p class="chips">
          <button type="button" class="chip" onClick={() => tell(shareWords(text()))}>
            {words.asText}
          </button>
          <button type="button" class="chip" onClick={() => tell(picture())}>
            {words.asPicture}
          </button>
        </p>
      </details>
    </article>
  )
}

/** A shape beside the words, never colour alone: a cross, a half disc, a tick. */
const marks: Readonly<Record<Verdict, readonly [tone: string, path: string]>> = {
  wrong: ['wrong', 'm8.5 8.5 7 7m0-7-7 7'],
  unsupported: ['wrong', 'M8 12h8'],
  contested: ['mixed', 'M12 2.5a9.5 9.5 0 0 1 0 19Z'],
  partly: ['mixed', 'M12 2.5a9.5 9.5 0 0 1 0 19Z'],
  supported: ['ok', 'm7.5 12.5 3 3 6-6.5'],
}

function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const [tone, path] = marks[verdict]
  return (
    <svg class={`ico verdict ${tone}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <path d={path} fill={tone === 'mixed' ? 'currentColor' : 'none'} />
    </svg>
  )
}

async function tell(sharing: Promise<'shared' | 'copied' | 'saved' | 'failed'>): Promise<void> {
  const outcome = await sharing
  if (outcome !== 'shared') toast.value = { text: words[outcome] }
}
