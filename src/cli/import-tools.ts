/**
 * The tools that the importers need, for Node. The parsers are loaded only here, so that other commands start faster.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Parser } from 'htmlparser2'
import { checkEvent } from '../diary/check-schema.ts'
import type { Tools } from '../exchange/importer.ts'
import { toolsOf } from '../exchange/tools.ts'

export const importTools = (now: number): Tools =>
  toolsOf({
    Parser,
    sha256: text => createHash('sha256').update(text).digest(),
    decodeBase64: text => Buffer.from(text, 'base64').toString(),
    problemWith: event => {
      const checked = checkEvent(event)
      return checked.kind === 'wrong' ? checked.why : undefined
    },
    minutesAhead: instant => -new Date(instant).getTimezoneOffset(),
    now,
  })

/** Fails on a damaged file, or one that is cut off. */
export async function* gunzip(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip()
  const packed = Readable.from(pieces)
  packed.on('error', problem => unpacked.destroy(problem))
  yield* packed.pipe(unpacked)
}
