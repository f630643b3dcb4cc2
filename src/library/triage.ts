/** Triage, joined to the built knowledge: `unknot/triage`. */
import { contacts } from '../knowledge/contacts.gen.ts'
import { explanations } from '../knowledge/explanations.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { assess } from '../plan/assess.ts'
import { contactsOf } from '../plan/contacts.ts'
import { type Unused, unused } from '../plan/unused.ts'
import { type Case, type ParsedCase, parseCase as parseWith } from '../triage/case.ts'
import { type ExplainedReason, explain } from '../triage/explain.ts'
import type { Triage } from '../triage/triage.ts'

export type { Unused } from '../plan/unused.ts'
export type { Case, ParsedCase } from '../triage/case.ts'
export type { ExplainedReason } from '../triage/explain.ts'
export type { Page, Statement } from '../triage/page.ts'

/** The answer to a case. */
export interface ExplainedTriage extends Omit<Triage, 'because'> {
  /** What to do for this tier, in words. */
  readonly action: string
  /** Whom to turn to first, in words, if it is not the usual doctor. */
  readonly contacts?: readonly string[]
  /** The parts of the case that the check does not use, and why. */
  readonly unused?: readonly Unused[]
  readonly because: readonly ExplainedReason[]
}

/**
 * Reads a case from parsed JSON, strictly: an unknown key, id or value is refused, never ignored. The error is one line
 * that says what is wrong, where, and how to fix it. It never throws.
 */
export const parseCase = (input: unknown): ParsedCase => parseWith(triageKnowledge, input)

/**
 * How soon does this case need help, why, and which page of the check comes next?
 *
 * The tier is the highest that the known answers establish; unknown is never no, and no further yes lowers it.
 * `settled` means that no page is left to ask. Until then, send the case back with the answers to `ask` added to
 * `present`, `absent` or `unsure`. The tiers are an editor's synthesis of the sources named in `because`; no clinician
 * has reviewed them.
 */
export function triage(given: Case): ExplainedTriage {
  const { tier, settled, because, ask } = assess(triageKnowledge, given)
  const first = contactsOf(because).flatMap(contact => contacts.contacts[contact] ?? [])
  const without = unused(triageKnowledge, given)
  return {
    tier,
    action: tierAdvice[tier].action,
    ...(first.length === 0 ? {} : { contacts: first }),
    ...(without.length === 0 ? {} : { unused: without }),
    settled,
    because: explain(explanations, because),
    ask,
  }
}
