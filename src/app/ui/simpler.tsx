/** "Not sure" in other words: each doubtful statement again, to be answered yes, no, or still not sure. */
import { useState } from 'preact/hooks'

const words = {
  title: 'In other words',
  lead: 'Is this true?',
  yes: 'Yes',
  no: 'No',
  still: 'Still not sure',
  next: 'Go on',
  missing: 'Answer each one to go on.',
}

export type Settled = 'present' | 'absent' | 'unsure'

export interface SimplerProps {
  readonly statements: readonly { readonly id: string; readonly text: string; readonly simpler?: string }[]
  readonly onDone: (answers: Readonly<Record<string, Settled>>) => void
}

const options: readonly (readonly [Settled, string])[] = [
  ['present', words.yes],
  ['absent', words.no],
  ['unsure', words.still],
]

export function Simpler({ statements, onDone }: SimplerProps) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Settled>>>({})
  const isComplete = statements.every(({ id }) => answers[id] !== undefined)
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {statements.map(({ id, text, simpler }) => (
        <fieldset key={id} class="card stack gap-3 again">
          <legend>{simpler ?? text}</legend>
          <div class="chips">
            {options.map(([value, name]) => (
              <label key={value} class="chip pick">
                <input
                  type="radio"
                  name={id}
                  checked={answers[id] === value}
                  onChange={() => setAnswers({ ...answers, [id]: value })}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div class="dock">
        {!isComplete && <p class="note">{words.missing}</p>}
        <button type="button" class="btn next" disabled={!isComplete} onClick={() => onDone(answers)}>
          {words.next}
        </button>
      </div>
    </div>
  )
}
