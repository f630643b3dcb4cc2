/**
 * A share: somebody may read chosen parts of a diary until a day, and nothing else. The code that they get holds, for each
 * part, the name of its log and the key that opens it; and one secret, from which their own token for each log is made.
 * The server knows the hash of that token and the day, so it refuses the token afterwards. No token for writing can be
 * made from what is in the code.
 */
import { bytesToUtf8, concatBytes, utf8ToBytes } from '@noble/ciphers/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, toBase64 } from './base64.ts'
import { derived, type LogKeys, type ReadKeys, tokenHash } from './keys.ts'
import type { Reader } from './remote.ts'
import { logName } from './seal.ts'

/** What may be shared. */
export const sharedParts = ['now', 'reports', 'diary'] as const
export type SharedPart = (typeof sharedParts)[number]

/** As the owner's devices keep it. */
export interface Share {
  /** base64url of 32 random bytes. */
  readonly secret: string
  /** Who reads along, in the owner's words. */
  readonly whom: string
  /** Whose diary it is, as the reader knows them; may be empty. */
  readonly about: string
  readonly parts: readonly SharedPart[]
  /** ISO 8601 in UTC. */
  readonly until: string
}

/** What the code holds. */
export interface ShareCode {
  readonly secret: Uint8Array
  /** Milliseconds since 1970. */
  readonly until: number
  readonly about: string
  readonly logs: Readonly<Partial<Record<SharedPart, Pick<LogKeys, 'logId' | 'key'>>>>
}

const secretBytes = 32
/** Of the two names. */
export const mostNameLetters = 60

/** A short name of a share for lists and commands; it opens nothing. */
export const shareId = ({ secret }: Pick<Share, 'secret'>): string =>
  toBase64(derived(utf8ToBytes(secret), 'share-id', 6))

/** The keys with which the reader asks for a log. */
export const readerKeys = (secret: Uint8Array, { logId, key }: Pick<LogKeys, 'logId' | 'key'>): ReadKeys => ({
  logId,
  key,
  readToken: toBase64(derived(secret, `reader/${logName({ logId })}`, 32)),
})

/** What the server has to know of the reader of a log. */
export function readerOf({ secret, until }: Pick<Share, 'secret' | 'until'>, keys: LogKeys): Reader {
  const { readToken } = readerKeys(secretOf(secret), keys)
  return { hash: tokenHash(readToken), until }
}

/** Seals for one reader where a part has moved to (find-log.ts). */
export const followKey = (secret: Uint8Array): Uint8Array => derived(secret, 'follow', 32)

export function secretOf(secret: string): Uint8Array {
  const bytes = fromBase64(secret)
  if (bytes?.length !== secretBytes) throw new Error('the secret of a share is damaged')
  return bytes
}

/**
 * The code as text, which a link carries after its #, so that it is never sent to a server. Packed, so that its QR code is
 * small: version, parts, the end in seconds, the secret, each log's id and key, the name, and a checksum.
 */
export function writeShareCode({ secret, until, about, logs }: ShareCode): string {
  const head = new Uint8Array(6)
  head[0] = codeVersion
  head[1] = sharedParts.reduce((bits, part, place) => (logs[part] ? bits | (1 << place) : bits), 0)
  new DataView(head.buffer).setUint32(2, Math.round(until / 1000))
  const opened = sharedParts.flatMap(part => {
    const log = logs[part]
    return log ? [log.logId, log.key] : []
  })
  const content = concatBytes(head, secret, ...opened, utf8ToBytes(about))
  return toBase64(concatBytes(content, checksum(content)))
}

/** Reads the code from a link, or from what stands after its #. Undefined when it is none, or was cut off. */
export function readShareCode(text: string): ShareCode | undefined {
  const bytes = fromBase64(text.trim().replace(/^.*#/s, ''))
  if (bytes === undefined || bytes.length < 6 + secretBytes + checksumBytes) return undefined
  const content = bytes.subarray(0, -checksumBytes)
  if (toBase64(checksum(content)) !== toBase64(bytes.subarray(-checksumBytes)) || content[0] !== codeVersion)
    return undefined
  let at = 2
  const take = (length: number) => {
    at += length
    return content.slice(at - length, at)
  }
  const end = take(4)
  const secret = take(secretBytes)
  const logs: Partial<Record<SharedPart, Pick<LogKeys, 'logId' | 'key'>>> = {}
  for (const [place, part] of sharedParts.entries())
    if ((content[1] ?? 0) & (1 << place)) logs[part] = { logId: take(16), key: take(32) }
  if (at > content.length || Object.keys(logs).length === 0) return undefined
  const about = bytesToUtf8(content.subarray(at))
  return { secret, until: new DataView(end.buffer).getUint32(0) * 1000, about, logs }
}

const codeVersion = 1
const checksumBytes = 4
const checksum = (content: Uint8Array): Uint8Array => sha256(content).subarray(0, checksumBytes)
