/** The questions of a page about the person: age, sex, since when, weeks of pregnancy. */
import type { Details as DetailAnswers } from '../../diary/event.ts'
import type { PersonDetail } from '../../triage/condition.ts'
import { Pick } from '../ui/pick.tsx'
import { spans, detailWords as words } from './check-words.ts'

const spanOf = (hours: number | undefined) =>
  Object.keys(spans).find((each): each is `${keyof typeof spans}` => Number(each) === hours)

export interface DetailsProps {
  readonly details: readonly PersonDetail[]
  readonly answers: DetailAnswers
  /** `isPressed`: chosen by a tap or a click, and not by moving through the options with the keyboard. */
  readonly onAnswer: (answers: DetailAnswers, isPressed?: boolean) => void
}

export function Details({ details, answers, onAnswer }: DetailsProps) {
  if (details.length === 0) return null
  return (
    <section class="card stack details">
      {details.includes('age') && (
        <label class="field age">
          <span>{words.age}</span>
          <span class="row">
            <input
              type="number"
              inputMode="numeric"
              min={0}
              max={120}
              name="age"
              value={answers.age ?? ''}
              onInput={event => onAnswer(withNumber(answers, 'age', event.currentTarget.value, 120))}
            />
            {words.years}
          </span>
        </label>
      )}
      {details.includes('sex') && (
        <Pick
          name="sex"
          legend={words.sex}
          as="field"
          options={words.sexes}
          chosen={answers.sex}
          onPick={(sex, isPressed) => onAnswer({ ...answers, sex }, isPressed)}
        />
      )}
      {details.includes('hoursSinceOnset') && (
        <Pick
          name="onset"
          legend={words.onset}
          as="field"
          options={spans as Readonly<Record<`${keyof typeof spans}`, string>>}
          chosen={spanOf(answers.hoursSinceOnset)}
          onPick={(hours, isPressed) => onAnswer({ ...answers, hoursSinceOnset: Number(hours) }, isPressed)}
        />
      )}
      {details.includes('pregnancyWeeks') && (
        <label class="field">
          <span>{words.weeks}</span>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={45}
            name="weeks"
            value={answers.pregnancyWeeks ?? ''}
            onInput={event => onAnswer(withNumber(answers, 'pregnancyWeeks', event.currentTarget.value, 45))}
          />
        </label>
      )}
    </section>
  )
}

/** Is every detail that was asked answered? */
export const isComplete = (details: readonly PersonDetail[], answers: DetailAnswers): boolean =>
  details.every(detail => answers[detail] !== undefined)

function withNumber(answers: DetailAnswers, key: 'age' | 'pregnancyWeeks', text: string, most: number): DetailAnswers {
  const { [key]: _before, ...rest } = answers
  const value = Number(text)
  return text.trim() === '' || !(value >= 0 && value <= most) ? rest : { ...rest, [key]: value }
}
