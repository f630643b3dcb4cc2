/** The plan for the open episode, with the remedies loaded only when a screen needs them. */
import { computed } from '@preact/signals'
import { exercises } from '../../knowledge/exercises.gen.ts'
import { planLines as lines } from '../../knowledge/plan-lines.gen.ts'
import { plans } from '../../knowledge/plans.gen.ts'
import { remedies } from '../../knowledge/remedies.gen.ts'
import { triageKnowledge } from '../../knowledge/triage.gen.ts'
import { withheld } from '../../knowledge/withheld.gen.ts'
import { adviceAfterCramp } from '../../plan/cramp-now.ts'
import type { PlanKnowledge } from '../../plan/knowledge.ts'
import type { Said } from '../../plan/lines.ts'
import { ownVerdicts } from '../../plan/own-verdicts.ts'
import { type Plan, plan } from '../../plan/plan.ts'
import { isWithheldNow, offerNow } from '../../plan/steps.ts'
import type { JudgedOffer } from '../../plan/withheld.ts'
import type { Case } from '../../triage/case.ts'
import { diary, today } from '../state/store.ts'
import { caseNow } from '../triage/door.ts'

export { exercises, lines, plans, remedies, withheld }

const knowledge: PlanKnowledge = { triage: triageKnowledge, remedies, exercises, plans, lines, withheld }

export const planNow = computed<Plan | undefined>(() =>
  caseNow.value ? plan(knowledge, caseNow.value, today(), ownVerdicts(diary.value.trials)) : undefined,
)

/** What may keep a cramp that has let go from coming back; nothing while one of its signs is open. */
export const afterCramp = (given: Case, minutes: number): readonly Said[] =>
  adviceAfterCramp(knowledge, given, minutes, today())

/** Is it withheld from what is known of the open episode, before its check is over? */
export const isWithheld = (id: string): boolean =>
  caseNow.value !== undefined && isWithheldNow(knowledge, caseNow.value, id)

/** May a remedy or exercise be started in the open episode? Undefined: nothing of that id may be offered now. */
export const offerOf = (id: string): JudgedOffer | undefined =>
  caseNow.value ? offerNow(knowledge, caseNow.value, id, today()) : undefined
