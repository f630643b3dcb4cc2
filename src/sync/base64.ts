/** Bytes as text: base64url without padding (RFC 4648, section 5). Used for ids, tokens and sealed events. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...letters].map((letter, value) => [letter, value]))

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    parts.push(letters.charAt(three >> 18), letters.charAt((three >> 12) & 63))
    if (left > 1) parts.push(letters.charAt((three >> 6) & 63))
    if (left > 2) parts.push(letters.charAt(three & 63))
  }
  return parts.join('')
}

/** Undefined unless it is exactly what `toBase64` writes: no padding, no stray letters, no stray bits at the end. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [held, bits, at] = [0, 0, 0]
  for (const letter of text) {
    const value = values.get(letter)
    if (value === undefined) return undefined
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
