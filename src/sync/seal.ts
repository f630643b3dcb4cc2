/**
 * Seals events for a server that must not read them: XChaCha20-Poly1305 over the padded event, with the log and the
 * envelope named in the associated data. An envelope that was changed, or put into another log, or under another id,
 * does not open.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesToHex, bytesToUtf8, concatBytes, hexToBytes, utf8ToBytes } from '@noble/ciphers/utils.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { canonical } from '../diary/merge.ts'
import { isKeptEvent, type KeptEvent } from '../diary/upgrade.ts'
import { toBase64 } from './base64.ts'
import { type LogKeys, protocolName } from './keys.ts'
import { pad, unpad } from './padding.ts'

/** A sealed event, as a server keeps it. `id` is 32 hex digits; `sealed` is nonce, ciphertext and tag. */
export interface Envelope {
  readonly id: string
  readonly sealed: Uint8Array
}

/** Fills an array with random bytes, such as `crypto.getRandomValues`. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array

const nonceBytes = 24
const tagBytes = 16
/** The id under which the note of a dropped log is sealed. */
export const noteId = '0'.repeat(32)

/**
 * The id of an event's envelope: 16 bytes of HMAC-SHA-256 over its text. Two events that differ have two ids even where
 * they claim the same event id, so both travel, and every device chooses the same one. The server learns no event id.
 */
export const envelopeId = (keys: LogKeys, event: KeptEvent): string => envelopeIdOf(keys, canonical(event))

const envelopeIdOf = ({ idKey }: LogKeys, text: string): string =>
  bytesToHex(hmac(sha256, idKey, utf8ToBytes(text)).subarray(0, 16))

/** Seals an event for its log, so that only who has the log's key can read it. */
export const seal = (keys: LogKeys, event: KeptEvent, random: Random): Envelope => {
  const text = canonical(event)
  const id = envelopeIdOf(keys, text)
  return { id, sealed: sealText(keys, id, text, random) }
}

/** Seals any text under an id. The nonce is random: with 24 bytes none is ever used twice. */
export function sealText(
  { key, logId }: Pick<LogKeys, 'key' | 'logId'>,
  id: string,
  text: string,
  random: Random,
): Uint8Array {
  const nonce = random(new Uint8Array(nonceBytes))
  const cipher = xchacha20poly1305(key, nonce, associated(logId, id))
  return concatBytes(nonce, cipher.encrypt(pad(utf8ToBytes(text))))
}

/** The event in an envelope, of any version. Undefined when the envelope was changed, or is of another log or key. */
export function open(keys: Pick<LogKeys, 'key' | 'logId'>, { id, sealed }: Envelope): KeptEvent | undefined {
  const text = openText(keys, id, sealed)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isKeptEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function openText(
  { key, logId }: Pick<LogKeys, 'key' | 'logId'>,
  id: string,
  sealed: Uint8Array,
): string | undefined {
  if (sealed.length < nonceBytes + tagBytes || !/^[0-9a-f]{32}$/.test(id)) return undefined
  try {
    const cipher = xchacha20poly1305(key, sealed.subarray(0, nonceBytes), associated(logId, id))
    const content = unpad(cipher.decrypt(sealed.subarray(nonceBytes)))
    return content && bytesToUtf8(content)
  } catch {
    return undefined
  }
}

/** The name of the protocol, 16 bytes of the log, 16 bytes of the envelope. */
const associated = (logId: Uint8Array, id: string): Uint8Array =>
  concatBytes(utf8ToBytes(protocolName), logId, hexToBytes(id))

/** How a log is named in addresses. */
export const logName = ({ logId }: Pick<LogKeys, 'logId'>): string => toBase64(logId)
