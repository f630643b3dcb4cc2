/** Writes a diary file, new or in place of the old one. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { jsonParts } from '../diary/json.ts'
import { merge } from '../diary/merge.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { BadInput } from './input.ts'

const atOnce = 5000

/** Writes to a temporary file first, so that a crash leaves one complete diary. */
export function writeDiary(file: string, diary: readonly KeptEvent[]): void {
  const beside = `${file}.${process.pid}.part`
  try {
    const out = openSync(beside, 'w', existsSync(file) ? statSync(file).mode : 0o600)
    const [parts, all] = [jsonParts(), merge(diary)]
    for (let at = 0; at < all.length; at += atOnce) writeSync(out, parts.more(all.slice(at, at + atOnce)))
    writeSync(out, parts.end())
    fsyncSync(out)
    closeSync(out)
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
    throw new BadInput(`${file}: cannot be written: check the folder and its room`)
  }
}
