/** Every file that Unknot takes in, and how it is told apart: by what stands in it, never by its name. */
import { appleHealth } from './from/apple-health.ts'
import { bearable } from './from/bearable.ts'
import { daylio } from './from/daylio.ts'
import { fhir } from './from/fhir.ts'
import { nomie } from './from/nomie.ts'
import { perfice } from './from/perfice.ts'
import { unknot } from './from/unknot.ts'
import type { Importer } from './importer.ts'

export const importers = {
  'apple-health': appleHealth,
  bearable,
  daylio,
  fhir,
  nomie,
  perfice,
  unknot,
} as const satisfies Readonly<Record<string, Importer>>

export type ImporterId = keyof typeof importers
export const importerIds = Object.keys(importers) as readonly ImporterId[]

/** Asked for and left out, with the reason. */
export const leftOut = [
  {
    name: 'Manage My Pain',
    why: 'No public source shows how its file looks, and a guess could put pain on the wrong day.',
  },
] as const

/** In letters: enough for the document type of Apple Health and for what a FHIR bundle says before its type. */
export const headLetters = 65_536

/** The importer that knows a file by its first letters. */
export const recognise = (head: string): ImporterId | undefined =>
  importerIds.find(id => importers[id].recognises(head.replace(/^\uFEFF/, '')))

/** Why a file that nobody knows cannot be read, in one line with the way to mend it. */
export function unknownFile(head: string): string {
  const start = head.trimStart()
  if (start.startsWith('%PDF')) return 'a PDF: choose the CSV, JSON or XML export'
  if (start.startsWith('age-encryption.org')) return 'a locked backup: open it with Restore'
  if (/<ClinicalDocument[\s/>]/.test(head)) return 'the clinical document of Apple Health: choose export.xml beside it'
  const names = importerIds.map(id => importers[id].name).join(', ')
  return `not a file that Unknot knows: it reads exports of ${names}`
}
