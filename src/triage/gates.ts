/**
 * The gates of the check: which ones a person gets, in which order, and what "None" says no to.
 *
 * A gate names findings in short lines; "None" answers the lines that it showed. The other findings of the gate are not
 * read by the person, so their no is only implied.
 */
import type { GateLine } from '../knowledge/schema.ts'
import { type AskedOf, isAskedOf } from './askable.ts'
import type { TriageKnowledge } from './knowledge.ts'
import type { Known } from './person.ts'

/** The gates for this person, in the order in which they are asked. */
export function gatesFor({ gates, interview, prepared }: TriageKnowledge, person: AskedOf): readonly string[] {
  const { complaint, region, present } = person
  const order = prepared.gateOrder[complaint].get(region) ?? interview.order[complaint]
  return order.filter(id => gates[id]?.needs?.some(each => present.has(each)) ?? true)
}

/** The lines of a gate that this person is shown: those that name something they can be asked. */
export function linesFor(knowledge: TriageKnowledge, person: AskedOf, gate: string): readonly GateLine[] {
  const { complaint, region } = person
  const isAsked = (id: string) => isAskedOf(knowledge, person, id)
  return (knowledge.gates[gate]?.lines ?? [])
    .filter(line => line.complaint === undefined || line.complaint === complaint)
    .filter(line => line.regions === undefined || region === undefined || line.regions.includes(region))
    .map(({ names, also, ...line }) => ({ ...line, names: names.filter(isAsked), also: also.filter(isAsked) }))
    .filter(({ names }) => names.length > 0)
}

/** What "None" at this gate says no to, for this person. */
export const namedBy = (knowledge: TriageKnowledge, person: AskedOf, gate: string): readonly string[] =>
  linesFor(knowledge, person, gate).flatMap(({ names }) => names)

/**
 * Does a gate that was answered "None" imply a no to this finding? A direct answer counts for more: check that first.
 */
export function isDenied(
  { prepared }: TriageKnowledge,
  { complaint, absent }: Pick<Known, 'complaint' | 'absent'>,
  id: string,
): boolean {
  const gate = prepared.gateOf[complaint].get(id)
  return gate !== undefined && absent.has(gate)
}
