/** The plan for the open episode, with the remedies loaded only when a screen needs them. */
import { computed } from '@preact/signals'
import { exercises } from '../knowledge/exercises.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { type Plan, plan } from '../plan/plan.ts'
import { caseNow, today } from './store.ts'

export { exercises, remedies }

export const planNow = computed<Plan | undefined>(() =>
  caseNow.value ? plan({ triage: triageKnowledge, remedies, exercises, plans }, caseNow.value, today()) : undefined,
)
