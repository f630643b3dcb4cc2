/** Puts beside each reason what it may mean, what to say on the phone, and its sources. */
import type { Explanations } from './knowledge.ts'
import type { Reason, Triage } from './triage.ts'

export interface ExplainedReason extends Reason {
  readonly mayMean: readonly string[]
  readonly why?: string
  readonly say?: string
  readonly sources: readonly string[]
}

export interface ExplainedTriage extends Omit<Triage, 'because'> {
  readonly because: readonly ExplainedReason[]
}

export function explain(explanations: Explanations, result: Triage): ExplainedTriage {
  return { ...result, because: result.because.map(reason => ({ ...reason, ...explanationOf(explanations, reason) })) }
}

function explanationOf({ findings, redFlags, combinations }: Explanations, { kind, id }: Reason) {
  const table = { rule: redFlags, combination: combinations, finding: findings, unsure: findings }[kind]
  const { mayMean = [], sources = [], why, say } = table[id] ?? {}
  return { mayMean, sources, ...(why === undefined ? {} : { why }), ...(say === undefined ? {} : { say }) }
}
