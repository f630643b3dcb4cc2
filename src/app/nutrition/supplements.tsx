/** Supplements taken today, each against its upper limit, and a way to add one. */
import { useState } from 'preact/hooks'
import type { DiaryEvent } from '../../diary/event.ts'
import { record } from '../state/store.ts'
import { Field } from '../ui/field.tsx'
import { type Supplement, supplementId, supplements } from './eaten.ts'
import { figure, nutrientNames } from './nutrient-bars.tsx'
import type { DayShown } from './worker/messages.ts'

const words = {
  supplements: 'From pills and powders',
  supplementsHelp: 'Counted apart. Potassium is not in the list: never take it as pills unless a clinician says so.',
  supplement: 'What',
  amount: (unit: string) => `How much, in ${unit}`,
  took: 'Add it',
  limit: (name: string, amount: string, upper: string, unit: string) =>
    `${name}: ${amount} of at most ${upper} ${unit}`,
}

export function Supplements({ day, events }: { readonly day: DayShown; readonly events: readonly DiaryEvent[] }) {
  const [nutrient, setNutrient] = useState<Supplement>('magnesium')
  const [amount, setAmount] = useState('')
  const taken = (which: Supplement) =>
    events.reduce(
      (sum, event) =>
        event.type === 'medicine-taken' && event.ingredient === supplementId(which)
          ? sum + Number.parseFloat(event.dose ?? '0')
          : sum,
      0,
    )
  const unit = day.targets.nutrients[nutrient].unit
  const value = Number(amount)
  return (
    <details class="fold">
      <summary>{words.supplements}</summary>
      <div class="stack gap-3">
        <p class="note">{words.supplementsHelp}</p>
        {supplements.map(each => {
          const pills = taken(each)
          const { upper, upperScope, unit: own } = day.targets.nutrients[each]
          if (pills === 0) return null
          const all = upperScope === 'supplements' ? pills : pills + (day.intakes[0]?.[each].amount ?? 0)
          const isOver = upper !== null && all > upper
          return (
            <p key={each} class={isOver ? 'caution' : ''}>
              {words.limit(nutrientNames[each], figure(all), upper === null ? '?' : figure(upper), own)}
            </p>
          )
        })}
        <label class="field">
          <span>{words.supplement}</span>
          <select value={nutrient} onChange={event => setNutrient(event.currentTarget.value as Supplement)}>
            {supplements.map(each => (
              <option key={each} value={each}>
                {nutrientNames[each]}
              </option>
            ))}
          </select>
        </label>
        <Field label={words.amount(unit)} type="number" inputMode="decimal" min={0} value={amount} onType={setAmount} />
        <button
          type="button"
          class="btn"
          disabled={!(value > 0)}
          onClick={() => {
            record({
              type: 'medicine-taken',
              medicine: `${nutrientNames[nutrient]} supplement`,
              ingredient: supplementId(nutrient),
              dose: `${value} ${unit}`,
            })
            setAmount('')
          }}
        >
          {words.took}
        </button>
      </div>
    </details>
  )
}
