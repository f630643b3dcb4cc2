/**
 * Reads from a server what this device has not read yet. What was changed on the way does not open: it is counted, and
 * the rest is taken. What the server leaves out of its own count is noticed.
 */
import type { KeptEvent } from '../diary/upgrade.ts'
import { findLog, type Place } from './find-log.ts'
import { emptyHead, type Head, headWith, isSameHead } from './fingerprint.ts'
import type { Ended, Loss, Memory } from './memory.ts'
import { droppedMeanwhile } from './push.ts'
import { open } from './seal.ts'

export interface Pulled {
  readonly kind: 'pulled'
  readonly events: readonly KeptEvent[]
  /** Envelopes that do not open: changed, or sealed with another key. */
  readonly damaged: number
  /** The server did not send what its own fingerprint counts. */
  readonly isIncomplete: boolean
  readonly losses: readonly Loss[]
  readonly memory: Memory
}

/**
 * The events come as they were sealed, of any version, in the order of the server. They are a set: merge them. `have`: how
 * many events the device has now. Where that is less than it had read, it has lost some, and all are read again.
 */
export async function pull(place: Place, have = Number.POSITIVE_INFINITY): Promise<Pulled | Ended> {
  const found = await findLog(place, false)
  if (found.kind !== 'found') return found
  const { keys, memory, losses } = found
  const events: KeptEvent[] = []
  const ids = new Set<string>()
  let [damaged, read]: [number, Head] = [0, memory.pulled && memory.pulled.count <= have ? memory.pulled : emptyHead]
  let head = found.head
  let isIncomplete = false
  while (read.count < head.count) {
    const page = await place.remote.readAfter(keys, read.count)
    if (page.kind === 'dropped') return droppedMeanwhile
    if (page.kind !== 'done') return page
    for (const envelope of page.items) {
      const event = open(keys, envelope)
      if (event === undefined) damaged += 1
      else events.push(event)
      if (!ids.has(envelope.id)) read = headWith(read, envelope.id)
      ids.add(envelope.id)
    }
    head = page.head
    if (page.items.length === 0 || read.count !== page.end) {
      isIncomplete = true
      break
    }
  }
  isIncomplete ||= !isSameHead(read, head)
  const whole = damaged === 0 && !isIncomplete
  const next: Memory = { ...memory, seen: later(memory.seen, head), ...(whole ? { pulled: read } : {}) }
  return { kind: 'pulled', events, damaged, isIncomplete, losses, memory: next }
}

const later = (seen: Head | undefined, head: Head): Head => (seen && seen.count > head.count ? seen : head)
