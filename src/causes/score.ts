/**
 * How strongly do the answers point to each cause? The score is the sum, over the answered evidence, of the logarithm
 * of its ratio.
 *
 * An unanswered question adds nothing, and neither does a no: likelihood ratios for absent signs are not published for
 * these causes. Causes do not exclude one another, because several act together, so the sums are never converted to
 * probabilities.
 */
import type { Evidence } from '../knowledge/cause-schema.ts'
import type { KnownCause } from './knowledge.ts'

export interface Answers {
  readonly present: ReadonlySet<string>
  /** Years. */
  readonly age: number | undefined
}

export interface Scored {
  readonly cause: KnownCause
  readonly score: number
}

/**
 * Above this score a cause is a likely contributor: its evidence at least doubles the odds, as far as the weights can
 * say.
 */
export const likelyFrom = Math.log(2)
/** From this score the wording is stronger: it equals one strong sign. */
export const stronglyFrom = Math.log(6)

/** The causes from the strongest to the weakest; the order of the data settles ties, never the order of the answers. */
export const scores = (causes: readonly KnownCause[], answers: Answers): readonly Scored[] =>
  causes
    .map(cause => ({ cause, score: scoreOf(cause.evidence, answers) }))
    .sort((a, b) => b.score - a.score || causes.indexOf(a.cause) - causes.indexOf(b.cause))

export const scoreOf = (evidence: readonly Evidence[], answers: Answers): number =>
  evidence.reduce((sum, each) => (applies(each, answers) ? sum + Math.log(each.ratio) : sum), 0)

export function applies({ when }: Evidence, { present, age }: Answers): boolean {
  if (typeof when === 'string') return present.has(when)
  if (age === undefined) return false
  const { gt, lt } = when.age
  return (gt === undefined || age > gt) && (lt === undefined || age < lt)
}
