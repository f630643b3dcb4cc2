/**
 * Sends a server the events that it lacks. Asking first what is there makes it safe to repeat: an event is in the log
 * once, however often and by however many devices it is sent.
 */
import type { KeptEvent } from '../diary/upgrade.ts'
import { findLog, type Place } from './find-log.ts'
import { emptyHead, headWith, isSameHead } from './fingerprint.ts'
import { type LogKeys, logKeys, type ReadKeys } from './keys.ts'
import type { Ended, Loss, Memory } from './memory.ts'
import type { Remote } from './remote.ts'
import { type Envelope, envelopeId, type Random, seal } from './seal.ts'

export interface Pushed {
  readonly kind: 'pushed'
  readonly sent: number
  /** How many events the server holds now. */
  readonly held: number
  readonly losses: readonly Loss[]
  readonly memory: Memory
}

/** Envelopes in one request: at most so many, and so many bytes. */
const batch = { envelopes: 200, bytes: 1_000_000 }

/** `events` are all of the part, of any version. A failure part-way keeps what was sent: push again. */
export async function push(
  place: Place,
  events: readonly KeptEvent[],
  random: Random,
): Promise<Pushed | (Ended & { readonly memory: Memory })> {
  const found = await findLog(place, true)
  if (found.kind !== 'found') return { ...found, memory: place.memory }
  const { keys, losses } = found
  let { head } = found
  // Where the server holds exactly what this device has, there is nothing to read either.
  const memoryNow = (): Memory => ({ ...found.memory, seen: head, ...(isSameHead(own, head) ? { pulled: head } : {}) })
  const byId = new Map(events.map(event => [envelopeId(keys, event), event]))
  const own = [...byId.keys()].reduce(headWith, emptyHead)
  if (!isSameHead(own, head)) {
    const there = await idsThere(place.remote, keys)
    if (there.kind !== 'ids') return { ...there, memory: memoryNow() }
    for (const id of there.ids) byId.delete(id)
  } else byId.clear()
  let sent = 0
  for (const envelopes of batches(keys, [...byId.values()], random)) {
    const answer = await place.remote.append(keys, envelopes)
    if (answer.kind === 'dropped') return { ...droppedMeanwhile, memory: memoryNow() }
    if (answer.kind !== 'done') return { ...answer, memory: memoryNow() }
    sent += answer.appended
    head = answer.head
  }
  return { kind: 'pushed', sent, held: head.count, losses, memory: memoryNow() }
}

/**
 * Sends events that were just told, without looking at what is there: what was pulled before plus these, if nobody else has
 * sent any. Use `push` when something may be missing.
 */
export async function pushNew(
  { remote, secret, part, memory }: Place,
  events: readonly KeptEvent[],
  random: Random,
): Promise<{ readonly kind: 'pushed'; readonly memory: Memory } | { readonly kind: 'not-pushed' }> {
  const keys = logKeys(secret, part, memory.epoch)
  let { pulled, seen } = memory
  for (const envelopes of batches(keys, events, random)) {
    const answer = await remote.append(keys, envelopes)
    if (answer.kind !== 'done') return { kind: 'not-pushed' }
    const expected = envelopes.reduce((head, { id }) => headWith(head, id), pulled ?? emptyHead)
    pulled = pulled !== undefined && isSameHead(expected, answer.head) ? answer.head : pulled
    seen = answer.head
  }
  return { kind: 'pushed', memory: { ...memory, ...(pulled ? { pulled } : {}), ...(seen ? { seen } : {}) } }
}

export const droppedMeanwhile: Ended = {
  kind: 'failed',
  why: 'the diary was dropped from the server meanwhile: try again to see why',
}

export async function idsThere(
  remote: Remote,
  keys: ReadKeys,
): Promise<{ readonly kind: 'ids'; readonly ids: readonly string[] } | Ended> {
  const ids: string[] = []
  for (let at = 0; ; ) {
    const page = await remote.idsAfter(keys, at)
    if (page.kind === 'dropped') return droppedMeanwhile
    if (page.kind !== 'done') return page
    ids.push(...page.items)
    if (page.end >= page.head.count || page.items.length === 0) return { kind: 'ids', ids }
    at = page.end
  }
}

function* batches(keys: LogKeys, events: readonly KeptEvent[], random: Random): Generator<readonly Envelope[]> {
  let [envelopes, bytes]: [Envelope[], number] = [[], 0]
  for (const event of events) {
    const envelope = seal(keys, event, random)
    if (
      envelopes.length === batch.envelopes ||
      (envelopes.length > 0 && bytes + envelope.sealed.length > batch.bytes)
    ) {
      yield envelopes
      ;[envelopes, bytes] = [[], 0]
    }
    envelopes.push(envelope)
    bytes += envelope.sealed.length
  }
  if (envelopes.length > 0) yield envelopes
}
