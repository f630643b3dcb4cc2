/** Which events are on one side only? It reads ids alone, and changes nothing. */
import type { KeptEvent } from '../diary/upgrade.ts'
import { findLog, type Place } from './find-log.ts'
import type { Ended, Loss } from './memory.ts'
import { idsThere } from './push.ts'
import { envelopeId } from './seal.ts'

export interface Compared {
  readonly kind: 'compared'
  /** How many events the server holds. */
  readonly held: number
  readonly onlyHere: number
  readonly onlyThere: number
  readonly losses: readonly Loss[]
}

/** `events` are all of the part that this device has. */
export async function compare(place: Place, events: readonly KeptEvent[]): Promise<Compared | Ended> {
  const found = await findLog(place, false)
  if (found.kind !== 'found') return found
  const there = await idsThere(place.remote, found.keys)
  if (there.kind !== 'ids') return there
  const [held, here] = [new Set(there.ids), new Set(events.map(event => envelopeId(found.keys, event)))]
  const both = [...here].filter(id => held.has(id)).length
  return {
    kind: 'compared',
    held: held.size,
    onlyHere: here.size - both,
    onlyThere: held.size - both,
    losses: found.losses,
  }
}
