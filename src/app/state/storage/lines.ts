/**
 * One event per line: a checksum, the id, the event as JSON. The checksum shows if a line is incomplete after a crash
 * or damaged on the disk; such a line is left out. The ids can be compared without parsing the events.
 */
import { isKeptEvent, type KeptEvent } from '../../../diary/upgrade.ts'

export interface Line {
  readonly id: string
  /** The event as JSON. */
  readonly text: string
}

export interface Read {
  readonly lines: readonly Line[]
  /** The number of lines with a wrong checksum, without the last. */
  readonly damaged: number
  /** Is the last line incomplete? */
  readonly isTorn: boolean
  /** The text of damaged and incomplete lines, to be put aside. */
  readonly unreadable: readonly string[]
}

const idEnd = 9 + 36

export function toLine(event: KeptEvent): string {
  const text = `${event.id} ${JSON.stringify(event)}`
  return `${checksum(text)} ${text}\n`
}

/**
 * Reads the lines without a copy of each: the checksum is computed on the bytes in place, and the text is cut beside
 * them.
 */
export function readLines(bytes: Uint8Array): Read {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const lines: Line[] = []
  const unreadable: string[] = []
  let [start, from] = [0, 0]
  for (;;) {
    const end = bytes.indexOf(newline, start)
    if (end < 0) break
    const to = text.indexOf('\n', from)
    if (isWhole(bytes, start, end))
      lines.push({ id: text.slice(from + 9, from + idEnd), text: text.slice(from + idEnd + 1, to) })
    else if (end > start) unreadable.push(text.slice(from, to))
    start = end + 1
    from = to + 1
  }
  const damaged = unreadable.length
  const isTorn = start < bytes.length
  if (isTorn) unreadable.push(text.slice(from))
  return { lines, damaged, isTorn, unreadable }
}

const newline = 10
const space = 32

/** Does the checksum at the start of a line fit the rest of it? */
function isWhole(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= idEnd || bytes[start + 8] !== space) return false
  let said = 0
  for (let at = start; at < start + 8; at++) {
    const digit = digits[bytes[at] ?? 0] ?? 16
    if (digit > 15) return false
    said = (said << 4) | digit
  }
  return said >>> 0 === sumOf(bytes, start + 9, end)
}

/** The value of a hexadecimal digit by its character code; 16 for other characters. Checksums are in lower case. */
const digits = Uint8Array.from({ length: 256 }, (_, code) => {
  const place = '0123456789abcdef'.indexOf(String.fromCharCode(code))
  return place < 0 ? 16 : place
})

/** The event of a line; undefined if its text is no event. */
export function toEvent({ text }: Line): KeptEvent | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isKeptEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** CRC-32 (ISO 3309), eight hexadecimal digits. */
export function checksum(text: string): string {
  const bytes = encoder.encode(text)
  return sumOf(bytes, 0, bytes.length).toString(16).padStart(8, '0')
}

const encoder = new TextEncoder()

/** Eight tables of 256, so that eight bytes are summed in one step ("slicing by 8": Kounavis and Berry, 2005). */
const tables = (() => {
  const all = new Uint32Array(8 * 256)
  for (let index = 0; index < 256; index++) {
    let value = index
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    all[index] = value
  }
  for (let index = 256; index < all.length; index++) {
    const before = all[index - 256] ?? 0
    all[index] = (before >>> 8) ^ (all[before & 255] ?? 0)
  }
  return all
})()

function sumOf(bytes: Uint8Array, start: number, end: number): number {
  const of = (table: number, byte: number) => tables[(table << 8) | (byte & 255)] ?? 0
  const byteAt = (at: number) => bytes[at] ?? 0
  let sum = -1
  let at = start
  for (; at + 8 <= end; at += 8) {
    const first = sum ^ (byteAt(at) | (byteAt(at + 1) << 8) | (byteAt(at + 2) << 16) | (byteAt(at + 3) << 24))
    sum =
      of(7, first) ^
      of(6, first >>> 8) ^
      of(5, first >>> 16) ^
      of(4, first >>> 24) ^
      of(3, byteAt(at + 4)) ^
      of(2, byteAt(at + 5)) ^
      of(1, byteAt(at + 6)) ^
      of(0, byteAt(at + 7))
  }
  for (; at < end; at++) sum = (sum >>> 8) ^ of(0, sum ^ byteAt(at))
  return (sum ^ -1) >>> 0
}
