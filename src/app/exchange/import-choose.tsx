/** Choosing the file of another app, and what Unknot can read. A file that needs an answer is read again. */
import { useState } from 'preact/hooks'
import type { Answers } from '../../exchange/importer.ts'
import { type ImporterId, importerIds, leftOut, programs } from '../../exchange/programs.ts'
import { Ask, type Question } from './import-ask.tsx'

const words = {
  file: 'File from another app',
  drop: 'You can also drop it here.',
  private: 'The file is read on this device and sent nowhere.',
  from: 'Which app is it from?',
  findOut: 'Unknot finds out',
  program: (name: string, file: string) => `${name}: ${file}`,
  reads: 'Unknot can read',
  leftOut: 'Not yet',
}

interface ChooseProps {
  readonly problem: string | undefined
  readonly question: Question | undefined
  readonly onFile: (file: File, from: ImporterId | undefined, answers: Answers) => void
}

export function Choose({ problem, question, onFile }: ChooseProps) {
  const [isOver, setOver] = useState(false)
  const [from, setFrom] = useState<ImporterId | undefined>(undefined)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer?.files ?? []
    if (file) onFile(file, from, {})
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div class="grid-2 stack gap-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field below does the same. */}
      <div
        class={`card drop stack gap-3${isOver ? ' is-over' : ''}`}
        onDragOver={over}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {question && <Ask {...question} onAnswer={answers => onFile(question.file, from, answers)} />}
        {problem !== undefined && <p role="alert">{problem}</p>}
        <label class="field">
          <span>{words.file}</span>
          <input
            type="file"
            onChange={event => {
              const [file] = event.currentTarget.files ?? []
              if (file) onFile(file, from, {})
            }}
          />
        </label>
        <label class="field">
          <span>{words.from}</span>
          <select
            value={from ?? ''}
            onChange={event => setFrom(importerIds.find(id => id === event.currentTarget.value))}
          >
            <option value="">{words.findOut}</option>
            {importerIds.map(id => (
              <option key={id} value={id}>
                {words.program(programs[id].name, programs[id].file)}
              </option>
            ))}
          </select>
        </label>
        <p class="note wide-only">{words.drop}</p>
        <p class="note">{words.private}</p>
      </div>
      <Programs />
    </div>
  )
}

const filesByName = [...new Set(importerIds.map(id => programs[id].name))].map(
  name => [name, importerIds.filter(id => programs[id].name === name).map(id => programs[id].file)] as const,
)

function Programs() {
  return (
    <section class="card stack gap-3">
      <h2>{words.reads}</h2>
      <dl class="programs">
        {filesByName.map(([name, files]) => (
          <div key={name}>
            <dt>{name}</dt>
            {files.map(file => (
              <dd key={file} class="note">
                {file}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <h3>{words.leftOut}</h3>
      <dl class="programs">
        {leftOut.map(({ name, why }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="note">{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
