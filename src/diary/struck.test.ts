import { expect, it } from 'vitest'
import { idAt } from '../../test/support/diary-events.ts'
import type { DiaryEvent } from './event.ts'
import { struckOut } from './struck.ts'

const stamp = { v: 2, at: '2026-11-24T03:12:00+01:00' } as const
const note = (place: number): DiaryEvent => ({ ...stamp, id: idAt(place), type: 'noted', text: 'It eased.' })
const strike = (place: number, ...places: readonly number[]): DiaryEvent => ({
  ...stamp,
  id: idAt(place),
  type: 'struck-out',
  events: places.map(idAt),
})
const merged = (place: number, ...places: readonly number[]): DiaryEvent => ({
  ...stamp,
  id: idAt(place),
  type: 'merged',
  events: places.map(idAt),
  from: 'a backup',
})
/** The positions of events that no longer count, in any order of the log. */
const struck = (...events: readonly DiaryEvent[]) => {
  const places = (log: readonly DiaryEvent[]) => {
    const ids = struckOut(log)
    return Array.from({ length: 20 }, (_, place) => place).filter(place => ids.has(idAt(place)))
  }
  expect(places(events.toReversed())).toEqual(places(events))
  return places(events)
}

it('a strike-out affects events before it', () => {
  expect(struck(note(1), note(2), strike(3, 1))).toEqual([1])
  expect(struck(note(1), note(2), strike(3, 1, 2))).toEqual([1, 2])
  expect(struck(note(1))).toEqual([])
})

it('a strike-out affects neither itself nor events after it', () => {
  expect(struck(strike(3, 3))).toEqual([])
  expect(struck(note(1), strike(3, 4), note(4))).toEqual([])
  expect(struck(note(1), strike(3, 1, 5), note(5))).toEqual([1])
})

it('two that name each other: only the later one counts', () => {
  expect(struck(note(1), strike(2, 1, 3), strike(3, 2))).toEqual([2])
})

it('striking out a strike-out restores its events, and can itself be struck out', () => {
  expect(struck(note(1), strike(2, 1), strike(3, 2))).toEqual([2])
  expect(struck(note(1), strike(2, 1), strike(3, 2), strike(4, 3))).toEqual([1, 3])
})

it('a merge that is struck out takes all that it added with it', () => {
  expect(struck(note(1), note(2), merged(3, 1, 2), strike(4, 3))).toEqual([1, 2, 3])
  expect(struck(note(1), note(2), merged(3, 1), strike(4, 3))).toEqual([1, 3])
})

it('an event in a merge that was written after the strike-out still counts', () => {
  expect(struck(note(1), merged(3, 1, 6), strike(4, 3), note(6))).toEqual([1, 3])
})
