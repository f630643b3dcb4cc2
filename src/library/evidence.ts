/** Claims joined to what Unknot knows: `unknot/evidence`. */
import { type Found, findClaims, type Question } from '../evidence/evidence.ts'
import { indexClaims } from '../evidence/search.ts'
import { claims } from '../knowledge/claims.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'

export type { Found, Question } from '../evidence/evidence.ts'
export { countByVerdict } from '../evidence/evidence.ts'
export { shareText, verdictNames } from '../evidence/share.ts'
export { claims, sources }

const index = indexClaims(claims)

/**
 * What the evidence says of what people say. Without words, topic or verdict it gives every claim, the wrong ones that
 * can hurt first. `today` is YYYY-MM-DD: a claim past its review date is marked.
 */
export const askEvidence = (question: Question, today: string): readonly Found[] => findClaims(index, question, today)
