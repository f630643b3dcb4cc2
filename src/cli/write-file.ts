/** Writes what a command makes: to stdout, or to a new file that stands there whole or not at all. */
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { BadInput } from './input.ts'
import { print } from './output.ts'

/** Nothing that is there already is written over. */
export async function writeOut(parts: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for await (const part of parts) await print(part)
    return
  }
  mustBeNew(out)
  const unfinished = `${out}.part`
  try {
    const stream = createWriteStream(unfinished)
    const end = finished(stream)
    for await (const part of parts) if (!stream.write(part)) await Promise.race([once(stream, 'drain'), end])
    stream.end()
    await end
    await rename(unfinished, out)
  } catch (problem) {
    await rm(unfinished, { force: true })
    if (problem instanceof BadInput) throw problem
    throw new BadInput(`${out}: cannot be written: check that its folder is there and has room`)
  }
}

export function mustBeNew(out: string): void {
  if (existsSync(out)) throw new BadInput(`${out}: is there already: name another file with --out`)
}
