/** What every word of `unknot sync` needs: where the log is, what was remembered of it, and what to say when it ends early. */
import { randomBytes } from 'node:crypto'
import type { KeptEvent } from '../diary/upgrade.ts'
import type { Place } from '../sync/find-log.ts'
import { httpRemote } from '../sync/http.ts'
import { logKeys } from '../sync/keys.ts'
import { type Ended, newMemory } from '../sync/memory.ts'
import { type Pushed, push } from '../sync/push.ts'
import { logName } from '../sync/seal.ts'
import { BadInput } from './input.ts'
import { secretIn } from './sync-files.ts'
import { readMemory, writeMemory } from './sync-memory.ts'

export interface SyncFlags {
  readonly server: string
  readonly codeFile: string
  readonly json?: boolean
}

export const part = 'diary'
export const random = (bytes: Uint8Array): Uint8Array => randomBytes(bytes.length)
/** Milliseconds for one request. */
const patience = 60_000

export function placeOf(diary: string, { server, codeFile }: SyncFlags) {
  const secret = secretIn(codeFile)
  const log = logName(logKeys(secret, part, 0))
  const place: Place = {
    remote: remoteOf(server),
    secret,
    part,
    memory: readMemory(diary, server, log) ?? newMemory,
  }
  return { place, remember: (memory: Place['memory']) => writeMemory(diary, server, log, memory) }
}

export const remoteOf = (server: string) =>
  httpRemote(server, (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(patience) }))

/** Sends what the server lacks, and remembers what it confirmed. */
export async function pushed(diary: string, flags: SyncFlags, events: readonly KeptEvent[]): Promise<Pushed> {
  const { place, remember } = placeOf(diary, flags)
  const done = await push(place, events, random)
  if (done.kind === 'erased') remember({ ...done.memory, erasedAt: done.at })
  else remember(done.memory)
  if (done.kind !== 'pushed') throw ended(done, flags.server)
  return done
}

export function ended(done: Ended, server: string): BadInput {
  if (done.kind === 'failed') return new BadInput(done.why)
  if (done.kind === 'unknown-log')
    return new BadInput(
      `${server}: it knows no diary for this code: it was wiped, or sync was not turned on there: push from a device that has the diary`,
    )
  return new BadInput(
    done.isProven
      ? `${server}: sync was erased at ${done.at}: nothing was sent or read, and your file stays as it is. To begin again: unknot sync on`
      : `${server}: it says that this diary was dropped at ${done.at}, and cannot prove that you asked for it: your file stays as it is. Use another server`,
  )
}
