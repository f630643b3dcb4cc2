/**
 * How soon does this person need help? Every interface asks here, not triage alone, so that what raises a tier from
 * outside triage is heard everywhere. Today that is nothing: without the urgent combinations of medicines it equals triage.
 */
import type { Case } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { type Triage, triage } from '../triage/triage.ts'

/** The tier, why, and what to ask next. */
export const assess = (knowledge: TriageKnowledge, from: Case): Triage => triage(knowledge, from)
