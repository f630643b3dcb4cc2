/** The mark behind what a plan says itself: how it opens, what to avoid, when to get help, what is withheld. */
import type { Plan } from '../../plan/plan.ts'
import { Passport } from '../ui/passport.tsx'
import { ofPlan } from './remedy-passports.ts'

export function PlanPassport({ plan }: { readonly plan: Extract<Plan, { kind: 'plan' }> }) {
  const passport = ofPlan(plan)
  return passport ? <Passport {...passport} /> : null
}
