import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import type { DiaryEvent } from './event.ts'
import { fold } from './fold.ts'
import { add, baseOf, emptyBase, type Log, logOn, settle } from './log.ts'

/** Adds events like the app: an event that reaches into the base causes a full fold. */
function addOrRefold(log: Log, all: readonly DiaryEvent[], more: readonly DiaryEvent[]): Log {
  const next = add(log, more)
  return next === 'refold' ? logOn(baseOf([...all, ...more])) : next
}

it('equals the full fold after each event, wherever the base was last moved', () => {
  fc.assert(
    fc.property(anyLog, fc.integer({ min: 1, max: 9 }), (events, every) => {
      let log = logOn(emptyBase)
      for (const [place, event] of events.entries()) {
        log = addOrRefold(log, events.slice(0, place), [event])
        if (place % every === 0) log = settle(log)
        expect(log.diary).toEqual(fold(events.slice(0, place + 1)))
        expect(log.base.count + log.tail.length).toBe(place + 1)
      }
    }),
  )
})

it('equals the full fold when events arrive late, duplicated and out of order', () => {
  fc.assert(
    fc.property(anyLog, fc.infiniteStream(fc.nat()), fc.nat(), (events, order, cut) => {
      const late = events.map(event => ({ event, key: order.next().value })).sort((a, b) => a.key - b.key)
      const known = events.slice(0, cut % (events.length + 1))
      let log = logOn(baseOf(known))
      const all = [...known]
      for (const { event } of late) {
        log = addOrRefold(log, all, [event])
        all.push(event)
      }
      expect(log.diary).toEqual(fold(events))
    }),
  )
})

it('does not refold the log for the newest event', () => {
  fc.assert(
    fc.property(anyLog, events => {
      const log = logOn(baseOf(events.slice(0, -1)))
      const newest = events.at(-1)
      if (newest === undefined || newest.type === 'struck-out' || newest.instead !== undefined) return
      const next = add(log, [newest])
      expect(next).not.toBe('refold')
      if (next !== 'refold') expect(next.base).toBe(log.base)
    }),
  )
})
