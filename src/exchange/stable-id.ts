/**
 * Ids of imported events: made from the content of the file, so that importing the same file again, here or on another
 * device, gives the same ids, and merging adds nothing. The shape is that of UUID version 7 (RFC 9562): the time of the
 * event, then 74 bits of the hash of its content in place of random bits.
 */
import { canonical } from '../diary/merge.ts'
import { uuidV7 } from '../ids.ts'
import type { FoundEvent, Tools } from './importer.ts'

/** `nth` distinguishes identical events of one file; `round` counts how often the import was undone before. */
export function stableId(sha256: Tools['sha256'], from: string, found: FoundEvent, nth: number, round: number): string {
  const said = [from, found.moment, found.sameAs ?? canonical(found.body), nth, round].join('\n')
  const time = Math.min(Math.max(0, found.moment), 2 ** 48 - 1)
  return uuidV7(time, sha256(said).slice(0, 10))
}
