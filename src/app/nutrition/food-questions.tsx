/** Asks about kidneys and medicines before anything is proposed, because the advice on potassium depends on them. */
import { useState } from 'preact/hooks'
import type { FoodCondition } from '../../plan/food-conditions.ts'
import { diary, record } from '../state/store.ts'
import { Field } from '../ui/field.tsx'
import { conditionsNow, isSupplement, saidNoMedicines, sayNoMedicines } from './eaten.ts'

const words = {
  asks: {
    'kidney-disease': 'Has a clinician told you of kidney disease?',
    'heart-failure': 'Has a clinician told you of heart failure?',
  } satisfies Record<FoodCondition, string>,
  both: 'Has a clinician told you of kidney disease or heart failure?',
  yes: 'Yes',
  no: 'No',
  medicines: 'Do you take any medicine?',
  which: 'Which ones? Commas between them.',
  keep: 'Keep',
}

export function FoodQuestions() {
  const { medicines } = diary.value
  const { told, open } = conditionsNow()
  const [isTaking, setIsTaking] = useState(false)
  const [names, setNames] = useState('')
  const isMedicineOpen =
    !saidNoMedicines.value && !medicines.some(({ isCurrent, name }) => isCurrent && !isSupplement(name))
  if (open.length === 0 && !isMedicineOpen) return null
  const [only] = open.length === 1 ? open : []
  // Of both at once a yes is kept as kidney disease, which holds back more.
  const tell = (isTrue: boolean) =>
    record({ type: 'profile-said', conditions: [...told, ...(isTrue ? [only ?? 'kidney-disease'] : [])] })
  return (
    <section class="card stack gap-3">
      {open.length > 0 && (
        <fieldset class="chips">
          <legend class="group">{only ? words.asks[only] : words.both}</legend>
          <button type="button" class="chip" onClick={() => tell(true)}>
            {words.yes}
          </button>
          <button type="button" class="chip" onClick={() => tell(false)}>
            {words.no}
          </button>
        </fieldset>
      )}
      {isMedicineOpen && (
        <fieldset class="chips">
          <legend class="group">{words.medicines}</legend>
          <button type="button" class="chip" aria-pressed={isTaking} onClick={() => setIsTaking(true)}>
            {words.yes}
          </button>
          <button type="button" class="chip" onClick={sayNoMedicines}>
            {words.no}
          </button>
        </fieldset>
      )}
      {isMedicineOpen && isTaking && (
        <form
          class="stack gap-2"
          onSubmit={event => {
            event.preventDefault()
            const said = names.split(',').flatMap(name => (name.trim() === '' ? [] : [name.trim()]))
            if (said.length > 0) record({ type: 'profile-said', medicines: said })
          }}
        >
          <Field label={words.which} value={names} onType={setNames} />
          <button type="submit" class="btn">
            {words.keep}
          </button>
        </form>
      )}
    </section>
  )
}
