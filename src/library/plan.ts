/** The plan joined to what Unknot knows: `unknot/plan`. */
import { exercises } from '../knowledge/exercises.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { type Plan as Composed, type PlanKnowledge, plan as planWith } from '../plan/plan.ts'
import type { Case } from '../triage/case.ts'
import { type ExplainedReason, explain } from '../triage/explain.ts'

export type { LeftOut, Step } from '../plan/plan.ts'

type Explained<P> = P extends Composed
  ? Omit<P, 'because'> & { readonly action: string; readonly because: readonly ExplainedReason[] }
  : never

/** A plan with its reasons explained: what each may mean, what to say on the phone, and the sources. */
export type Plan = Explained<Composed>

/** What plans are made from: findings and rules, remedies, exercises and the tables that join them. */
export const planKnowledge: PlanKnowledge = { triage: triageKnowledge, remedies, exercises, plans }

/**
 * What to do in the next 48 hours, what to leave, when to get help. `today` is YYYY-MM-DD: content past its review date
 * is withheld by it.
 *
 * `kind` says what came out: `check-first` while the check is not settled (no remedy is shown before it is), `emergency`
 * and `too-young` (none at all), or `plan`. A step with status `ask` names the facts to answer before it may be started.
 */
export function plan(from: Case, today: string): Plan {
  const composed = planWith(planKnowledge, from, today)
  const explained = { action: tierAdvice[composed.tier].action, because: explain(explanations, composed.because) }
  return { ...composed, ...explained }
}
