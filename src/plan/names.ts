/** What things are called, by their ids: remedies with their way of doing them, exercises, and the statements of the check. */
import type { PlanKnowledge } from './plan.ts'

/** The name of a remedy (`heat`, `heat/wheat-bag`) or an exercise; undefined for what is none of ours. */
export function remedyName({ remedies, exercises }: Pick<PlanKnowledge, 'remedies' | 'exercises'>, remedy: string) {
  if (Object.hasOwn(exercises, remedy)) return exercises[remedy]?.name
  const [id = '', method] = remedy.split('/')
  const known = Object.hasOwn(remedies, id) ? remedies[id] : undefined
  const way = known?.methods.find(each => each.id === method)?.name
  if (!known || !way || way === known.name) return known?.name
  return `${known.name}: ${way.charAt(0).toLowerCase()}${way.slice(1)}`
}

/** The words of a finding or a person fact; undefined for what is none of ours. */
export function statementOf({ triage: { findings, facts } }: Pick<PlanKnowledge, 'triage'>, id: string) {
  if (Object.hasOwn(findings, id)) return findings[id]?.statement
  return Object.hasOwn(facts, id) ? facts[id]?.statement : undefined
}
