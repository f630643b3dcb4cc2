/**
 * Urgent combinations: a medicine and signs that together need help. They run over all of a person's medicines and
 * findings, and can raise the tier of triage, never lower it.
 */
import { isAbove, type Tier } from '../knowledge/vocabulary.ts'
import { counting, type Taking } from '../medicines/taking.ts'
import type { Case } from '../triage/case.ts'
import { holds, type IsOpen, lacking } from '../triage/condition.ts'
import type { Page } from '../triage/interview.ts'
import type { AskedCombination, TriageKnowledge } from '../triage/knowledge.ts'
import { isAnswered, type Known, known } from '../triage/known.ts'
import type { Reason } from '../triage/triage.ts'

/** A combination that has fired, and the medicines of the person it fired for. */
export interface CombinationReason extends Reason {
  readonly kind: 'combination'
  readonly medicines: readonly string[]
}

/** The combinations that hold on what is known. */
export function firedCombinations(knowledge: TriageKnowledge, from: Case): readonly CombinationReason[] {
  if (takesNothing(from)) return []
  const person = withComplaint(known(knowledge, from))
  return knowledge.combinations.flatMap((rule): readonly CombinationReason[] => {
    const medicines = counting(rule, takingOf(from), id => person.present.has(id))
    if (medicines.length === 0 || !holds(rule.when, person)) return []
    return [{ kind: 'combination', id: rule.id, tier: rule.tier, medicines }]
  })
}

/** The signs still to be asked because of what the person takes, where they could raise the tier; else null. */
export function combinationsPage(knowledge: TriageKnowledge, from: Case, tier: Tier): Page | null {
  if (takesNothing(from)) return null
  const person = withComplaint(known(knowledge, from))
  const isOpen: IsOpen = id => Object.hasOwn(knowledge.findings, id) && !isAnswered(person, id)
  const ids = knowledge.combinations
    .filter(rule => isAbove(rule.tier, tier))
    .flatMap(rule => stillToAsk(rule, takingOf(from), person, isOpen))
  if (ids.length === 0) return null
  const statements = [...new Set(ids)].map(id => {
    const { statement: text = id, simpler } = knowledge.findings[id] ?? {}
    return { id, text, ...(simpler === undefined ? {} : { simpler }) }
  })
  const title = knowledge.interview.titles.combinations ?? 'combinations'
  return { page: 'combinations', title, statements, details: [] }
}

/** What a combination lacks, where it could still hold. */
function stillToAsk(rule: AskedCombination, taking: Taking, person: Known, isOpen: IsOpen): readonly string[] {
  const isPresent = (id: string) => person.present.has(id)
  const couldCount = counting(rule, taking, id => isPresent(id) || isOpen(id)).length > 0
  const missing = lacking(rule.when, person, isOpen)
  if (!couldCount || (missing.length === 0 && !holds(rule.when, person))) return []
  const isCounted = counting(rule, taking, isPresent).length > 0
  const moment = isCounted ? [] : (rule.since?.findings ?? []).filter(isOpen)
  return [...moment, ...missing]
}

/** "complaint-cramp" in a condition is the complaint itself. */
const withComplaint = (person: Known): Known => ({
  ...person,
  present: new Set([...person.present, `complaint-${person.complaint}`]),
})

const takesNothing = ({ medicines, context }: Case): boolean =>
  medicines.length === 0 && Object.keys(context.medicineDays ?? {}).length === 0

const takingOf = ({ medicines, context }: Case): Taking => ({ medicines, days: context.medicineDays ?? {} })
