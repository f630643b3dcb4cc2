/** The diary as files that other programs read. */
import { useState } from 'preact/hooks'
import { toJson } from '../../diary/json.ts'
import { readAll } from '../state/log.ts'
import { today } from '../state/store.ts'
import { download } from '../ui/download.ts'
import { Field } from '../ui/field.tsx'

const words = {
  title: 'Export without a lock',
  lead: 'Whoever has such a file can read it. Nothing is sent: you choose who gets it.',
  json: 'Save as JSON',
  jsonHelp: 'Everything. Unknot can read it back.',
  csv: 'Save as tables',
  csvHelp: 'CSV files for a spreadsheet, packed in one zip. A table for each kind of entry.',
  fhir: 'Save for a clinic',
  fhirHelp: 'A FHIR file, which many clinic programs read. Nobody has checked your entries, and the file says so.',
  name: 'Your name, if the file should have it',
  working: 'Making it',
  failed: 'The file could not be made. Try JSON.',
  saved: (file: string) => `Saved as ${file}.`,
  leftOut: (count: number) =>
    count === 1
      ? '1 entry has no place in such a file. The JSON has it.'
      : `${count} entries have no place in such a file. The JSON has them.`,
}

type Format = 'json' | 'csv' | 'fhir'
const endings = { json: 'json', csv: 'csv.zip', fhir: 'fhir.json' } as const
const types = { json: 'application/json', csv: 'application/zip', fhir: 'application/fhir+json' } as const

export function ExportCard() {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState<Format | undefined>(undefined)
  const [said, setSaid] = useState<readonly string[]>([])
  const save = async (format: Format) => {
    setBusy(format)
    setSaid([])
    try {
      const { content, leftOut } = await made(format, name)
      const file = `unknot-${today()}.${endings[format]}`
      download(file, content, types[format])
      setSaid([words.saved(file), ...(leftOut > 0 ? [words.leftOut(leftOut)] : [])])
    } catch {
      setSaid([words.failed])
    }
    setBusy(undefined)
  }
  const button = (format: Format) => (
    <button type="button" class="btn big" disabled={busy !== undefined} onClick={() => void save(format)}>
      {busy === format ? words.working : words[format]}
    </button>
  )
  return (
    <section class="card stack gap-3">
      <h2>{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      {button('json')}
      <p class="note">{words.jsonHelp}</p>
      {button('csv')}
      <p class="note">{words.csvHelp}</p>
      <Field label={words.name} autocomplete="name" maxLength={200} value={name} onType={setName} />
      {button('fhir')}
      <p class="note">{words.fhirHelp}</p>
      <div role="status">
        {said.map(each => (
          <p key={each}>{each}</p>
        ))}
      </div>
    </section>
  )
}

/** What makes tables and FHIR comes only when it is asked for. */
async function made(format: Format, name: string): Promise<{ readonly content: BlobPart; readonly leftOut: number }> {
  const kept = await readAll()
  if (format === 'json') return { content: toJson(kept), leftOut: 0 }
  const { asFhir, asTables } = await import('./export.ts')
  return format === 'csv' ? asTables(kept) : asFhir(kept, name)
}
