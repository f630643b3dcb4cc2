/** Asks about kidneys and medicines before anything is proposed, because the advice on potassium depends on them. */
import { useState } from 'preact/hooks'
import { diary, record } from '../state/store.ts'
import { Field } from '../ui/field.tsx'
import { isSupplement, saidNoMedicines, sayNoMedicines } from './eaten.ts'

const words = {
  kidneys: 'Has a clinician told you of kidney disease or heart failure?',
  yes: 'Yes',
  no: 'No',
  medicines: 'Do you take any medicine?',
  which: 'Which ones? Commas between them.',
  keep: 'Keep',
}

export function FoodQuestions() {
  const { person, medicines } = diary.value
  const [isTaking, setIsTaking] = useState(false)
  const [names, setNames] = useState('')
  const isMedicineOpen =
    !saidNoMedicines.value && !medicines.some(({ isCurrent, name }) => isCurrent && !isSupplement(name))
  if (person.conditions !== undefined && !isMedicineOpen) return null
  return (
    <section class="card stack gap-3">
      {person.conditions === undefined && (
        <fieldset class="chips">
          <legend class="group">{words.kidneys}</legend>
          <button
            type="button"
            class="chip"
            onClick={() => record({ type: 'profile-said', conditions: ['kidney-disease'] })}
          >
            {words.yes}
          </button>
          <button type="button" class="chip" onClick={() => record({ type: 'profile-said', conditions: [] })}>
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
