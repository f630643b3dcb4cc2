/** The statements of the check, by their ids. */
import type { PlanKnowledge } from './knowledge.ts'

/** The words of a finding or a person fact; undefined if the id is neither. */
export function statementOf({ triage: { findings, facts } }: Pick<PlanKnowledge, 'triage'>, id: string) {
  if (Object.hasOwn(findings, id)) return findings[id]?.statement
  return Object.hasOwn(facts, id) ? facts[id]?.statement : undefined
}
