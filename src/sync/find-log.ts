/**
 * Finds the log of a diary's part on a server. A part that is no longer shared has moved to the next epoch: the note of
 * the dropped log says so. A log that the server has lost is begun anew, if this device may.
 */
import type { Head } from './fingerprint.ts'
import { emptyHead, isSameHead } from './fingerprint.ts'
import { type LogKeys, logKeys, type Part } from './keys.ts'
import type { Ended, Loss, Memory } from './memory.ts'
import type { Remote } from './remote.ts'
import { noteId, openText, type Random, sealText } from './seal.ts'

export interface Found {
  readonly kind: 'found'
  readonly keys: LogKeys
  readonly head: Head
  readonly memory: Memory
  readonly losses: readonly Loss[]
}

export interface Place {
  readonly remote: Remote
  readonly secret: Uint8Array
  readonly part: Part
  readonly memory: Memory
}

/** More epochs than anyone ends: a server cannot send a device round for ever. */
const mostEpochs = 1000

/** `mayCreate`: a device that holds the diary refills a server that has lost it; one without has nothing to give. */
export async function findLog({ remote, secret, part, memory }: Place, mayCreate: boolean): Promise<Found | Ended> {
  if (memory.erasedAt !== undefined) return { kind: 'erased', at: memory.erasedAt, isProven: true }
  let [at, losses] = [memory, [] as readonly Loss[]]
  for (let tries = 0; tries < mostEpochs; tries++) {
    const keys = logKeys(secret, part, at.epoch)
    const answer = await remote.fingerprint(keys, at.seen?.count ?? 0)
    if (answer.kind === 'failed') return answer
    if (answer.kind === 'done') {
      const { head, before, serverKey } = answer
      const isSetBack = at.seen !== undefined && !(before && isSameHead(before, at.seen))
      if (isSetBack) losses = [...losses, 'set-back']
      if (isReplaced(at, serverKey)) losses = [...losses, 'replaced']
      const known = isSetBack ? { epoch: at.epoch } : at
      return { kind: 'found', keys, head, memory: { ...known, serverKey }, losses }
    }
    if (answer.kind === 'dropped') {
      const note = readNote(keys, answer.note)
      if (note?.kind !== 'moved' || note.epoch <= at.epoch) return erasedOf(note, answer.receipt.droppedAt)
      at = { epoch: note.epoch, ...(at.serverKey === undefined ? {} : { serverKey: at.serverKey }) }
      continue
    }
    if (!mayCreate) return answer
    const created = await remote.create(keys)
    if (created.kind !== 'done')
      return created.kind === 'dropped' ? erasedOf(undefined, created.receipt.droppedAt) : created
    const wasHere = at.seen !== undefined || at.serverKey !== undefined
    losses = [wasHere ? 'wiped' : 'unknown', ...(isReplaced(at, created.serverKey) ? ['replaced' as const] : [])]
    return { kind: 'found', keys, head: emptyHead, memory: { epoch: at.epoch, serverKey: created.serverKey }, losses }
  }
  return {
    kind: 'failed',
    why: 'the server sends this device from one epoch to the next without end: use another server',
  }
}

const isReplaced = ({ serverKey }: Memory, now: string): boolean => serverKey !== undefined && serverKey !== now

/** Why a log was dropped. `for`: where it went, sealed for each of those who may still read along. */
export type Note =
  | { readonly kind: 'erased'; readonly at: string }
  | { readonly kind: 'moved'; readonly epoch: number; readonly for?: readonly string[] }

export const sealNote = (keys: Pick<LogKeys, 'logId' | 'key'>, note: Note, random: Random): Uint8Array =>
  sealText(keys, noteId, JSON.stringify(note), random)

/** Undefined when it was not written with this key: then nobody who holds the code dropped the log. */
export function readNote(keys: Pick<LogKeys, 'logId' | 'key'>, note: Uint8Array): Note | undefined {
  const text = openText(keys, noteId, note)
  if (text === undefined) return undefined
  try {
    const { kind, at, epoch, for: sealed } = JSON.parse(text) as Readonly<Record<string, unknown>>
    if (kind === 'erased' && typeof at === 'string') return { kind, at }
    if (kind !== 'moved' || typeof epoch !== 'number' || !Number.isSafeInteger(epoch)) return undefined
    return { kind, epoch, ...(Array.isArray(sealed) ? { for: sealed.map(String) } : {}) }
  } catch {
    return undefined
  }
}

const erasedOf = (note: Note | undefined, droppedAt: string): Ended =>
  note?.kind === 'erased'
    ? { kind: 'erased', at: note.at, isProven: true }
    : { kind: 'erased', at: droppedAt, isProven: false }
