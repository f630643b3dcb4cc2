/** The whole answer to a question: claims, and what else tells of it. Joined to the built knowledge: `unknot/answers`. */
import type { FoundClaim } from '../evidence/evidence.ts'
import { indexSee, type See, type SeeIndex, seeAlso } from '../evidence/see-also.ts'
import { foodNames } from '../knowledge/food-names.gen.ts'
import { pageWords } from '../knowledge/page-words.gen.ts'
import { reviewEntries } from '../knowledge/review.gen.ts'
import { synonyms } from '../knowledge/synonyms.gen.ts'
import { askEvidence } from './evidence.ts'

export type { See } from '../evidence/see-also.ts'
export type { SeeKind } from '../evidence/see-kinds.ts'

export interface Answer {
  /** False when no claim answers: `claims` are then only near, or none. */
  readonly isAnswered: boolean
  /** Best first. */
  readonly claims: readonly FoundClaim[]
  readonly see: readonly See[]
}

let index: SeeIndex | undefined

/** Remedies, medicines, foods and signs that the words name, best first: "quinine" is a medicine. */
export function seeElsewhere(words: string): readonly See[] {
  index ??= indexSee(
    reviewEntries,
    foodNames.map(([id, title]) => ({ id: String(id), title })),
    pageWords,
    synonyms,
  )
  return seeAlso(index, words)
}

/** What the evidence says about the words, and where else they are answered. `today` is YYYY-MM-DD. */
export function answer(words: string, today: string): Answer {
  const claims = askEvidence({ words }, today)
  return { isAnswered: claims.some(({ match }) => match !== 'near'), claims, see: seeElsewhere(words) }
}
