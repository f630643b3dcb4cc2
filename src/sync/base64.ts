/** Bytes as text: base64url without padding (RFC 4648, section 5). Used for ids, tokens and sealed events. */
import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js'

const letters = utf8ToBytes('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
/** The value of each letter by its code; 255 for what is no letter. */
const values = new Uint8Array(128).fill(255)
for (const [value, letter] of letters.entries()) values[letter] = value

export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let to = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    // Past the end of the text nothing is written.
    for (let shift = 18; shift >= 0; shift -= 6) text[to++] = letters[(three >> shift) & 63] ?? 0
  }
  return bytesToUtf8(text)
}

/** Undefined unless it is exactly what `toBase64` writes: no padding, no stray letters, no stray bits at the end. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [held, bits, at] = [0, 0, 0]
  for (let place = 0; place < text.length; place++) {
    const value = values[text.charCodeAt(place)] ?? 255
    if (value === 255) return undefined
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = held >> bits
    at += 1
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : undefined
}
