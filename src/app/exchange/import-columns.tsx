/** The meaning of the columns of an unknown table, chosen beside its first rows and remembered for the next such table. */
import { useState } from 'preact/hooks'
import { type Columns, type Meaning, meanings } from '../../exchange/columns.ts'
import type { Asked } from '../../exchange/importer.ts'
import { draftOf } from '../state/drafts.ts'
import { isText, objectOf } from '../state/local-storage.ts'

const words = {
  unknown: (name: string) => `${name}: not a file that Unknot knows.`,
  lead: 'Is it a table of your own? Say what its columns hold.',
  rows: 'Its first rows',
  none: 'None',
  read: 'Read it',
  date: 'Choose the column with the date first.',
  meanings: {
    date: 'Date',
    time: 'Time',
    pain: 'Pain, 0 to 10',
    place: 'Place of the body',
    note: 'Note',
    count: 'Count of cramps',
    medicine: 'Medicine',
    dose: 'Dose',
    food: 'Food or drink',
    amount: 'Amount of food or drink',
  } satisfies Record<Meaning, string>,
}

/** The columns of tables that were read before, by the names of all their columns. */
const kept = () =>
  draftOf<{ readonly columns: Readonly<Record<string, Columns>> }>(
    'import-columns',
    { columns: {} },
    { columns: objectOf(objectOf(isText)) },
  )

interface AskColumnsProps {
  readonly name: string
  readonly asks: Extract<Asked, { readonly about: 'columns' }>
  readonly onAnswer: (columns: Columns) => void
}

export function AskColumns({ name, asks: { names, rows, suggested }, onAnswer }: AskColumnsProps) {
  const table = names.join('\n')
  const [columns, setColumns] = useState<Columns>(kept().value().columns[table] ?? suggested)
  const choose = (meaning: Meaning, column: string) => {
    const { [meaning]: _before, ...others } = columns
    setColumns(column === '' ? others : { ...others, [meaning]: column })
  }
  const answer = () => {
    kept().type({ columns: { ...kept().value().columns, [table]: columns } })
    onAnswer(columns)
  }
  return (
    <div class="stack gap-3">
      <p role="alert">{words.unknown(name)}</p>
      <p>{words.lead}</p>
      {/* One line for each column, so that a wide table fits a phone. */}
      <table class="first-rows">
        <caption class="note">{words.rows}</caption>
        <tbody>
          {names.map((column, at) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              {rows.map(cells => (
                <td key={cells.join('\n')}>{cells[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {meanings.map(meaning => (
        <label key={meaning} class="field">
          <span>{words.meanings[meaning]}</span>
          <select value={columns[meaning] ?? ''} onChange={event => choose(meaning, event.currentTarget.value)}>
            <option value="">{words.none}</option>
            {names.map(column => (
              <option key={column} value={column}>
                {column}
              </option>
            ))}
          </select>
        </label>
      ))}
      {columns.date === undefined && <p class="note">{words.date}</p>}
      <p class="chips">
        <button type="button" class="btn next" disabled={columns.date === undefined} onClick={answer}>
          {words.read}
        </button>
      </p>
    </div>
  )
}
