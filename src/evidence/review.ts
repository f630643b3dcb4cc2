/**
 * What should a clinician review next? Everything Unknot tells, and every source it cites from memory alone.
 *
 * What is past its review date comes first, then what can do most harm when it is wrong, then what was written longest
 * ago, then what rests on memory alone.
 */
import type { Source } from '../knowledge/schema.ts'
import { type Harm, harms } from '../knowledge/vocabulary.ts'

export type ReviewKind =
  | 'finding'
  | 'red-flag'
  | 'person-fact'
  | 'tier'
  | 'remedy'
  | 'exercise'
  | 'plan'
  | 'claim'
  | 'product'
  | 'need'
  | 'professional'
  | 'register'
  | 'cause'
  | 'mimic'
  | 'pointer'
  | 'medicine'
  | 'known-medicine'
  | 'combination'
  | 'page'
  | 'source'

export interface ReviewEntry {
  readonly kind: ReviewKind
  readonly id: string
  readonly title: string
  /** What may happen to somebody when it is wrong. */
  readonly harm: Harm
  readonly compiled: string
  /** `none` until a clinician has reviewed it. */
  readonly reviewedBy: string
  readonly nextReview: string
  readonly sources: readonly string[]
  /** Nothing of what it rests on was read: it was written from memory. */
  readonly fromMemory: boolean
}

export type Sources = Readonly<Record<string, Pick<Source, 'title' | 'verified'>>>

/** The list, with sources from memory among the entries. `today` is YYYY-MM-DD. */
export function reviewList(
  entries: readonly ReviewEntry[],
  sources: Sources,
  today: string,
): readonly (ReviewEntry & { readonly isPastReview: boolean })[] {
  return [...entries, ...memorySources(entries, sources)]
    .filter(({ reviewedBy, nextReview }) => reviewedBy === 'none' || nextReview < today)
    .map(entry => ({ ...entry, isPastReview: entry.nextReview < today }))
    .toSorted(
      (a, b) =>
        Number(b.isPastReview) - Number(a.isPastReview) ||
        harms.indexOf(b.harm) - harms.indexOf(a.harm) ||
        a.compiled.localeCompare(b.compiled) ||
        Number(b.fromMemory) - Number(a.fromMemory) ||
        a.kind.localeCompare(b.kind) ||
        a.id.localeCompare(b.id),
    )
}

/** What rests on each source, by the source's id. A source nothing cites has no key. */
export function restingOn(entries: readonly ReviewEntry[]): ReadonlyMap<string, readonly ReviewEntry[]> {
  const resting = new Map<string, ReviewEntry[]>()
  for (const entry of entries)
    for (const id of new Set(entry.sources)) resting.set(id, [...(resting.get(id) ?? []), entry])
  return resting
}

/** A source cited from memory matters as much as the gravest entry that rests on it, and is as old as its oldest. */
function memorySources(entries: readonly ReviewEntry[], sources: Sources): readonly ReviewEntry[] {
  return [...restingOn(entries)].flatMap(([id, resting]) => {
    const source = sources[id]
    if (source?.verified !== 'memory') return []
    const least = (key: 'compiled' | 'nextReview') => resting.map(entry => entry[key]).toSorted()[0] ?? ''
    const harm = harms.findLast(each => resting.some(entry => entry.harm === each)) ?? 'none'
    const dates = { compiled: least('compiled'), nextReview: least('nextReview') }
    return [
      { kind: 'source', id, title: source.title, harm, ...dates, reviewedBy: 'none', sources: [], fromMemory: true },
    ]
  })
}
