/** Ends sync: for good, or for those with whom a part was shared. */
import type { KeptEvent } from '../diary/upgrade.ts'
import { type Found, findLog, type Note, type Place, sealNote } from './find-log.ts'
import { logKeys } from './keys.ts'
import type { Ended, Loss, Memory } from './memory.ts'
import { droppedMeanwhile, push } from './push.ts'
import { isSignedBy, type Receipt } from './receipt.ts'
import type { Remote } from './remote.ts'
import { logName, type Random } from './seal.ts'

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
 * reads nothing new. Pull first; what another device appended meanwhile it still holds, and sends it to the new epoch.
 */
export async function moveOn(
  place: Place,
  events: readonly KeptEvent[],
  random: Random,
): Promise<{ readonly kind: 'done'; readonly memory: Memory } | Ended> {
  const found = await findLog(place, false)
  if (found.kind !== 'found') return found
  const epoch = found.memory.epoch + 1
  const created = await place.remote.create(logKeys(place.secret, place.part, epoch))
  if (created.kind === 'dropped') return droppedMeanwhile
  if (created.kind !== 'done') return created
  const memory: Memory = { epoch, serverKey: created.serverKey }
  const filled = await push({ ...place, memory }, events, random)
  if (filled.kind !== 'pushed') return filled
  const old = await dropLog(place.remote, found, { kind: 'moved', epoch }, random)
  return old.kind === 'done' ? { kind: 'done', memory: filled.memory } : old
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
