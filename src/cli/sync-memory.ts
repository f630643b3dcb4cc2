/**
 * What `unknot sync` remembers beside a diary, in DIARY.sync.json: what each server had confirmed, so that one that was
 * wiped or set back is noticed. It contains no secret; without it only this notice is lost.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Memory } from '../sync/memory.ts'
import { BadInput } from './input.ts'

const Head = v.strictObject({ count: v.number(), fingerprint: v.string() })
const Kept = v.strictObject({
  /** The log of the first epoch, which distinguishes recovery codes. */
  log: v.string(),
  epoch: v.number(),
  seen: v.exactOptional(Head),
  pulled: v.exactOptional(Head),
  serverKey: v.exactOptional(v.string()),
  erasedAt: v.exactOptional(v.string()),
})
const File = v.strictObject({ unknot: v.literal('sync'), v: v.literal(1), servers: v.record(v.string(), Kept) })

const fileOf = (diary: string): string => `${diary}.sync.json`

/** Undefined if the file has no entry for this server and this log. A damaged file counts as none. */
export function readMemory(diary: string, server: string, log: string): Memory | undefined {
  const kept = readAll(diary).servers[server]
  if (kept?.log !== log) return undefined
  const { log: _log, ...memory } = kept
  return memory
}

export function writeMemory(diary: string, server: string, log: string, memory: Memory): void {
  const all = readAll(diary)
  const file = fileOf(diary)
  const text = `${JSON.stringify({ ...all, servers: { ...all.servers, [server]: { log, ...memory } } }, null, 2)}\n`
  try {
    writeFileSync(`${file}.part`, text, { mode: 0o600 })
    renameSync(`${file}.part`, file)
  } catch {
    throw new BadInput(`${file}: cannot be written: check the folder and its room`)
  }
}

function readAll(diary: string): v.InferOutput<typeof File> {
  try {
    return v.parse(File, JSON.parse(readFileSync(fileOf(diary), 'utf8')))
  } catch {
    return { unknot: 'sync', v: 1, servers: {} }
  }
}
