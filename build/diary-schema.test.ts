/** The JSON Schema in docs/ agrees with Unknot's checks, according to an independent validator. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkEvent } from '../src/diary/check-schema.ts'
import { fromJson } from '../src/diary/from-json.ts'
import { toJson } from '../src/diary/json.ts'
import { anyLog } from '../test/support/diary-events.ts'
import { lifeOf } from '../test/support/life.ts'
import { file, isOutOfDate } from './diary-schema.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)
const isValid = (value: unknown): boolean => validate(value)

it('is generated from the current shapes', () => {
  expect(isOutOfDate()).toBe(false)
})

it('accepts every saved diary', () => {
  const empty = JSON.parse(toJson([])) as unknown
  expect(isValid(empty)).toBe(true)
  fc.assert(
    fc.property(anyLog, log => {
      expect([isValid(JSON.parse(toJson(log))), validate.errors]).toEqual([true, null])
    }),
  )
  expect(isValid(JSON.parse(toJson(lifeOf(7, 500, Date.UTC(2026, 10, 24)))))).toBe(true)
})

const stamp = { id: '019a7d3c-1c00-7123-8abc-0123456789ab', v: 2, at: '2026-11-23T03:12:00.000+01:00' }
const whole = { ...stamp, type: 'episode-rated', episode: 'a', pain: 4 }

it.each([
  ['an unknown type', { ...whole, type: 'dreamt' }],
  ['a pain of 11', { ...whole, pain: 11 }],
  ['half a pain', { ...whole, pain: 4.5 }],
  ['an unknown field', { ...whole, mood: 1 }],
  ['no episode', { ...stamp, type: 'episode-rated', pain: 4 }],
  ['a bad id', { ...whole, id: 'x' }],
  ['a time without its offset', { ...whole, at: '2026-11-23T03:12:00' }],
  ['a place that is none', { ...stamp, type: 'episode-began', episode: 'a', complaint: 'back', region: 'elbow' }],
  ['a strike-out of nothing', { ...stamp, type: 'struck-out', events: [] }],
  ['a text for a number', { ...whole, pain: '4' }],
])('refuses what the check refuses: %s', (_fault, event) => {
  expect(isValid({ unknot: 'diary', v: 1, events: [whole] })).toBe(true)
  expect(checkEvent(whole).kind).toBe('event')
  expect(isValid({ unknot: 'diary', v: 1, events: [event] })).toBe(false)
  expect(checkEvent(event).kind).toBe('wrong')
})

it('accepts an event of another version, as the diary does', () => {
  const old = { ...stamp, v: 1, type: 'struck-out', event: stamp.id }
  const newer = { ...stamp, v: 9, type: 'dreamt', of: 'sheep' }
  expect(isValid({ unknot: 'diary', v: 1, events: [old, newer] })).toBe(true)
  expect([checkEvent(old).kind, checkEvent(newer).kind]).toEqual(['event', 'newer'])
})

it('matches the example in the document, byte for byte', () => {
  const [, example = ''] = /```text\n([\s\S]*?)```/.exec(readFileSync('docs/diary-format.md', 'utf8')) ?? []
  const read = fromJson(example)
  expect(read.kind === 'diary' && toJson(read.events)).toBe(example)
  expect(isValid(JSON.parse(example))).toBe(true)
})
