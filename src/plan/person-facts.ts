/** What a case says of the facts that keep a remedy from a person, or change it. */
import type { PersonFacts } from '../remedies/cautions.ts'
import type { Case } from '../triage/case.ts'
import { namedAndDenied } from '../triage/denied.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'

/**
 * What was answered; and as no what a topic of the check named and was not ticked, and the signs of another place: nobody
 * with a sore back is asked about the calf before warmth goes on the back. An answer of yes or not sure stands above both.
 */
export function factsOf(triage: TriageKnowledge, from: Case): PersonFacts {
  const { present, absent, unsure, pregnancyWeeks, region } = known(triage, from)
  const elsewhere = Object.entries(triage.findings).flatMap(([id, { regions }]) =>
    region === undefined || (regions?.includes(region) ?? true) ? [] : [id],
  )
  const implied = [...namedAndDenied(triage, absent), ...elsewhere].filter(id => !present.has(id) && !unsure.has(id))
  return {
    present,
    absent: new Set([...absent, ...implied]),
    unsure,
    ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
  }
}
