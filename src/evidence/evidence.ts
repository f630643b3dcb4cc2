/** Is it true? Finds claims by words, topic and verdict, and puts the wrong ones that can hurt first. */
import type { Claim } from '../knowledge/claim-schema.ts'
import type { ClaimTopic, Verdict } from '../knowledge/vocabulary.ts'
import { byDanger } from './order.ts'
import { type ClaimIndex, searchClaims } from './search.ts'

export interface Question {
  readonly words?: string | undefined
  readonly topic?: ClaimTopic | undefined
  readonly verdict?: Verdict | undefined
  /** Only claims told of this product. */
  readonly product?: string | undefined
}

export interface Found {
  readonly id: string
  readonly claim: Claim
  /** Past its review date: it is shown as such, and is no advice. */
  readonly isPastReview: boolean
}

/** `today` is YYYY-MM-DD. The order is stable: words first where they were given, then danger, then the file's order. */
export function findClaims(index: ClaimIndex, question: Question, today: string): readonly Found[] {
  const { words = '', topic, verdict, product } = question
  return searchClaims(index, words)
    .filter(({ claim }) => topic === undefined || claim.topic === topic)
    .filter(({ claim }) => verdict === undefined || claim.verdict === verdict)
    .filter(({ claim }) => product === undefined || claim.product === product)
    .toSorted((a, b) => b.rank - a.rank || byDanger(a.claim, b.claim))
    .map(({ id, claim }) => ({ id, claim, isPastReview: claim.nextReview < today }))
}

/** How many claims there are of each verdict. */
export function countByVerdict(found: readonly Found[]): Readonly<Partial<Record<Verdict, number>>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const { claim } of found) counts[claim.verdict] = (counts[claim.verdict] ?? 0) + 1
  return counts
}
