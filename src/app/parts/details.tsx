/** What a page asks about the person besides statements: age, sex, since when, weeks of pregnancy. */
import type { Details as DetailAnswers } from '../../diary/event.ts'
import type { Sex } from '../../knowledge/vocabulary.ts'
import type { PersonDetail } from '../../triage/condition.ts'

const words = {
  about: 'About you',
  age: 'How old are you?',
  years: 'years',
  sex: 'Which sex were you given at birth?',
  sexes: { female: 'Female', male: 'Male', undisclosed: 'Rather not say' },
  onset: 'When did it begin?',
  weeks: 'How many weeks pregnant are you?',
}

/** A point inside each span, in hours, chosen so that no rule's bound falls inside the span. */
const spans: readonly (readonly [hours: number, name: string])[] = [
  [3, 'In the last 6 hours'],
  [12, 'In the last day'],
  [36, '1 to 2 days ago'],
  [60, '2 to 3 days ago'],
  [200, '3 days to 2 weeks ago'],
  [600, '2 to 6 weeks ago'],
  [1500, '6 to 12 weeks ago'],
  [2200, 'Over 12 weeks ago'],
]

export interface DetailsProps {
  readonly details: readonly PersonDetail[]
  readonly answers: DetailAnswers
  readonly onAnswer: (answers: DetailAnswers) => void
}

export function Details({ details, answers, onAnswer }: DetailsProps) {
  if (details.length === 0) return null
  return (
    <section class="stack gap-3">
      <h2 class="group">{words.about}</h2>
      <div class="card stack">
        {details.includes('age') && (
          <label class="field">
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
            options={Object.entries(words.sexes)}
            chosen={answers.sex}
            onPick={sex => onAnswer({ ...answers, sex: sex as Sex })}
          />
        )}
        {details.includes('hoursSinceOnset') && (
          <Pick
            name="onset"
            legend={words.onset}
            options={spans.map(([hours, name]) => [String(hours), name])}
            chosen={answers.hoursSinceOnset === undefined ? undefined : String(answers.hoursSinceOnset)}
            onPick={hours => onAnswer({ ...answers, hoursSinceOnset: Number(hours) })}
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
      </div>
    </section>
  )
}

/** Is every detail that was asked answered? */
export const isComplete = (details: readonly PersonDetail[], answers: DetailAnswers): boolean =>
  details.every(detail => answers[detail] !== undefined)

interface PickProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly chosen: string | undefined
  readonly onPick: (value: string) => void
}

function Pick({ name, legend, options, chosen, onPick }: PickProps) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <span class="chips">
        {options.map(([value, label]) => (
          <label key={value} class="chip pick">
            <input type="radio" name={name} checked={chosen === value} onChange={() => onPick(value)} />
            {label}
          </label>
        ))}
      </span>
    </fieldset>
  )
}

function withNumber(answers: DetailAnswers, key: 'age' | 'pregnancyWeeks', text: string, most: number): DetailAnswers {
  const { [key]: _before, ...rest } = answers
  const value = Number(text)
  return text.trim() === '' || !(value >= 0 && value <= most) ? rest : { ...rest, [key]: value }
}
