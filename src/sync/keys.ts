/**
 * What a secret opens: for each part of a diary and each epoch a log id, two tokens and two keys. HKDF-SHA-256 (RFC 5869)
 * derives them, so that nothing but the secret has to be kept, and one part can be shown to somebody without the others.
 */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from './base64.ts'

/** `diary` holds every event; `now` and `reports` hold copies of what is shared; `shares` says with whom, and is never shared. */
export const parts = ['diary', 'now', 'reports', 'shares'] as const
export type Part = (typeof parts)[number]

export const protocolName = 'unknot-sync-1'

export interface LogKeys {
  /** 16 bytes, which name the log on a server. */
  readonly logId: Uint8Array
  /** base64url of 32 bytes: it lets a device append, and drop the log. */
  readonly writeToken: string
  /** base64url of 32 bytes, derived from the write token: it lets a device read. */
  readonly readToken: string
  /** 32 bytes, which seal and open the events. */
  readonly key: Uint8Array
  /** 32 bytes, from which the ids of envelopes are made. */
  readonly idKey: Uint8Array
}

/** What reading takes; somebody who reads along has no more of a log than this. */
export type ReadKeys = Pick<LogKeys, 'logId' | 'readToken' | 'key'>

/** The keys of one part in one epoch, from a secret of 32 bytes. A new epoch begins when a part is no longer shared. */
export function logKeys(secret: Uint8Array, part: Part, epoch: number): LogKeys {
  const derive = (purpose: string, length: number) => derived(secret, `${part}/${epoch}/${purpose}`, length)
  const writeToken = toBase64(derive('write-token', 32))
  return {
    logId: derive('log-id', 16),
    writeToken,
    readToken: readTokenOf(writeToken),
    key: derive('key', 32),
    idKey: derive('id-key', 32),
  }
}

/** The server makes it too, so that one header opens a log for both. */
export const readTokenOf = (writeToken: string): string => toBase64(derived(utf8ToBytes(writeToken), 'read-token', 32))

/** What a server keeps of a token: SHA-256 of its text, in hex. A token has 256 random bits, so no salt is needed. */
export const tokenHash = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)))

/** HKDF-SHA-256, with the name of the protocol as its salt. */
export const derived = (secret: Uint8Array, info: string, length: number): Uint8Array =>
  hkdf(sha256, secret, utf8ToBytes(protocolName), utf8ToBytes(info), length)
