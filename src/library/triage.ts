/** Triage joined to what Unknot knows: `unknot/triage`. */
import { explanations } from '../knowledge/explanations.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { assess } from '../plan/assess.ts'
import { type Case, type ParsedCase, parseCase as parseWith } from '../triage/case.ts'
import { type ExplainedReason, explain } from '../triage/explain.ts'
import type { Triage } from '../triage/triage.ts'

export type { Case, ParsedCase } from '../triage/case.ts'
export type { ExplainedReason } from '../triage/explain.ts'
export type { Page, Statement } from '../triage/page.ts'

/** The answer to a case. */
export interface ExplainedTriage extends Omit<Triage, 'because'> {
  /** What the tier asks of the person, in words. */
  readonly action: string
  readonly because: readonly ExplainedReason[]
}

/**
 * Reads a case from parsed JSON, strictly: an unknown key, id or value is refused, never ignored.
 * The error is one line that says what is wrong, where, and how to mend it. It never throws.
 */
export const parseCase = (input: unknown): ParsedCase => parseWith(triageKnowledge, input)

/**
 * How soon does this case need help, why, and which page of the check comes next?
 *
 * The tier is the highest that what is known establishes; unknown is never no, and no further yes lowers it. `settled`
 * says that no page is left to ask; until then send the case back with the answers to `ask` added to `present`, `absent`
 * or `unsure`. The tiers are an editor's synthesis of the sources named in `because`; no clinician has reviewed them.
 */
export function triage(from: Case): ExplainedTriage {
  const { tier, settled, because, ask } = assess(triageKnowledge, from)
  return { tier, action: tierAdvice[tier].action, settled, because: explain(explanations, because), ask }
}
