/** Ends sync: for good, or for those with whom a part was shared. */
import type { KeptEvent } from '../diary/upgrade.ts'
import { type Found, findLog, type Note, type Place, sealNote } from './find-log.ts'
import { sealFollow } from './follow.ts'
import { type LogKeys, logKeys } from './keys.ts'
import type { Ended, Loss, Memory } from './memory.ts'
import { droppedMeanwhile, push } from './push.ts'
import { isSignedBy, type Receipt } from './receipt.ts'
import type { Remote } from './remote.ts'
import { logName, type Random } from './seal.ts'
import { readerOf, type Share } from './share.ts'

export interface Erased {
  readonly kind: 'done'
  readonly receipt: Receipt
  /** Is it signed with the key of this server? That it is another key than before, `losses` says. */
  readonly isSigned: boolean
  readonly losses: readonly Loss[]
}

/** Deletes the log of a part from a server. Its tombstone stops every device from filling it again. `at`: ISO 8601. */
export async function erase(place: Place, at: string, random: Random): Promise<Erased | Ended> {
  const found = await findLog(place, false)
  if (found.kind !== 'found') return found
  return dropLog(place.remote, found, { kind: 'erased', at }, random)
}

/**
 * Moves a part to its next epoch: all events go there under new keys, then the old log is dropped. Who held the old keys
 * reads nothing new, but for `stay`: those who may still read along are told the new keys. Pull first; what another device
 * appended meanwhile it still holds, and sends it to the new epoch.
 */
export async function moveOn(
  place: Place,
  events: readonly KeptEvent[],
  random: Random,
  stay: readonly Share[] = [],
): Promise<{ readonly kind: 'done'; readonly memory: Memory } | Ended> {
  const found = await findLog(place, false)
  if (found.kind !== 'found') return found
  const epoch = found.memory.epoch + 1
  const keys = logKeys(place.secret, place.part, epoch)
  // Those who may not stay are cut off first, so that a failure after this leaves nobody reading who should not.
  const cut = await setReaders(place.remote, found.keys, stay)
  if (cut !== undefined) return cut
  const created = await place.remote.create(keys)
  if (created.kind === 'dropped') return droppedMeanwhile
  if (created.kind !== 'done') return created
  const memory: Memory = { epoch, serverKey: created.serverKey }
  const filled = await push({ ...place, memory }, events, random)
  if (filled.kind !== 'pushed') return filled
  const told = await setReaders(place.remote, keys, stay)
  if (told !== undefined) return told
  const sealed = stay.map(share => sealFollow(share, found.keys, keys, random))
  const old = await dropLog(place.remote, found, { kind: 'moved', epoch, for: sealed }, random)
  return old.kind === 'done' ? { kind: 'done', memory: filled.memory } : old
}

/** Says who may read a log besides the owner's devices. Undefined when that is done. */
export async function setReaders(remote: Remote, keys: LogKeys, shares: readonly Share[]): Promise<Ended | undefined> {
  const answer = await remote.setReaders(
    keys,
    shares.map(share => readerOf(share, keys)),
  )
  if (answer.kind === 'done') return undefined
  return answer.kind === 'dropped' ? droppedMeanwhile : answer
}

/** Drops this log and no other: one that moved meanwhile is not followed. */
async function dropLog(
  remote: Remote,
  { keys, memory, losses }: Found,
  note: Note,
  random: Random,
): Promise<Erased | Ended> {
  const answer = await remote.drop(keys, sealNote(keys, note, random))
  // Another device was first: its receipt stands.
  if (answer.kind !== 'done' && answer.kind !== 'dropped') return answer
  const { receipt } = answer
  return { kind: 'done', receipt, isSigned: isSignedBy(memory.serverKey ?? '', logName(keys), receipt), losses }
}
