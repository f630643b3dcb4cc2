/** The question of a new trial: one that many ask, or one's own. */
import { useState } from 'preact/hooks'
import { defaultLayout } from '../../trials/design.ts'
import type { OutcomeModel } from '../../trials/options.ts'
import type { Protocol } from '../../trials/protocol.ts'
import { typed } from './trial-draft.ts'
import { OwnQuestion } from './trial-own-question.tsx'

const words = {
  ownTitle: 'My own question',
}

interface Preset {
  readonly title: string
  readonly hint: string
  readonly arms: Protocol['arms']
  readonly model: OutcomeModel
  readonly leaveOut: number
}

const presets: readonly Preset[] = [
  {
    title: 'Heat or ice?',
    hint: 'Back pain on most days',
    arms: [
      { label: 'ice', remedy: 'cold' },
      { label: 'heat', remedy: 'heat' },
    ],
    model: 'rating',
    leaveOut: 0,
  },
  {
    title: 'Does stretching before bed cut my night cramps?',
    hint: 'Three or more cramps a week',
    arms: [{ label: 'no stretching' }, { label: 'stretching before bed', remedy: 'pre-bed-stretching' }],
    model: 'count',
    leaveOut: 2,
  },
]

export function TrialQuestion({ remedy }: { readonly remedy: string | undefined }) {
  const [isOwn, setOwn] = useState(remedy !== undefined)
  const choose = ({ title, arms, model, leaveOut }: Preset) => {
    const usual = defaultLayout(model, arms.length)
    const layout = usual.kind === 'periods' ? { ...usual, leaveOut } : usual
    typed.type({ question: title, arms, model, layout, facts: {}, step: 'facts' })
  }
  return (
    <>
      <ul class="stack gap-3">
        {presets
          .filter(({ arms }) => remedy === undefined || arms.some(arm => arm.remedy === remedy))
          .map(preset => (
            <li key={preset.title}>
              <button type="button" class="btn big ask" onClick={() => choose(preset)}>
                <span>
                  {preset.title}
                  <small>{preset.hint}</small>
                </span>
              </button>
            </li>
          ))}
        <li>
          <button type="button" class="btn big ask" aria-expanded={isOwn} onClick={() => setOwn(!isOwn)}>
            {words.ownTitle}
          </button>
        </li>
      </ul>
      {isOwn && <OwnQuestion remedy={remedy} />}
    </>
  )
}
