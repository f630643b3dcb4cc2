import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyLog } from '../../../../test/support/diary-events.ts'
import { checksum, readLines, toEvent, toLine } from './lines.ts'

const read = (text: string) => {
  const { lines, ...rest } = readLines(new TextEncoder().encode(text))
  return { events: lines.map(toEvent), ids: lines.map(({ id }) => id), ...rest }
}

it('has the check value of CRC-32', () => {
  // "123456789" gives cbf43926: the check value of the catalogue of parametrised CRC algorithms.
  expect(checksum('123456789')).toBe('cbf43926')
})

it('gives the checksum of a bit-by-bit implementation, for any length and any bytes', () => {
  const bitByBit = (bytes: Uint8Array): string => {
    let sum = 0xffffffff
    for (const byte of bytes) {
      sum ^= byte
      for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    }
    return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      expect(checksum(text)).toBe(bitByBit(new TextEncoder().encode(text)))
    }),
  )
})

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(anyLog, log => {
      const ids = log.map(({ id }) => id)
      expect(read(log.map(toLine).join(''))).toEqual({ events: log, ids, damaged: 0, isTorn: false, unreadable: [] })
    }),
  )
})

it('drops an incomplete last line and nothing else, wherever it ends', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, cut) => {
      const last = log.at(-1)
      if (last === undefined) return
      const line = toLine(last)
      const torn = line.slice(0, 1 + (cut % (line.length - 1)))
      const text = log.slice(0, -1).map(toLine).join('') + torn
      expect(read(text)).toMatchObject({ events: log.slice(0, -1), damaged: 0, isTorn: true, unreadable: [torn] })
    }),
  )
})

it('leaves out a line in which any one character changed', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), fc.nat(), (log, pick, place) => {
      const lines = log.map(toLine)
      const line = lines[pick % Math.max(1, lines.length)]
      if (line === undefined) return
      const at = place % (line.length - 1)
      const wrong = `${line.slice(0, at)}${line.charAt(at) === '~' ? '!' : '~'}${line.slice(at + 1)}`
      const { events, damaged, unreadable } = read(lines.map(each => (each === line ? wrong : each)).join(''))
      expect(damaged).toBe(1)
      expect(unreadable).toEqual([wrong.slice(0, -1)])
      expect(events).toHaveLength(log.length - 1)
    }),
  )
})

it('recognises a complete line that is no event', () => {
  expect(toEvent({ id: 'x', text: '{' })).toBeUndefined()
  expect(toEvent({ id: 'x', text: '{"id":"x"}' })).toBeUndefined()
})
