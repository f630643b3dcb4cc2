/** `unknot sync on`, `push`, `pull`, `status` and `erase`: one round with a server, and what it says. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { canonical, merge } from '../diary/merge.ts'
import { compare } from '../sync/compare.ts'
import { erase } from '../sync/end.ts'
import { emptyHead } from '../sync/fingerprint.ts'
import { logKeys } from '../sync/keys.ts'
import type { Loss } from '../sync/memory.ts'
import { pull } from '../sync/pull.ts'
import { recoveryCode, secretBytes } from '../sync/recovery-code.ts'
import { logName } from '../sync/seal.ts'
import { BadInput } from './input.ts'
import { print } from './output.ts'
import { diaryEvents, refuseExisting, writeCode } from './sync-files.ts'
import { writeMemory } from './sync-memory.ts'
import { ended, part, placeOf, pushed, random, remoteOf, type SyncFlags } from './sync-place.ts'
import { writeDiary } from './write-diary.ts'

export async function turnOn(diary: string, { server, codeFile, json }: SyncFlags): Promise<void> {
  refuseExisting(codeFile)
  if (existsSync(diary)) await diaryEvents(diary)
  const secret = randomBytes(secretBytes)
  const keys = logKeys(secret, part, 0)
  const created = await remoteOf(server).create(keys)
  if (created.kind !== 'done') throw ended(created.kind === 'dropped' ? { kind: 'unknown-log' } : created, server)
  writeCode(codeFile, recoveryCode(secret))
  writeMemory(diary, server, logName(keys), { epoch: 0, seen: emptyHead, serverKey: created.serverKey })
  await print(
    json
      ? `${JSON.stringify({ server, codeFile, serverKey: created.serverKey })}\n`
      : `Sync is on at ${server}. ${codeFile} holds your recovery code of 24 words.
Keep a copy on paper. Whoever has the code can read your diary. Without it nobody can, and there is no other way in.
Next: unknot sync push --server ${server} --code-file ${codeFile} ${diary}\n`,
  )
}

export async function pushDiary(diary: string, flags: SyncFlags): Promise<void> {
  const events = await diaryEvents(diary)
  const { sent, held, losses } = await pushed(diary, flags, events)
  const { serveReaders } = await import('./sync-share.ts')
  await serveReaders(diary, flags, events)
  await print(
    flags.json
      ? `${JSON.stringify({ server: flags.server, sent, held, losses })}\n`
      : `${lossLines(losses, flags.server, true)}${flags.server}: ${counted(sent)} sent, ${held} kept there\n`,
  )
}

export async function pullDiary(diary: string, flags: SyncFlags): Promise<void> {
  const { place, remember } = placeOf(diary, flags)
  const before = existsSync(diary) ? await diaryEvents(diary) : undefined
  const done = await pull(place, before?.length ?? 0)
  if (done.kind === 'erased') remember({ ...place.memory, erasedAt: done.at })
  if (done.kind !== 'pulled') throw ended(done, flags.server)
  const known = new Set((before ?? []).map(canonical))
  const fresh = done.events.filter(event => !known.has(canonical(event)))
  const after = merge([...(before ?? []), ...fresh], [])
  if (before === undefined || fresh.length > 0) writeDiary(diary, after)
  remember(done.memory)
  const { damaged, isIncomplete, losses } = done
  await print(
    flags.json
      ? `${JSON.stringify({ server: flags.server, file: diary, new: fresh.length, events: after.length, damaged, isIncomplete, losses })}\n`
      : `${lossLines(losses, flags.server, false)}${diary}: ${fresh.length} new, ${counted(after.length)} in all\n`,
  )
  if (damaged > 0)
    throw new BadInput(
      `${flags.server}: ${damaged} sealed events do not open: they were changed there or on the way. All others were read, and nothing here was lost`,
    )
  if (isIncomplete)
    throw new BadInput(
      `${flags.server}: it sends fewer events than it says it has: what came was read, and nothing here was lost. Pull again, or push from another device`,
    )
}

export async function showStatus(diary: string, flags: SyncFlags): Promise<void> {
  const { place } = placeOf(diary, flags)
  const own = existsSync(diary) ? await diaryEvents(diary) : []
  const done = await compare(place, own)
  if (done.kind === 'failed') throw ended(done, flags.server)
  const { kind: _kind, ...found } = done
  const state = done.kind === 'compared' ? 'on' : done.kind
  if (flags.json) {
    await print(`${JSON.stringify({ server: flags.server, state, here: own.length, ...found })}\n`)
    return
  }
  if (done.kind !== 'compared') {
    await print(`${ended(done, flags.server).message}\n`)
    return
  }
  const { held, onlyHere, onlyThere, losses } = done
  await print(
    `${lossLines(losses, flags.server, false)}${flags.server}: ${counted(held)} there, ${own.length} here; ${onlyHere} to push, ${onlyThere} to pull\n`,
  )
}

export async function eraseDiary(diary: string, flags: SyncFlags): Promise<void> {
  const { place, remember } = placeOf(diary, flags)
  const at = new Date().toISOString()
  // First, because a diary that is erased is not asked for again.
  const { eraseShared } = await import('../sync/sharing.ts')
  const left = await eraseShared({ ...place, random, now: Date.now(), memories: {} }, at)
  if (left !== undefined) throw ended(left, flags.server)
  const done = await erase(place, at, random)
  if (done.kind !== 'done') throw ended(done, flags.server)
  const { receipt, isSigned, losses } = done
  remember({ ...place.memory, erasedAt: receipt.droppedAt })
  await print(
    flags.json
      ? `${JSON.stringify({ server: flags.server, receipt, isSigned, losses })}\n`
      : `${lossLines(losses, flags.server, false)}${flags.server}: ${counted(receipt.count)} erased at ${receipt.droppedAt}. No device can fill it again with this code.
Receipt, signed by the server: ${receipt.signature}
Your file ${diary} stays as it is.\n`,
  )
  if (!isSigned)
    throw new BadInput(`${flags.server}: the receipt is not signed with the key of this server: do not rely on it`)
}

const counted = (count: number): string => `${count} ${count === 1 ? 'event' : 'events'}`

/** What the server has lost, a line each. */
function lossLines(losses: readonly Loss[], server: string, isRefilled: boolean): string {
  const mend = isRefilled ? 'It is filled again from this diary.' : 'Push from a device that has the diary.'
  const lines: Readonly<Record<Loss, string>> = {
    wiped: `${server} was wiped: it did not know this diary any more. ${mend}`,
    unknown: `${server} did not know this diary: it was wiped, or is new to it. ${mend}`,
    'set-back': `${server} was set back: it lacked events that it had confirmed. ${mend}`,
    replaced: `${server} was replaced: it signs with another key than before.`,
  }
  return losses.map(loss => `${lines[loss]}\n`).join('')
}
