/** Reads along: what a share's code opens on a server, as the reader's device asks for it. */
import type { KeptEvent } from '../diary/upgrade.ts'
import { readNote } from './find-log.ts'
import { emptyHead, headWith, isSameHead } from './fingerprint.ts'
import { openFollow } from './follow.ts'
import type { ReadKeys } from './keys.ts'
import type { Remote } from './remote.ts'
import { open } from './seal.ts'
import { readerKeys, type ShareCode, type SharedPart, sharedParts } from './share.ts'

export type SharedRead =
  | {
      readonly kind: 'read'
      readonly events: Readonly<Partial<Record<SharedPart, readonly KeptEvent[]>>>
      /** What opened each part now and how much there was, to wait for changes with. */
      readonly logs: readonly { readonly keys: ReadKeys; readonly count: number }[]
      /** Something did not open, or the server left something out. */
      readonly isDamaged: boolean
      /** The same code with the logs as they are called now: keep it in place of the old one. */
      readonly code: ShareCode
    }
  /** `expired`: its time is over. `ended`: the owner ended it, or the server was wiped. */
  | { readonly kind: 'expired' | 'ended' }
  | { readonly kind: 'failed'; readonly why: string }

/** A part moves each time that somebody else's share of it ends. */
const mostMoves = 1000

/** `now`: milliseconds since 1970. The server refuses an expired code too; asking it is spared. */
export async function readShared(remote: Remote, code: ShareCode, now: number): Promise<SharedRead> {
  if (now >= code.until) return { kind: 'expired' }
  const events: Partial<Record<SharedPart, readonly KeptEvent[]>> = {}
  const logs = { ...code.logs }
  const opened: { keys: ReadKeys; count: number }[] = []
  let isDamaged = false
  for (const part of sharedParts) {
    const log = code.logs[part]
    if (log === undefined) continue
    const found = await find(remote, code.secret, log)
    if (found.kind !== 'found') return found
    const read = await readLog(remote, found.keys)
    if (read.kind !== 'log') return read
    events[part] = read.events
    logs[part] = { logId: found.keys.logId, key: found.keys.key }
    opened.push({ keys: found.keys, count: read.count })
    isDamaged ||= read.isDamaged
  }
  return { kind: 'read', events, logs: opened, isDamaged, code: { ...code, logs } }
}

type Stop = Exclude<SharedRead, { readonly kind: 'read' }>

async function find(
  remote: Remote,
  secret: Uint8Array,
  first: Pick<ReadKeys, 'logId' | 'key'>,
): Promise<{ readonly kind: 'found'; readonly keys: ReadKeys } | Stop> {
  let keys = readerKeys(secret, first)
  for (let moves = 0; moves < mostMoves; moves++) {
    const answer = await remote.fingerprint(keys, 0)
    if (answer.kind === 'done') return { kind: 'found', keys }
    if (answer.kind !== 'dropped') return stopped(answer)
    const note = readNote(keys, answer.note)
    const next = note?.kind === 'moved' ? openFollow(secret, keys, note.for ?? []) : undefined
    if (next === undefined) return { kind: 'ended' }
    keys = readerKeys(secret, next)
  }
  return { kind: 'failed', why: 'the server sends this device from one place to the next without end' }
}

async function readLog(
  remote: Remote,
  keys: ReadKeys,
): Promise<
  | { readonly kind: 'log'; readonly events: readonly KeptEvent[]; readonly count: number; readonly isDamaged: boolean }
  | Stop
> {
  const events: KeptEvent[] = []
  let [read, isDamaged] = [emptyHead, false]
  for (;;) {
    const page = await remote.readAfter(keys, read.count)
    if (page.kind === 'dropped') return { kind: 'failed', why: 'the part moved meanwhile: look again' }
    if (page.kind !== 'done') return stopped(page)
    for (const envelope of page.items) {
      const event = open(keys, envelope)
      if (event) events.push(event)
      else isDamaged = true
      read = headWith(read, envelope.id)
    }
    if (page.items.length > 0 && read.count < page.head.count) continue
    return { kind: 'log', events, count: read.count, isDamaged: isDamaged || !isSameHead(read, page.head) }
  }
}

const stopped = (
  answer:
    | { readonly kind: 'unknown-log' }
    | { readonly kind: 'failed'; readonly why: string; readonly isExpired?: true },
): Stop => {
  if (answer.kind === 'unknown-log') return { kind: 'ended' }
  return answer.isExpired ? { kind: 'expired' } : { kind: 'failed', why: answer.why }
}
