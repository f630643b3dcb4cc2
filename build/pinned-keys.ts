/**
 * The keys whose signed knowledge a build takes, from a key file: `knowledge/pinned-keys.txt`, or the file that
 * `UNKNOT_KEY_FILE` names. Each line is one that `unknot knowledge keygen` printed. A line that is none stops the build.
 */
import { readFileSync } from 'node:fs'
import { keysOfFile } from '../src/server/knowledge-keys.ts'

/** What a bundler writes into the build, for src/update/pinned-keys.ts. */
export function pinnedKeysDefined(file = process.env.UNKNOT_KEY_FILE ?? 'knowledge/pinned-keys.txt'): {
  readonly unknotPinnedKeys: string
} {
  const keys = keysOfFile(readFileSync(file, 'utf8'))
  if ('bad' in keys)
    throw new Error(`${file}: ${keys.bad.slice(0, 60)} is no key: give the line that unknot knowledge keygen printed`)
  return { unknotPinnedKeys: JSON.stringify(keys) }
}
