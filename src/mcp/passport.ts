/** The basis of a piece of advice: its certainty, sources, dates and reviewer. */
import { cite } from '../evidence/share.ts'
import type { Certainty } from '../knowledge/vocabulary.ts'
import { type ReviewEntry, type ReviewKind, reviewEntries, sources } from '../library/review.ts'
import { uriOf } from './uri.ts'

export interface Passport {
  /** The resource to read. */
  readonly entry: string
  readonly certainty?: Certainty
  readonly sources: readonly {
    readonly id: string
    readonly cite: string
    readonly where: string
    readonly read: string
  }[]
  readonly written: string
  /** Name and profession, or `none`. */
  readonly reviewedBy: string
  readonly nextReview: string
  /** Past its review date: do not rely on it. */
  readonly isPastReview: boolean
}

let byKey: ReadonlyMap<string, ReviewEntry> | undefined

/** Made at the first question: newer knowledge may be taken before it. */
function entryOf(kind: ReviewKind, id: string): ReviewEntry | undefined {
  byKey ??= new Map(reviewEntries.map(entry => [`${entry.kind} ${entry.id}`, entry]))
  return byKey.get(`${kind} ${id}`)
}

/** Undefined if there is no such entry. `today` is YYYY-MM-DD. */
export function passportOf(
  kind: ReviewKind,
  id: string,
  today: string,
  certainty?: Certainty | null,
): Passport | undefined {
  const entry = entryOf(kind, id)
  if (!entry) return undefined
  return {
    entry: uriOf(kind, id),
    ...(certainty ? { certainty } : {}),
    sources: entry.sources.flatMap(each => {
      const source = sources[each]
      return source ? [{ id: each, cite: cite(source), where: source.where ?? '', read: source.verified }] : []
    }),
    written: entry.compiled,
    reviewedBy: entry.reviewedBy,
    nextReview: entry.nextReview,
    isPastReview: entry.nextReview < today,
  }
}
