/** The plan joined to what Unknot knows: `unknot/plan`. */
import { exercises } from '../knowledge/exercises.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { type Plan, type PlanKnowledge, plan as planWith } from '../plan/plan.ts'
import type { Case } from '../triage/case.ts'

export type { LeftOut, Plan, Step } from '../plan/plan.ts'

export const planKnowledge: PlanKnowledge = { triage: triageKnowledge, remedies, exercises, plans }

/** What to do in the next 48 hours. `today` is YYYY-MM-DD: content past its review date is withheld by it. */
export const plan = (from: Case, today: string): Plan => planWith(planKnowledge, from, today)
