/**
 * A case made ready for the rules: `pregnant`, `conditions` and `medicines` become findings, and answers become sets.
 */
import type { Complaint, Region, Sex } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import type { TriageKnowledge } from './knowledge.ts'

export interface Known {
  readonly complaint: Complaint
  readonly region: Region | undefined
  readonly present: ReadonlySet<string>
  readonly absent: ReadonlySet<string>
  readonly unsure: ReadonlySet<string>
  readonly age: number | undefined
  readonly sex: Sex | undefined
  readonly hours: number | undefined
  readonly pregnancyWeeks: number | undefined
}

/** What the case says, with every word of its one vocabulary turned into findings and facts. */
export function known(knowledge: TriageKnowledge, from: Case): Known {
  const present = new Set(from.present)
  const absent = new Set(from.absent)
  if (from.pregnant === true) present.add('pregnant')
  if (from.pregnant === false) absent.add('pregnant')
  for (const word of from.conditions) add(present, knowledge.conditions[word])
  for (const word of from.medicines) add(present, knowledge.medicines[word])
  return {
    complaint: from.complaint,
    region: from.region,
    present,
    absent,
    unsure: new Set(from.unsure.filter(id => !present.has(id))),
    age: from.age,
    sex: from.sex,
    hours: from.context.hoursSinceOnset,
    pregnancyWeeks: from.context.pregnancyWeeks,
  }
}

function add(present: Set<string>, meaning: TriageKnowledge['conditions'][string] | undefined): void {
  for (const id of meaning?.findings ?? []) present.add(id)
  for (const id of meaning?.facts ?? []) present.add(id)
}

export const isAnswered = ({ present, absent, unsure }: Known, id: string): boolean =>
  present.has(id) || absent.has(id) || unsure.has(id)
