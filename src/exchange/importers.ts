/** The importers, and how files are recognised: by content, never by name. */
import { appleHealth } from './from/apple-health.ts'
import { bearable } from './from/bearable.ts'
import { daylio } from './from/daylio.ts'
import { daylioBackup } from './from/daylio-backup.ts'
import { fhir } from './from/fhir.ts'
import { nomie } from './from/nomie.ts'
import { nomieCsv } from './from/nomie-csv.ts'
import { perfice } from './from/perfice.ts'
import { perficeCsv } from './from/perfice-csv.ts'
import { table } from './from/table.ts'
import { unknot } from './from/unknot.ts'
import type { Importer } from './importer.ts'
import type { Json } from './json-value.ts'
import { type ImporterId, importerIds, programs } from './programs.ts'

export const importers: Readonly<Record<ImporterId, Importer>> = {
  'apple-health': appleHealth,
  bearable,
  daylio,
  'daylio-backup': daylioBackup,
  fhir,
  nomie,
  'nomie-csv': nomieCsv,
  perfice,
  'perfice-csv': perficeCsv,
  table,
  unknot,
}

/** In characters: enough for the document type of Apple Health. */
export const headLetters = 65_536

/** The importer that recognises a text by its beginning. */
export const recognise = (head: string): ImporterId | undefined =>
  importerIds.find(id => importers[id].recognises?.(head))

/** The importer that recognises the content of a JSON file. */
export const recogniseJson = (content: Json): ImporterId | undefined =>
  importerIds.find(id => {
    const importer = importers[id]
    return 'readJson' in importer && importer.recognisesJson(content)
  })

/** Why an unrecognised file cannot be read, in one line that says how to fix it. */
export function unknownFile(head: string): string {
  const start = head.trimStart()
  if (start.startsWith('%PDF')) return 'a PDF: choose the CSV, JSON or XML export'
  if (start.startsWith('age-encryption.org')) return 'a locked backup: open it with Restore'
  if (/<ClinicalDocument[\s/>]/.test(head)) return 'the clinical document of Apple Health: choose export.xml beside it'
  const known = importerIds.filter(id => id !== 'table').map(id => programs[id].name)
  const names = [...new Set(known)].join(', ')
  return `not a file that Unknot knows: it reads exports of ${names}`
}
