/**
 * Hides the exact length of an event. Its padded length is one of few: PADMÉ (Nikitin et al., "Reducing Metadata Leakage
 * from Encrypted Files and Communication with PURBs", PoPETs 2019), and never less than `leastBytes`.
 */

/** Most events are shorter than this, so that they all look alike. */
const leastBytes = 256

/** The end of the content; only zeros follow (ISO/IEC 7816-4). */
const endMark = 0x80

/** The length of PADMÉ for `length` bytes: at most 12 % more. */
export function padme(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(length / step) * step
}

export function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(padme(Math.max(leastBytes, content.length + 1)))
  padded.set(content)
  padded[content.length] = endMark
  return padded
}

/** Undefined when it is not padded. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  let end = padded.length - 1
  while (end >= 0 && padded[end] === 0) end -= 1
  return padded[end] === endMark ? padded.subarray(0, end) : undefined
}
