/** The choice list: a row is yes, its right cell is "not sure"; choosing one clears the other. */
import { Icon } from './icon.tsx'

const words = { unsure: 'Not sure' }

export type ChoiceAnswer = 'yes' | 'unsure' | undefined

export interface Choice {
  readonly id: string
  readonly text: string
  readonly hint?: string
  /** A look-alike is indented under the sign that it could be mistaken for. */
  readonly isInset?: boolean
}

export interface ChoicesProps {
  readonly choices: readonly Choice[]
  readonly answers: Readonly<Record<string, ChoiceAnswer>>
  readonly onAnswer: (id: string, answer: ChoiceAnswer) => void
  readonly withUnsure?: boolean
  readonly isTight?: boolean
}

export function Choices({ choices, answers, onAnswer, withUnsure = true, isTight = false }: ChoicesProps) {
  return (
    <ul class={isTight ? 'choices tight' : 'choices'}>
      {choices.map(({ id, text, hint, isInset }, place) => (
        // Keyed by its position: a row has no state, and one drawn ahead gets other words.
        <li key={place} {...(isInset ? { class: 'inset' } : {})}>
          <label class="choice">
            <input
              type="checkbox"
              name={id}
              checked={answers[id] === 'yes'}
              onChange={event => onAnswer(id, event.currentTarget.checked ? 'yes' : undefined)}
            />
            <span class="box">{answers[id] === 'yes' && <Icon name="tick" />}</span>
            <span>
              {text}
              {hint && <span class="note hint">{hint}</span>}
            </span>
          </label>
          {withUnsure && (
            <label class="unsure">
              <input
                type="checkbox"
                aria-label={`${words.unsure}: ${text}`}
                checked={answers[id] === 'unsure'}
                onChange={event => onAnswer(id, event.currentTarget.checked ? 'unsure' : undefined)}
              />
              <span>{words.unsure}</span>
            </label>
          )}
        </li>
      ))}
    </ul>
  )
}
