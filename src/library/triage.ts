/** Triage joined to what Unknot knows: `unknot/triage`. */
import { explanations } from '../knowledge/explanations.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { assess as assessWith } from '../plan/assess.ts'
import { type Case, type ParsedCase, parseCase as parseWith } from '../triage/case.ts'
import { type ExplainedTriage, explain } from '../triage/explain.ts'

export type { Case, ParsedCase } from '../triage/case.ts'
export type { ExplainedReason, ExplainedTriage } from '../triage/explain.ts'
export type { Page, Statement } from '../triage/interview.ts'

/** Reads a case from parsed JSON; the error is one line: what, where, how to mend. */
export const parseCase = (input: unknown): ParsedCase => parseWith(triageKnowledge, input)

/** How soon does this case need help, why (with sources), and which page comes next? */
export const triage = (from: Case): ExplainedTriage => explain(explanations, assessWith(triageKnowledge, from))
