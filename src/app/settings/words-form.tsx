/** A form of secret words: one button, and one line that says what is wrong. */
import { useState } from 'preact/hooks'
import { Field } from '../ui/field.tsx'
import '../ui/forms.css'

const working = 'One moment'

export interface WordsFormProps {
  /** The label of each field. */
  readonly fields: readonly string[]
  readonly save: string
  /** Resolves with what is wrong, or with undefined. */
  readonly onSave: (typed: readonly string[]) => Promise<string | undefined>
}

export function WordsForm({ fields, save, onSave }: WordsFormProps) {
  const [typed, setTyped] = useState<readonly string[]>(fields.map(() => ''))
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [isBusy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setWrong(undefined)
    setWrong(await onSave(typed).finally(() => setBusy(false)))
  }
  return (
    <form
      class="card stack gap-3"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {fields.map((label, index) => (
        <Field
          key={label}
          label={label}
          type="password"
          autocomplete="off"
          autocapitalize="none"
          value={typed[index] ?? ''}
          onType={text => setTyped(typed.map((each, at) => (at === index ? text : each)))}
        />
      ))}
      {wrong !== undefined && <p role="alert">{wrong}</p>}
      <button type="submit" class="btn next" disabled={isBusy}>
        {isBusy ? working : save}
      </button>
    </form>
  )
}
