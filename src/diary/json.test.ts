import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { fromJson } from './from-json.ts'
import { toJson } from './json.ts'
import { merge } from './merge.ts'

it('restores the same events, which give the same bytes', () => {
  fc.assert(
    fc.property(anyLog, log => {
      const text = toJson(log)
      const read = fromJson(text)
      const events = merge(log)
      expect(read).toEqual({ kind: 'diary', events, places: events.map((_, index) => index + 1), wrong: [] })
      expect(read.kind === 'diary' && toJson(read.events.toReversed())).toBe(text)
    }),
  )
})

it.each(['', 'x', '[]', '{"unknot":"diary"}', '{"events":[]}', 'null'])('does not accept %s as a diary', text => {
  expect(fromJson(text)).toEqual({ kind: 'no-diary' })
})

it('lists invalid entries, like the check of a file, and accepts the rest', () => {
  const event = { id: '019ac000-0000-7000-8000-000000000001', v: 2, at: '2026-11-24T08:00:00Z' }
  const whole = { ...event, type: 'noted', text: 'a' }
  const noSession = { ...event, type: 'remedy-done', remedy: 'heat', session: {} }
  const read = fromJson(JSON.stringify({ unknot: 'diary', v: 1, events: [{ id: 1 }, whole, noSession] }))
  expect(read).toEqual({
    kind: 'diary',
    events: [whole],
    places: [2],
    wrong: [
      { place: 1, value: { id: 1 }, why: expect.stringContaining('type: missing') },
      { place: 3, value: noSession, why: expect.stringContaining('session') },
    ],
  })
})

it.each(['"v":2,"__proto__":{"isAdmin":true}', '"v":9,"__proto__":{}', '"v":9,"deep":{"a":{"__proto__":1}}'])(
  'takes no event that would change what an object is: %s',
  fields => {
    const text = `{"id":"019ac000-0000-7000-8000-000000000001","at":"2026-11-24T08:00:00Z","type":"noted","text":"a",${fields}}`
    expect(fromJson(`{"unknot":"diary","v":1,"events":[${text}]}`)).toMatchObject({
      events: [],
      wrong: [{ why: '"__proto__" is no name of a field' }],
    })
  },
)

it('reports a file of a newer Unknot as newer, and reads nothing of it', () => {
  expect(fromJson('{"unknot":"diary","v":2,"events":[{"id":1}],"more":true}')).toEqual({ kind: 'newer-diary' })
  expect(fromJson('{"unknot":"diary","v":2,"chapters":[]}')).toEqual({ kind: 'newer-diary' })
})
