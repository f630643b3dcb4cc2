/**
 * One event a line: a checksum, the id, the event as JSON. A line torn by a crash or damaged on the disk is known by its
 * checksum, and left out instead of read wrong; the ids can be compared without reading the events.
 */
import { isKeptEvent, type KeptEvent } from '../../diary/upgrade.ts'

export interface Line {
  readonly id: string
  /** The event as JSON. */
  readonly text: string
}

export interface Read {
  readonly lines: readonly Line[]
  /** How many lines have a wrong checksum, but for the last. */
  readonly damaged: number
  /** The last line was not written to its end. */
  readonly isTorn: boolean
}

const idEnd = 9 + 36

export function toLine(event: KeptEvent): string {
  const text = `${event.id} ${JSON.stringify(event)}`
  return `${checksum(text)} ${text}\n`
}

export function readLines(text: string): Read {
  const all = text.split('\n')
  const rest = all.pop() ?? ''
  const whole = all.filter(line => line.charAt(8) === ' ' && checksum(line.slice(9)) === line.slice(0, 8))
  return {
    lines: whole.map(line => ({ id: line.slice(9, idEnd), text: line.slice(idEnd + 1) })),
    damaged: all.filter(line => line !== '').length - whole.length,
    isTorn: rest !== '',
  }
}

/** The event of a line; undefined where its text is none. */
export function toEvent({ text }: Line): KeptEvent | undefined {
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
