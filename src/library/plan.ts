/** The plan, joined to the built knowledge: `unknot/plan`. */
import { contacts } from '../knowledge/contacts.gen.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { planLines } from '../knowledge/plan-lines.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { withheld } from '../knowledge/withheld.gen.ts'
import { contactsOf } from '../plan/contacts.ts'
import type { PlanKnowledge } from '../plan/knowledge.ts'
import { type Plan as Composed, plan as planWith } from '../plan/plan.ts'
import type { Case } from '../triage/case.ts'
import { type ExplainedReason, explain } from '../triage/explain.ts'

export type { LeftOut, Step } from '../plan/step.ts'

type Explained<P> = P extends Composed
  ? Omit<P, 'because'> & {
      readonly action: string
      /** Whom to turn to first, in words, if it is not the usual doctor. */
      readonly contacts?: readonly string[]
      readonly because: readonly ExplainedReason[]
    }
  : never

/** A plan with its reasons explained: what each may mean, what to say on the phone, and the sources. */
export type Plan = Explained<Composed>

/** The knowledge for plans: findings and rules, remedies, exercises and the tables that join them. */
export const planKnowledge: PlanKnowledge = {
  triage: triageKnowledge,
  remedies,
  exercises,
  plans,
  lines: planLines,
  withheld,
}

/**
 * What to do in the next 48 hours, what to avoid, and when to get help. `today` is YYYY-MM-DD: content past its review
 * date is withheld.
 *
 * `kind` is the kind of result: `check-first` while the check is not settled (no remedy is shown before it is),
 * `emergency` and `too-young` (no remedy at all), or `plan`. A step with status `ask` names the facts to answer before
 * it may be started.
 */
export function plan(given: Case, today: string): Plan {
  const composed = planWith(planKnowledge, given, today)
  const first = contactsOf(composed.because).flatMap(contact => contacts.contacts[contact] ?? [])
  return {
    ...composed,
    action: tierAdvice[composed.tier].action,
    ...(first.length === 0 ? {} : { contacts: first }),
    because: explain(explanations, composed.because),
  }
}
