/** What a clinician should review next, joined to the built knowledge. */
import { type ReviewItem, reviewList as reviewListWith } from '../evidence/review.ts'
import type { ReviewKind } from '../evidence/review-entry.ts'
import { type ReviewSheet, type ReviewText, reviewSheets as reviewSheetsWith } from '../evidence/review-sheet.ts'
import { restingOn as restingOnWith } from '../evidence/review-sources.ts'
import { reviewEntries } from '../knowledge/review.gen.ts'
import { reviewTexts } from '../knowledge/review-texts.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'

export type { ReviewItem } from '../evidence/review.ts'
export type { ReviewEntry, ReviewKind } from '../evidence/review-entry.ts'
export type { ReviewSheet } from '../evidence/review-sheet.ts'
export { reviewEntries, sources }

/**
 * The most harmful entries first; then those that decide between an emergency and less, those that rest on memory, and
 * those that most people meet. `today` is YYYY-MM-DD.
 */
export const reviewList = (today: string): readonly ReviewItem[] => reviewListWith(reviewEntries, sources, today)

/** The same list with the rule, the action, the cases and the sources of each entry in words. */
export const reviewSheets = (today: string): readonly ReviewSheet[] =>
  reviewSheetsWith(reviewEntries, reviewTexts, sources, today)

/** The YAML file of an entry, and the keys that lead to it there; undefined if there is no such entry. */
export function reviewPlace(kind: ReviewKind, id: string): Pick<ReviewText, 'file' | 'path'> | undefined {
  const key = `${kind} ${id}`
  return Object.hasOwn(reviewTexts, key) ? reviewTexts[key] : undefined
}

/** What rests on each source. */
export const restingOn = () => restingOnWith(reviewEntries)
