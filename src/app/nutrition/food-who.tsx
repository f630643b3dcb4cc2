/** Age and sex, on which the targets depend. */
import { useState } from 'preact/hooks'
import { diary, record, today } from '../state/store.ts'
import { Field } from '../ui/field.tsx'
import { Radios } from '../ui/pick.tsx'

const words = {
  who: 'Who is it for?',
  age: 'How old are you?',
  sexes: { female: 'Female', male: 'Male' } as const,
  keep: 'Keep',
}

export function FoodWho() {
  const { person } = diary.value
  const [age, setAge] = useState(String(person.age ?? ''))
  const [sex, setSex] = useState<'female' | 'male' | undefined>(
    person.sex === 'female' || person.sex === 'male' ? person.sex : undefined,
  )
  const years = Number(age)
  const isReady = sex !== undefined && years >= 16 && years <= 120
  return (
    <form
      class="card stack"
      onSubmit={event => {
        event.preventDefault()
        if (isReady) record({ type: 'profile-said', birthYear: Number(today().slice(0, 4)) - years, sex })
      }}
    >
      <h2>{words.who}</h2>
      <Field label={words.age} type="number" inputMode="numeric" min={16} max={120} value={age} onType={setAge} />
      <p class="chips">
        <Radios name="sex" options={words.sexes} chosen={sex} onPick={setSex} />
      </p>
      <button type="submit" class="btn next" disabled={!isReady}>
        {words.keep}
      </button>
    </form>
  )
}
