/** Adds to each reason what it may mean, what to say on the phone, and its sources. */
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

/** The same reason with the same tables is explained once: a long file of cases has the same few hundred reasons. */
const explained = new WeakMap<Explanations, Map<string, ExplainedReason>>()

export function explain(explanations: Explanations, because: readonly Reason[]): readonly ExplainedReason[] {
  const known = explained.get(explanations) ?? new Map<string, ExplainedReason>()
  explained.set(explanations, known)
  return because.map(reason => {
    if (reason.medicines !== undefined) return { ...reason, ...explanationOf(explanations, reason) }
    const key = `${reason.kind} ${reason.id} ${reason.tier}`
    const found = known.get(key) ?? Object.freeze({ ...reason, ...explanationOf(explanations, reason) })
    known.set(key, found)
    return found
  })
}

function explanationOf({ findings, redFlags, combinations }: Explanations, { kind, id }: Reason) {
  const table = { rule: redFlags, combination: combinations, finding: findings, unsure: findings }[kind]
  const { mayMean = [], sources = [], why, say } = table[id] ?? {}
  return { mayMean, sources, ...(why === undefined ? {} : { why }), ...(say === undefined ? {} : { say }) }
}
