/** Writes the output of a command to stdout, or to a new file that is complete or absent. */
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { BadInput } from './input.ts'
import { writeData } from './output.ts'

/** Never overwrites an existing file. */
export async function writeOut(parts: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for await (const part of parts) await writeData(part)
    return
  }
  mustBeNew(out)
  const unfinished = `${out}.part`
  try {
    await pipeline(parts, createWriteStream(unfinished))
    await rename(unfinished, out)
  } catch (problem) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    const isOfDisk = problem instanceof Error && 'syscall' in problem
    throw isOfDisk ? new BadInput(`${out}: cannot be written: check that its folder is there and has room`) : problem
  }
}

export function mustBeNew(out: string): void {
  if (existsSync(out)) throw new BadInput(`${out}: is there already: name another with --out`)
}
