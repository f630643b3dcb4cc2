/** The questions that a file needs answered, asked once: which number of its dates is the day, or what its columns mean. */
import type { Answers, Asked } from '../../exchange/importer.ts'
import { AskColumns } from './import-columns.tsx'

const words = {
  dates: (name: string) => `How does ${name} write its dates?`,
  datesLead: 'These dates can mean two days. Which number is the day?',
  dayFirst: 'The day comes first',
  monthFirst: 'The month comes first',
}

/** A file that cannot be read before a question is answered. */
export interface Question {
  readonly file: File
  readonly asks: Asked
  /** To earlier questions of the same file. */
  readonly answers: Answers
}

interface AskProps extends Question {
  readonly onAnswer: (answers: Answers) => void
}

export function Ask({ file, asks, answers, onAnswer }: AskProps) {
  if (asks.about === 'columns')
    return <AskColumns name={file.name} asks={asks} onAnswer={columns => onAnswer({ ...answers, columns })} />
  return (
    <div class="stack gap-3" role="alert">
      <h2>{words.dates(file.name)}</h2>
      <p>{words.datesLead}</p>
      <ul>
        {asks.examples.map(example => (
          <li key={example}>{example}</li>
        ))}
      </ul>
      <p class="chips">
        <button type="button" class="btn" onClick={() => onAnswer({ ...answers, dates: 'day-first' })}>
          {words.dayFirst}
        </button>
        <button type="button" class="btn" onClick={() => onAnswer({ ...answers, dates: 'month-first' })}>
          {words.monthFirst}
        </button>
      </p>
    </div>
  )
}
