/** What is sealed tells nothing, and nothing that was changed opens. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptEvent } from '../diary/upgrade.ts'
import { logKeys } from './keys.ts'
import { pad, unpad } from './padding.ts'
import { readRecoveryCode, recoveryCode } from './recovery-code.ts'
import { open, seal } from './seal.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
const secret = randomBytes(32)
const keys = logKeys(secret, 'diary', 0)
const event = {
  id: '01939e00-0000-7000-8000-000000000001',
  v: 2,
  at: '2026-11-25T03:00:00+01:00',
  type: 'noted',
  text: 'My calf, at night.',
} satisfies KeptEvent & { text: string }

it('an envelope opens to the event that was sealed, of any type and version', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.integer({ min: 1, max: 99 }), fc.string(), (more, v, type) => {
      const any = { ...event, v, type, more: JSON.parse(more) as unknown }
      expect(open(keys, seal(keys, any, random))).toEqual(JSON.parse(JSON.stringify(any)))
    }),
    { numRuns: 200 },
  )
})

it('a sealed event holds nothing readable, and two sealings of it differ', () => {
  const [one, two] = [seal(keys, event, random), seal(keys, event, random)]
  expect(one.id).toBe(two.id)
  expect(Buffer.from(one.sealed).equals(two.sealed)).toBe(false)
  for (const word of ['calf', 'noted', event.id, '2026'])
    expect(Buffer.from(one.sealed).includes(word), word).toBe(false)
})

it('events of different short lengths cannot be told apart by their size', () => {
  const sizes = ['', 'a little', 'x'.repeat(80)].map(
    text => seal(keys, { ...event, text } as KeptEvent, random).sealed.length,
  )
  expect(new Set(sizes).size).toBe(1)
})

describe('does not open', () => {
  const envelope = seal(keys, event, random)

  it('with any byte changed, or cut off anywhere', () => {
    for (let at = 0; at < envelope.sealed.length; at++) {
      const sealed = Uint8Array.from(envelope.sealed)
      sealed[at] = (sealed[at] ?? 0) ^ 1
      expect(open(keys, { ...envelope, sealed })).toBeUndefined()
      expect(open(keys, { ...envelope, sealed: envelope.sealed.subarray(0, at) })).toBeUndefined()
    }
  })

  it('in another log, part or epoch, with another secret, or under another id', () => {
    for (const other of [
      logKeys(secret, 'now', 0),
      logKeys(secret, 'diary', 1),
      logKeys(randomBytes(32), 'diary', 0),
      { ...keys, logId: logKeys(secret, 'now', 0).logId },
    ])
      expect(open(other, envelope)).toBeUndefined()
    const { id } = seal(keys, { ...event, text: 'another' } as KeptEvent, random)
    expect(open(keys, { ...envelope, id })).toBeUndefined()
  })

  it('when its content is no event', () => {
    expect(open(keys, seal(keys, { ...event, id: 'no id' }, random))).toBeUndefined()
  })
})

it('what was padded is found again, whatever its last bytes are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), content => {
      expect(unpad(pad(content))).toEqual(content)
    }),
    { numRuns: 200 },
  )
  expect(unpad(new Uint8Array(256))).toBeUndefined()
})

describe('a recovery code', () => {
  const words = recoveryCode(secret)

  it('is read however it was written down', () => {
    const numbered = words
      .split(' ')
      .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
      .join('\n')
    expect(readRecoveryCode(`  ${numbered}\n`)).toEqual({ ok: true, secret: new Uint8Array(secret) })
  })

  it('with a wrong word says which, or that one is wrong; with one missing, how many there are', () => {
    const all = words.split(' ')
    expect(readRecoveryCode([...all.slice(0, 4), 'unknot', ...all.slice(5)].join(' '))).toEqual({
      ok: false,
      problem: 'word 5, "unknot", is not in the list: check how it is written',
    })
    expect(readRecoveryCode(all.slice(1).join(' '))).toMatchObject({
      problem: expect.stringMatching(/has 24 words, and here are 23/),
    })
    const swapped = readRecoveryCode(`${'abandon '.repeat(23)}ability`)
    expect(swapped).toMatchObject({ ok: false, problem: expect.stringMatching(/one of the words is wrong/) })
    expect(readRecoveryCode('')).toMatchObject({ ok: false })
  })
})
