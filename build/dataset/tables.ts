/** The tables of the dataset: which entries of the knowledge, and their shape. */
import type * as v from 'valibot'
import { Claim } from '../../src/knowledge/claim-schema.ts'
import { Ingredient, UrgentCombination } from '../../src/knowledge/medicine-schema.ts'
import { Exercise, Remedy } from '../../src/knowledge/remedy-schema.ts'
import { Finding, RedFlag, Source } from '../../src/knowledge/schema.ts'
import type { Entry } from '../knowledge/files.ts'
import type { Knowledge } from '../knowledge/read.ts'

export interface Table {
  readonly name: TableName
  readonly says: string
  readonly shape: v.GenericSchema
  readonly entries: (knowledge: Knowledge) => readonly Entry<object>[]
}

export type Row = { readonly id: string } & Readonly<Record<string, unknown>>

export const tableNames = [
  'findings',
  'rules',
  'combinations',
  'medicines',
  'claims',
  'remedies',
  'exercises',
  'sources',
] as const
export type TableName = (typeof tableNames)[number]

export const tables: readonly Table[] = [
  table('findings', 'What a person can say yes, no or not sure to.', Finding, of => of.findings),
  table('rules', 'Findings that together require a tier.', RedFlag, of => of.redFlags),
  table(
    'combinations',
    'Medicines and signs that together require a tier.',
    UrgentCombination,
    of => of.medicines.urgent,
  ),
  table('medicines', 'Ingredients, and what labels say of cramps.', Ingredient, of => of.medicines.ingredients),
  table('claims', 'What people say, with verdict and certainty.', Claim, of => of.claims),
  table('remedies', 'What may ease, and whom it is not for.', Remedy, of => of.remedies),
  table('exercises', 'Exercises, with dose and exclusions.', Exercise, of => of.exercises),
  table('sources', 'Citations, and how far each was read.', Source, of => of.sources),
]

function table(name: TableName, says: string, shape: v.GenericSchema, entries: Table['entries']): Table {
  return { name, says, shape, entries }
}
