/** The programs whose files can be imported. Their importers are in `importers.ts`, which only the reading of a file needs. */

interface Program {
  /** It is the `from` of every event. */
  readonly name: string
  /** Which of the program's files, and how a person finds it. */
  readonly file: string
}

export const programs = {
  'apple-health': { name: 'Apple Health', file: 'The zip of Export All Health Data, or export.xml in it' },
  bearable: { name: 'Bearable', file: 'CSV export' },
  daylio: { name: 'Daylio', file: 'CSV export (More, Export entries)' },
  'daylio-backup': { name: 'Daylio', file: 'Backup (.daylio)' },
  fhir: { name: 'FHIR', file: 'Records of a clinic or a health app: R4 or R5 as JSON' },
  nomie: { name: 'Nomie', file: 'Backup as JSON' },
  'nomie-csv': { name: 'Nomie', file: 'CSV export' },
  perfice: { name: 'Perfice', file: 'JSON export of a form, or of everything' },
  'perfice-csv': { name: 'Perfice', file: 'CSV export of a form' },
  table: { name: 'Table', file: 'CSV of any tracker: you say what its columns are' },
  unknot: { name: 'Unknot', file: 'Export without a lock, as JSON' },
} as const satisfies Readonly<Record<string, Program>>

export type ImporterId = keyof typeof programs
export const importerIds = Object.keys(programs) as readonly ImporterId[]

/** Requested programs that are not supported, with the reason. */
export const leftOut = [
  {
    name: 'Manage My Pain',
    why: 'No public source shows how its file looks, and a guess could put pain on the wrong day.',
  },
] as const
