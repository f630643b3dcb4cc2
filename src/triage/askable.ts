/** Can this be true of this person at all, and does it apply to the place of the pain? */
import { isWithin } from './condition.ts'
import type { TriageKnowledge } from './knowledge.ts'
import type { Known } from './person.ts'

export type AskedOf = Pick<Known, 'complaint' | 'region' | 'sex' | 'present' | 'pregnancyWeeks'>

/** Could a person like this be asked it, for this place? A fact about the person applies to everybody. */
export const isAskedOf = (knowledge: TriageKnowledge, person: AskedOf, id: string): boolean =>
  suits(knowledge, person, id) && concerns(knowledge, person, id)

/** Can this be true of this person? A person without a given sex is asked everything. */
export function suits({ prepared, findings }: TriageKnowledge, person: AskedOf, id: string): boolean {
  const { sex, present, pregnancyWeeks: week } = person
  const only = prepared.onlyOfSex.get(id)
  const { answeredBy = [], pregnancyWeeks } = findings[id] ?? {}
  if (answeredBy.some(other => present.has(other))) return false
  if (pregnancyWeeks !== undefined && week !== undefined && !isWithin(week, pregnancyWeeks)) return false
  return only === undefined || sex === undefined || sex === 'undisclosed' || only === sex
}

/** Does this finding apply to the place of the pain? If the place is unknown, all findings apply. */
export function concerns({ prepared }: TriageKnowledge, { region }: AskedOf, id: string): boolean {
  const regions = prepared.onlyAtRegions.get(id)
  return regions === undefined || region === undefined || regions.includes(region)
}
