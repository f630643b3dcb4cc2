/** Is it true? Finds claims by words, topic and verdict, best first; without words, wrong claims that can hurt first. */
import type { Claim } from '../knowledge/claim-schema.ts'
import type { ClaimTopic, Verdict } from '../knowledge/vocabulary.ts'
import { byDanger } from './order.ts'
import { type ClaimIndex, type ClaimMatch, searchClaims } from './search.ts'

export interface Question {
  readonly words?: string | undefined
  readonly topic?: ClaimTopic | undefined
  readonly verdict?: Verdict | undefined
  /** Only claims about this product. */
  readonly product?: string | undefined
}

export interface FoundClaim {
  readonly id: string
  readonly claim: Claim
  /** Does it answer the words, or is it only near them? `all` when no words were asked. */
  readonly match: ClaimMatch
  /** Past its review date: shown as such, and not advice. */
  readonly isPastReview: boolean
}

/**
 * `today` is YYYY-MM-DD. The order is stable: by match if words are given, then by danger, then by the order of the
 * file. What the article says by its layout and wording is not listed with the rest: it needs its topic, or words.
 */
export function findClaims(index: ClaimIndex, question: Question, today: string): readonly FoundClaim[] {
  const { words = '', topic, verdict, product } = question
  return searchClaims(index, words)
    .filter(({ claim }) => topic === undefined || claim.topic === topic)
    .filter(({ claim, match }) => match !== 'all' || (topic ?? product) || claim.topic !== 'about-the-article')
    .filter(({ claim }) => verdict === undefined || claim.verdict === verdict)
    .filter(({ claim }) => product === undefined || claim.product === product)
    .toSorted((a, b) => rankOf(b.match) - rankOf(a.match) || b.score - a.score || byDanger(a.claim, b.claim))
    .map(({ id, claim, match }) => ({ id, claim, match, isPastReview: claim.nextReview < today }))
}

const rankOf = (match: ClaimMatch): number => (match === 'near' ? 0 : 1)

/** The number of claims with each verdict. */
export function countByVerdict(found: readonly FoundClaim[]): Readonly<Partial<Record<Verdict, number>>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const { claim } of found) counts[claim.verdict] = (counts[claim.verdict] ?? 0) + 1
  return counts
}
