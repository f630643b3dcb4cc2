/** The plan for the open episode, with the remedies loaded only when a screen needs them. */
import { computed } from '@preact/signals'
import { exercises } from '../knowledge/exercises.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { ownVerdicts } from '../plan/own-verdicts.ts'
import { offerNow, type Plan, type PlanKnowledge, plan } from '../plan/plan.ts'
import type { Offer } from '../remedies/cautions.ts'
import { caseNow } from './checking.ts'
import { diary, today } from './store.ts'

export { exercises, plans, remedies }

const knowledge: PlanKnowledge = { triage: triageKnowledge, remedies, exercises, plans }

export const planNow = computed<Plan | undefined>(() =>
  caseNow.value ? plan(knowledge, caseNow.value, today(), ownVerdicts(diary.value.trials)) : undefined,
)

/** May a remedy or exercise be started in the open episode? Undefined: nothing of that id may be offered now. */
export const offerOf = (id: string): Offer | undefined =>
  caseNow.value ? offerNow(knowledge, caseNow.value, id, today()) : undefined
