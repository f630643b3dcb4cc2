/**
 * One event a line, with a checksum before it, so that a line torn by a crash or damaged on the disk is known and left
 * out instead of read wrong.
 */
import { isKeptEvent, type KeptEvent } from '../../diary/upgrade.ts'

export interface Read {
  readonly events: readonly KeptEvent[]
  /** Lines whose checksum or shape is wrong, but for the last. */
  readonly damaged: number
  /** The last line was not written to its end. */
  readonly isTorn: boolean
}

export const toLine = (event: KeptEvent): string => {
  const text = JSON.stringify(event)
  return `${checksum(text)} ${text}\n`
}

export function readLines(text: string): Read {
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  const events: KeptEvent[] = []
  let damaged = 0
  for (const line of lines) {
    const event = fromLine(line)
    if (event) events.push(event)
    else if (line !== '') damaged++
  }
  return { events, damaged, isTorn: rest !== '' }
}

function fromLine(line: string): KeptEvent | undefined {
  const text = line.slice(9)
  if (line.charAt(8) !== ' ' || checksum(text) !== line.slice(0, 8)) return undefined
  const value: unknown = JSON.parse(text)
  return isKeptEvent(value) ? value : undefined
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
const encoder = new TextEncoder()

/** CRC-32 (ISO 3309), eight hexadecimal digits. */
export function checksum(text: string): string {
  let sum = 0xffffffff
  for (const byte of encoder.encode(text)) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 255] ?? 0)
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}
