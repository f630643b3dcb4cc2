import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { canFold, currentVersion, eventTypes } from './event.ts'
import { DiaryEvent, eventShapes } from './event-schema.ts'
import { isKeptEvent, type KeptEvent, upgrade } from './upgrade.ts'

const stamp = { id: '019a7d3c-1c00-7123-8abc-0123456789ab', at: '2026-11-23T03:12:00.000+01:00' }

it.each([
  [
    'a strike-out of version 1 names one event; of version 2, a list',
    { ...stamp, v: 1, type: 'struck-out', event: '019a7d3c-1b00-7123-8abc-0123456789ab' },
    { ...stamp, v: 2, type: 'struck-out', events: ['019a7d3c-1b00-7123-8abc-0123456789ab'] },
  ],
  [
    'a rating of version 1 stays as it is',
    { ...stamp, v: 1, type: 'episode-rated', episode: 'a', pain: 4, session: 's' },
    { ...stamp, v: 2, type: 'episode-rated', episode: 'a', pain: 4, session: 's' },
  ],
  [
    'answers of version 1 stay as they are',
    {
      ...stamp,
      v: 1,
      type: 'answered',
      episode: 'a',
      page: 'second',
      present: ['fever'],
      absent: [],
      unsure: [],
      details: { age: 40, sex: 'female', hoursSinceOnset: 3, pregnancyWeeks: 12 },
    },
    {
      ...stamp,
      v: 2,
      type: 'answered',
      episode: 'a',
      page: 'second',
      present: ['fever'],
      absent: [],
      unsure: [],
      details: { age: 40, sex: 'female', hoursSinceOnset: 3, pregnancyWeeks: 12 },
    },
  ],
])('%s', (_promise, before, after) => {
  const upgraded = upgrade(before)
  expect(upgraded).toEqual({ kind: 'event', event: after })
  expect(v.parse(DiaryEvent, upgraded.event)).toEqual(after)
})

it('leaves an event of a newer version unchanged, and reports it as newer', () => {
  const newer: KeptEvent = { ...stamp, v: currentVersion + 1, type: 'dreamt' }
  expect(upgrade(newer)).toEqual({ kind: 'newer', event: newer })
})

it('turns each event into one event, whatever its version, and leaves current ones unchanged', () => {
  fc.assert(
    fc.property(anyLog, log => {
      const old = log.map((event): KeptEvent => {
        if (event.type !== 'struck-out') return { ...event, v: 1 }
        const { events, ...rest } = event
        return { ...rest, v: 1, event: events[0] } as KeptEvent
      })
      expect(old.map(upgrade)).toHaveLength(old.length)
      for (const each of old) expect(v.is(DiaryEvent, upgrade(each).event)).toBe(true)
      expect(log.map(event => upgrade(event).event)).toEqual(log)
    }),
  )
})

it('has a shape for each type of event, and the property tests generate each type', () => {
  expect([...eventTypes].sort()).toEqual(Object.keys(eventShapes).sort())
  const seen = new Set(fc.sample(anyLog, { numRuns: 300, seed: 7 }).flatMap(log => log.map(({ type }) => type)))
  expect([...seen].sort()).toEqual([...eventTypes].sort())
})

it.each([
  ['no id', { ...stamp, id: '', v: 2, type: 'drank' }],
  ['no time', { ...stamp, at: 'yesterday', v: 2, type: 'drank' }],
  ['no version', { ...stamp, type: 'drank' }],
  ['no object', 'drank'],
])('does not take for an event what has %s', (_fault, value) => {
  expect(isKeptEvent(value)).toBe(false)
})

it('accepts every event of the full shape, and none without the required fields of its type', () => {
  fc.assert(
    fc.property(anyLog, log => {
      for (const event of log) {
        expect(v.is(DiaryEvent, event)).toBe(true)
        expect(canFold(event)).toBe(true)
        const { id, v: version, at, type, note, from, instead, ...said } = event
        for (const key of Object.keys(said)) {
          const { [key]: _left, ...rest } = said as Record<string, unknown>
          const without = { id, v: version, at, type, ...rest }
          if (!canFold(without)) expect(v.is(DiaryEvent, without)).toBe(false)
        }
      }
      expect(canFold({ type: 'episode-rated', episode: 'a' })).toBe(false)
      expect(canFold({ type: 'episode-rated', episode: 'a', pain: 'bad' })).toBe(false)
      expect(canFold({ type: 'dreamt' })).toBe(false)
    }),
  )
})
