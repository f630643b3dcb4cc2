import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { fromJson, toJson } from './json.ts'
import { merge } from './merge.ts'

it('gives back the same events, and of them the same bytes', () => {
  fc.assert(
    fc.property(anyLog, log => {
      const text = toJson(log)
      const read = fromJson(text)
      expect(read).toEqual({ kind: 'diary', events: merge(log), wrong: [] })
      expect(read.kind === 'diary' && toJson(read.events.toReversed())).toBe(text)
    }),
  )
})

it.each(['', 'x', '[]', '{"unknot":"diary"}', '{"events":[]}', 'null'])('does not take %s for a diary', text => {
  expect(fromJson(text)).toEqual({ kind: 'no-diary' })
})

it('names what is no event', () => {
  expect(fromJson('{"unknot":"diary","v":1,"events":[{"id":1}]}')).toEqual({
    kind: 'diary',
    events: [],
    wrong: [{ id: 1 }],
  })
})
