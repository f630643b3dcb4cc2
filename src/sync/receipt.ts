/**
 * The receipt of a server for a log that it has dropped, signed with its Ed25519 key (RFC 8032). A device keeps the
 * server's public key from the day that sync was turned on, so the receipt cannot come from somebody else.
 */

import { utf8ToBytes } from '@noble/ciphers/utils.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { canonical } from '../diary/merge.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** What the server says: at `droppedAt` (ISO 8601) it deleted `count` envelopes of this log. */
export interface Dropped {
  readonly log: string
  readonly count: number
  readonly droppedAt: string
}

export interface Receipt extends Dropped {
  /** base64url of 64 bytes. */
  readonly signature: string
}

/** base64url of the public key that belongs to a key of 32 bytes. */
export const publicKeyOf = (signingKey: Uint8Array): string => toBase64(ed25519.getPublicKey(signingKey))

export const signReceipt = (signingKey: Uint8Array, dropped: Dropped): Receipt => ({
  ...dropped,
  signature: toBase64(ed25519.sign(signed(dropped), signingKey)),
})

/** Did the server with this public key sign the receipt for this log? */
export function isSignedBy(publicKey: string, log: string, receipt: Receipt): boolean {
  const [key, signature] = [fromBase64(publicKey), fromBase64(receipt.signature)]
  if (key?.length !== 32 || signature?.length !== 64 || receipt.log !== log) return false
  const { count, droppedAt } = receipt
  try {
    return ed25519.verify(signature, signed({ log, count, droppedAt }), key)
  } catch {
    return false
  }
}

const signed = (dropped: Dropped): Uint8Array => utf8ToBytes(`unknot-sync-1 receipt ${canonical(dropped)}`)
