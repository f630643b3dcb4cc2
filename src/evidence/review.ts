/**
 * What should a clinician review next? All advice of Unknot, and every source that it cites only from memory.
 *
 * Entries that can do most harm when wrong come first; within the same harm, those that decide between an emergency and
 * less; then those that rest on memory alone; then those that most people meet.
 */
import { harms } from '../knowledge/vocabulary.ts'
import type { ReviewEntry } from './review-entry.ts'
import { memorySources, type Sources } from './review-sources.ts'
import { isAgreed, isRewritten } from './review-verdict.ts'

/** An entry that needs a review, and why. */
export interface ReviewItem extends ReviewEntry {
  readonly isPastReview: boolean
  /** The entry was rewritten after its verdict, which no longer counts. */
  readonly isRewritten: boolean
}

/**
 * The list, including sources cited from memory. `today` is YYYY-MM-DD. Entries that a reviewer agreed with and that
 * are in date are left out; entries that a reviewer wants changed, or considers wrong, stay.
 */
export function reviewList(entries: readonly ReviewEntry[], sources: Sources, today: string): readonly ReviewItem[] {
  return [...entries, ...memorySources(entries, sources)]
    .map(entry => ({ ...entry, isPastReview: entry.nextReview < today, isRewritten: isRewritten(entry) }))
    .filter(entry => entry.isPastReview || !isAgreed(entry))
    .toSorted(byUrgency)
}

const byUrgency = (a: ReviewEntry, b: ReviewEntry): number =>
  harms.indexOf(b.harm) - harms.indexOf(a.harm) ||
  Number(b.decidesEmergency) - Number(a.decidesEmergency) ||
  Number(b.fromMemory) - Number(a.fromMemory) ||
  reachOf(b) - reachOf(a) ||
  a.compiled.localeCompare(b.compiled) ||
  a.kind.localeCompare(b.kind) ||
  a.id.localeCompare(b.id)

/** Unknown sorts between zero and one person: an entry that was not counted may still be met. */
const reachOf = ({ met }: ReviewEntry): number => met ?? 0.5
