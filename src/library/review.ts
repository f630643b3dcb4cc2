/** What a clinician should review next, joined to what Unknot knows. */
import { restingOn as restingOnWith, reviewList as reviewListWith } from '../evidence/review.ts'
import { reviewEntries } from '../knowledge/review.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'

export type { ReviewEntry, ReviewKind } from '../evidence/review.ts'
export { reviewEntries, sources }

/** Past their date first, then the most harmful, then the oldest. `today` is YYYY-MM-DD. */
export const reviewList = (today: string) => reviewListWith(reviewEntries, sources, today)

/** What rests on each source. */
export const restingOn = () => restingOnWith(reviewEntries)
