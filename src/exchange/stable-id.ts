/**
 * Ids of imported events: made from what the file says, so that the same file read again, here or on another device,
 * gives the same ids, and merging adds nothing. The shape is that of UUID version 7 (RFC 9562): the time of the event,
 * then 74 bits of the hash of its content where others have random ones.
 */
import { canonical } from '../diary/merge.ts'
import { uuidV7 } from '../ids.ts'
import type { Found, Tools } from './importer.ts'

/** `nth` tells alike events of one file apart; `round` counts how often all of it was undone before. */
export function stableId(sha256: Tools['sha256'], from: string, found: Found, nth: number, round: number): string {
  const said = [from, found.moment, canonical(found.body), nth, round].join('\n')
  const time = Math.min(Math.max(0, found.moment), 2 ** 48 - 1)
  return uuidV7(time, sha256(said).slice(0, 10))
}
