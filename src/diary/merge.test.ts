import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { merge } from './merge.ts'

/** Logs of one diary share events; logs of damaged copies may even disagree about one. */
const logs = fc.tuple(anyLog, anyLog, anyLog)

it('does not depend on which log came first', () => {
  fc.assert(
    fc.property(logs, ([a, b]) => {
      expect(merge(a, b)).toEqual(merge(b, a))
    }),
  )
})

it('does not depend on how logs are grouped', () => {
  fc.assert(
    fc.property(logs, ([a, b, c]) => {
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)))
    }),
  )
})

it('changes nothing when repeated', () => {
  fc.assert(
    fc.property(logs, ([a, b]) => {
      expect(merge(merge(a, b), b, a)).toEqual(merge(a, b))
    }),
  )
})

it('contains every event, and no other', () => {
  fc.assert(
    fc.property(logs, ([a, b]) => {
      const ids = new Set([...a, ...b].map(({ id }) => id))
      expect(new Set(merge(a, b).map(({ id }) => id))).toEqual(ids)
    }),
  )
})
