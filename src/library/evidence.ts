/** Claims, joined to the built knowledge: `unknot/evidence`. */
import { type FoundClaim, findClaims, type Question } from '../evidence/evidence.ts'
import { indexClaims } from '../evidence/search.ts'
import { claims } from '../knowledge/claims.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { synonyms } from '../knowledge/synonyms.gen.ts'

export type { FoundClaim, Question } from '../evidence/evidence.ts'
export { countByVerdict } from '../evidence/evidence.ts'
export { shareText, verdictNames } from '../evidence/share.ts'
export { claims, sources }

const index = indexClaims(claims, synonyms)

/**
 * What the evidence says about common claims. Without words, topic or verdict it returns every claim, with wrong claims
 * that can hurt first. `today` is YYYY-MM-DD: a claim past its review date is marked.
 */
export const askEvidence = (question: Question, today: string): readonly FoundClaim[] =>
  findClaims(index, question, today)
