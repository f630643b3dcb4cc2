/**
 * Urgent combinations: a medicine and signs that together need help. All of a person's medicines and findings are
 * compared with them. They can raise the tier of triage, never lower it.
 */
import { counting, type Taking } from '../medicines/taking.ts'
import type { Case } from '../triage/case.ts'
import { holds, type IsOpen, lacking } from '../triage/condition.ts'
import { adds, type Page, type Reached } from '../triage/interview.ts'
import type { AskedCombination, TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import { isAnswered, type Known } from '../triage/person.ts'
import type { Reason } from '../triage/triage.ts'

/** A combination that applies, with the medicines of the person that it applies to. */
export interface CombinationReason extends Reason {
  readonly kind: 'combination'
  readonly medicines: readonly string[]
}

/** The combinations that apply with what is known. */
export function firedCombinations(knowledge: TriageKnowledge, given: Case): readonly CombinationReason[] {
  if (takesNothing(given)) return []
  const person = known(knowledge, given)
  return knowledge.combinations.flatMap((rule): readonly CombinationReason[] => {
    const medicines = counting(rule, takingOf(given), id => person.present.has(id))
    if (medicines.length === 0 || !holds(rule.when, person)) return []
    const { id, tier, contact } = rule
    return [{ kind: 'combination', id, tier, medicines, ...(contact === undefined ? {} : { contact }) }]
  })
}

/** The signs still to ask because of the person's medicines, if they could raise the tier; otherwise null. */
export function combinationsPage(knowledge: TriageKnowledge, given: Case, now: Reached): Page | null {
  if (takesNothing(given)) return null
  const person = known(knowledge, given)
  const isOpen: IsOpen = id => Object.hasOwn(knowledge.findings, id) && !isAnswered(person, id)
  const ids = knowledge.combinations
    .filter(rule => adds(rule.tier, rule.contact, now))
    .flatMap(rule => stillToAsk(rule, takingOf(given), person, isOpen))
  if (ids.length === 0) return null
  const statements = [...new Set(ids)].map(id => {
    const { statement: text = id, simpler } = knowledge.findings[id] ?? {}
    return { id, text, ...(simpler === undefined ? {} : { simpler }) }
  })
  const title = knowledge.interview.titles.combinations ?? 'combinations'
  return { page: 'combinations', title, statements, details: [] }
}

/** The findings that a combination lacks, if it could still apply. */
function stillToAsk(rule: AskedCombination, taking: Taking, person: Known, isOpen: IsOpen): readonly string[] {
  const isPresent = (id: string) => person.present.has(id)
  const couldCount = counting(rule, taking, id => isPresent(id) || isOpen(id)).length > 0
  const missing = lacking(rule.when, person, isOpen)
  if (!couldCount || (missing.length === 0 && !holds(rule.when, person))) return []
  const isCounted = counting(rule, taking, isPresent).length > 0
  const moment = isCounted ? [] : (rule.since?.findings ?? []).filter(isOpen)
  return [...moment, ...missing]
}

const takesNothing = ({ medicines, context }: Case): boolean =>
  medicines.length === 0 && Object.keys(context.medicineDays ?? {}).length === 0

const takingOf = ({ medicines, context }: Case): Taking => ({ medicines, days: context.medicineDays ?? {} })
