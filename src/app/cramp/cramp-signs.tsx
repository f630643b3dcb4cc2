/** The signs beside a cramp: one tap for none of them; a yes or "not sure" leads to what to do about it. */
import type { CrampSign } from '../../plan/cramp-now.ts'
import { go } from '../shell/place.ts'
import { record } from '../state/store.ts'
import { crampPage } from './begin-cramp.ts'

const words = {
  signs: {
    'cramp-over-10min': 'Tight for over 10 minutes',
    'leg-swollen-one': 'One leg newly swollen',
    'calf-tender-hot': 'Calf warm, red or sore for hours',
    'calf-ache-constant': 'It aches all the time',
    'chest-pain': 'Chest pain',
    'breathless-new': 'Short of breath',
    'limb-cold-pale': 'Limb cold, pale or blue',
    'dark-urine': 'Pee like cola',
    confusion: 'Confused',
  } satisfies Readonly<Record<CrampSign, string>>,
  none: 'None of these',
  unsure: 'Not sure',
}

export interface CrampSignsProps {
  readonly episodeId: string
  readonly open: readonly CrampSign[]
  readonly title: string
  /** What ends before the answer is stored: the session, or the question whether it is over. */
  readonly onDanger: () => void
}

export function CrampSigns({ episodeId, open, title, note, onDanger }: CrampSignsProps & { readonly note?: string }) {
  if (open.length === 0) return null
  const answer = (part: Partial<Record<'present' | 'absent' | 'unsure', readonly string[]>>) =>
    record({ type: 'answered', episode: episodeId, page: crampPage, present: [], absent: [], unsure: [], ...part })
  const stop = (part: Parameters<typeof answer>[0]) => {
    onDanger()
    answer(part)
    go('/result', 'replace')
  }
  return (
    <section>
      <h2 class="stop">
        {title} {note && <span class="quiet">{note}</span>}
      </h2>
      <p class="chips signs">
        {open.map(sign => (
          <button key={sign} type="button" class="chip" onClick={() => stop({ present: [sign] })}>
            {words.signs[sign]}
          </button>
        ))}
      </p>
      <p class="chips answers">
        <button type="button" class="chip strong" onClick={() => answer({ absent: open })}>
          {words.none}
        </button>
        <button type="button" class="chip" onClick={() => stop({ unsure: open })}>
          {words.unsure}
        </button>
      </p>
    </section>
  )
}
