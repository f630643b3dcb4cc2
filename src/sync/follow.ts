/**
 * Tells each of those who may still read along where a part has moved to: the name and the key of its new log, sealed
 * with a key that only their own code holds. It stands in the note of the old log.
 */
import { fromBase64, toBase64 } from './base64.ts'
import type { LogKeys } from './keys.ts'
import { noteId, openText, type Random, sealText } from './seal.ts'
import { followKey, type Share, secretOf } from './share.ts'

type Log = Pick<LogKeys, 'logId' | 'key'>

export function sealFollow({ secret }: Pick<Share, 'secret'>, from: LogKeys, to: LogKeys, random: Random): string {
  const text = JSON.stringify([toBase64(to.logId), toBase64(to.key)])
  return toBase64(sealText({ logId: from.logId, key: followKey(secretOf(secret)) }, noteId, text, random))
}

/** The new log, from the line that this secret opens. Undefined when none does: then this code was ended. */
export function openFollow(secret: Uint8Array, from: Log, lines: readonly string[]): Log | undefined {
  const key = followKey(secret)
  for (const line of lines) {
    const sealed = fromBase64(line)
    const text = sealed && openText({ logId: from.logId, key }, noteId, sealed)
    if (text === undefined) continue
    const [logId, newKey] = (JSON.parse(text) as readonly unknown[]).map(each => fromBase64(String(each)))
    if (logId?.length === 16 && newKey?.length === 32) return { logId, key: newKey }
  }
  return undefined
}
