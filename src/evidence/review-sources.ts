/** What rests on each source, and which sources a reviewer has to read first. */
import type { Source } from '../knowledge/schema.ts'
import { harms, specialties } from '../knowledge/vocabulary.ts'
import type { ReviewEntry } from './review-entry.ts'

export type Sources = Readonly<Record<string, Pick<Source, 'title' | 'verified'>>>

/** What rests on each source, by the id of the source. An uncited source has no key. */
export function restingOn(entries: readonly ReviewEntry[]): ReadonlyMap<string, readonly ReviewEntry[]> {
  const resting = new Map<string, ReviewEntry[]>()
  for (const entry of entries)
    for (const id of new Set(entry.sources)) resting.set(id, [...(resting.get(id) ?? []), entry])
  return resting
}

/**
 * A source cited from memory takes the harm of the gravest entry that rests on it, the date of its oldest entry, and
 * the specialties of all its entries. It decides nothing by itself and has no reach.
 */
export function memorySources(entries: readonly ReviewEntry[], sources: Sources): readonly ReviewEntry[] {
  return [...restingOn(entries)].flatMap(([id, resting]) => {
    const source = sources[id]
    if (source?.verified !== 'memory') return []
    const least = (key: 'compiled' | 'nextReview') => resting.map(entry => entry[key]).toSorted()[0] ?? ''
    const harm = harms.findLast(each => resting.some(entry => entry.harm === each)) ?? 'none'
    const entry: ReviewEntry = {
      ...{ kind: 'source', id, title: source.title, harm, decidesEmergency: false, tier: null, met: null },
      specialties: specialties.filter(each => resting.some(entry => entry.specialties.includes(each))),
      ...{ compiled: least('compiled'), reviewedBy: 'none', nextReview: least('nextReview') },
      ...{ sources: [], fromMemory: true },
    }
    return [entry]
  })
}
