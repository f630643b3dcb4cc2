/** A case prepared for the rules: `pregnant`, `conditions` and `medicines` become findings, and answers become sets. */
import type { Complaint, Region } from '../knowledge/vocabulary.ts'
import type { Case } from './case.ts'
import { namedBy } from './gates.ts'
import type { TriageKnowledge } from './knowledge.ts'
import { gateIdOf } from './page.ts'
import { isAnswered, type Known } from './person.ts'

/**
 * The contents of the case, with every word of the vocabulary turned into findings and facts, and every gate into the
 * findings that it names.
 */
export function known(knowledge: TriageKnowledge, from: Case): Known {
  const present = new Set(from.present)
  const absent = new Set(from.absent)
  const said = new Set<string>()
  if (from.pregnant === true) present.add('pregnant')
  if (from.pregnant === false) absent.add('pregnant')
  for (const { complaint, regions, finding } of knowledge.interview.said)
    if (isSaid(from, complaint, regions)) {
      said.add(finding)
      present.add(finding)
      absent.delete(finding)
    }
  for (const word of from.conditions) add(present, knowledge.conditions[word])
  for (const word of from.medicines) add(present, knowledge.medicines[word])
  const person: Known = {
    complaint: from.complaint,
    region: from.region,
    present,
    said,
    absent,
    unsure: new Set(from.unsure.filter(id => !present.has(id))),
    age: from.age,
    sex: from.sex,
    hours: from.context.hoursSinceOnset,
    pregnancyWeeks: from.context.pregnancyWeeks,
  }
  for (const gate of Object.keys(knowledge.gates))
    if (absent.has(gateIdOf(gate)))
      for (const id of namedBy(knowledge, person, gate)) {
        // A passing fact is a no only by its own answer, which expires.
        const isPassing = knowledge.facts[id]?.kind === 'now'
        if (!isPassing && !isAnswered(person, id)) absent.add(id)
      }
  return person
}

const isSaid = ({ complaint, region }: Case, of?: Complaint, at?: readonly Region[]): boolean =>
  (of === undefined || of === complaint) && (at === undefined || (region !== undefined && at.includes(region)))

function add(present: Set<string>, meaning: TriageKnowledge['conditions'][string] | undefined): void {
  for (const id of meaning?.findings ?? []) present.add(id)
  for (const id of meaning?.facts ?? []) present.add(id)
}
