/**
 * What became of each record of a file. No record is lost in silence: those that were read are those added, those
 * already there, those listed with a reason, and those left out on purpose.
 */
import type { KeptEvent } from '../diary/upgrade.ts'
import type { FoundEvent, Read } from './importer.ts'
import type { NotUnderstood } from './misses.ts'

export interface Accounted {
  readonly read: number
  readonly added: number
  /** In the diary, or struck out there. */
  readonly alreadyThere: number
  readonly listed: number
  readonly leftOut: number
}

/** A record counts as added if anything of it is new. `stamped` is what would be added for each event found. */
export function accountOf(
  read: Read & { readonly ok: true },
  stamped: readonly (KeptEvent | undefined)[],
  ids: Pick<ReadonlySet<string>, 'has'>,
  notUnderstood: readonly NotUnderstood[],
): Accounted {
  const counts = { added: 0, alreadyThere: 0 }
  const places = new Map<number, keyof typeof counts>()
  for (const [at, found] of read.found.entries()) {
    const event = stamped[at]
    if (event === undefined) continue
    const fate = ids.has(event.id) ? 'alreadyThere' : 'added'
    if (found.records !== undefined) counts[fate] += found.records
    else if (places.get(found.place) !== 'added') places.set(found.place, fate)
  }
  for (const fate of places.values()) counts[fate] += 1
  const own = new Set<string>()
  for (const { id } of read.kept) {
    counts[ids.has(id) || own.has(id) ? 'alreadyThere' : 'added'] += 1
    own.add(id)
  }
  return {
    read: read.records,
    ...counts,
    listed:
      notUnderstood.reduce((sum, { count, isPart }) => sum + (isPart ? 0 : count), 0) + lostOf(read.found, stamped),
    leftOut: read.leftOut.reduce((sum, { count }) => sum + count, 0),
  }
}

/** A total that is listed counts once there; here the records of it beyond that one. */
const lostOf = (found: readonly FoundEvent[], stamped: readonly (KeptEvent | undefined)[]): number =>
  found.reduce((sum, { records = 1 }, at) => sum + (stamped[at] === undefined ? Math.max(0, records - 1) : 0), 0)
