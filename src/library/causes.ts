/** Causes joined to what Unknot knows: `unknot/causes`. */
import { causeKnowledge } from '../knowledge/causes.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { type Known, type WhyMe, whyMe as whyMeWith } from '../plan/why-me.ts'
import type { Case } from '../triage/case.ts'

export type { Contributor, Pointer, RuleOut, Sign } from '../causes/causes.ts'
export { mostQuestions, type Question } from '../causes/next-question.ts'
export type { Known, Used, WhyMe } from '../plan/why-me.ts'
export { causeKnowledge }

/** Likely contributors in words, what to rule out first, and the question that would change the order most. */
export const whyMe = (from: Case, known?: Known): WhyMe =>
  whyMeWith({ triage: triageKnowledge, causes: causeKnowledge }, from, known)
