/** Puts beside each reason what it may mean, what to say on the phone, and its sources. */
import type { Explanations } from './knowledge.ts'
import type { Reason } from './triage.ts'

/** A reason with what a person needs to understand it and to pass it on. */
export interface ExplainedReason extends Reason {
  readonly mayMean: readonly string[]
  readonly why?: string
  readonly say?: string
  /** Ids of the sources. */
  readonly sources: readonly string[]
}

export const explain = (explanations: Explanations, because: readonly Reason[]): readonly ExplainedReason[] =>
  because.map(reason => ({ ...reason, ...explanationOf(explanations, reason) }))

function explanationOf({ findings, redFlags, combinations }: Explanations, { kind, id }: Reason) {
  const table = { rule: redFlags, combination: combinations, finding: findings, unsure: findings }[kind]
  const { mayMean = [], sources = [], why, say } = table[id] ?? {}
  return { mayMean, sources, ...(why === undefined ? {} : { why }), ...(say === undefined ? {} : { say }) }
}
