/** The mark behind what a plan says itself: how it opens, what to avoid, when to get help. */
import type { Plan } from '../../plan/plan.ts'
import { Passport } from './passport.tsx'
import { ofPlan } from './passports-of-plan.ts'

export function PlanPassport({ plan }: { readonly plan: Extract<Plan, { kind: 'plan' }> }) {
  const passport = ofPlan(plan.complaint, plan.region)
  return passport ? <Passport {...passport} /> : null
}
