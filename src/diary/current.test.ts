import { describe, expect, it } from 'vitest'
import { eventAt } from '../../test/support/told-events.ts'
import { dayLong, hourLong } from '../time.ts'
import { askedLaterNow, currentEpisode, isNight, laterThan } from './current.ts'
import type { DiaryEvent } from './event.ts'
import { fold } from './fold.ts'

/** Minutes after 1970. */
const minute = 60_000
const began = (after: number, episode: string) =>
  eventAt(after, { type: 'episode-began', episode, complaint: 'cramp', region: 'calf' })
const ended = (after: number, episode: string, askLater = false) =>
  eventAt(after, { type: 'episode-ended', episode, ...(askLater ? { askLater } : {}) })
const current = (now: number, ...events: readonly DiaryEvent[]) => currentEpisode(fold(events).episodes, now)?.id
const local = (day: number, hour: number, minutes = 0) => new Date(2026, 10, day, hour, minutes).getTime()

describe('the episode of now', () => {
  it('is the newest that has not ended', () => {
    expect(current(0, began(1, 'a'), began(2, 'b'))).toBe('b')
    expect(current(0, began(1, 'a'), began(2, 'b'), ended(3, 'b'))).toBe('a')
    expect(current(0, began(1, 'a'), ended(3, 'a'))).toBeUndefined()
  })

  it('is one that is over while its check is held, for 12 hours at most', () => {
    const asked = eventAt(100, { type: 'asked-again', episode: 'a', isOver: true })
    const events = [began(1, 'a'), ended(3, 'a', true), asked]
    expect(current(100 * minute, ...events)).toBe('a')
    expect(current(100 * minute + 12 * hourLong - 1, ...events)).toBe('a')
    expect(current(100 * minute + 12 * hourLong, ...events)).toBeUndefined()
    expect(current(101 * minute, ...events, ended(101, 'a'))).toBeUndefined()
  })
})

describe('questions that are put off', () => {
  it('are due at six in the morning after a night, and two hours later by day', () => {
    expect(laterThan(local(30, 3, 12))).toBe(local(30, 6))
    expect(laterThan(local(29, 23, 59))).toBe(local(30, 6))
    expect(laterThan(local(29, 21))).toBe(local(30, 6))
    expect(laterThan(local(29, 20, 59))).toBe(local(29, 22, 59))
    expect(laterThan(local(29, 6))).toBe(local(29, 8))
  })

  it('wait until they are due, and are forgotten after three days', () => {
    const episodes = fold([began(1, 'a'), ended(3, 'a', true)]).episodes
    const end = 3 * minute
    expect(askedLaterNow(episodes, laterThan(end) - 1)).toBeUndefined()
    expect(askedLaterNow(episodes, laterThan(end))?.id).toBe('a')
    expect(askedLaterNow(episodes, end + 3 * dayLong - 1)?.id).toBe('a')
    expect(askedLaterNow(episodes, end + 3 * dayLong)).toBeUndefined()
  })

  it('are those of the newest episode that put them off, and of no other', () => {
    const later = 12 * hourLong
    expect(askedLaterNow(fold([began(1, 'a'), ended(3, 'a')]).episodes, later)).toBeUndefined()
    const two = fold([began(1, 'a'), ended(3, 'a', true), began(4, 'b'), ended(5, 'b', true)]).episodes
    expect(askedLaterNow(two, later)?.id).toBe('b')
  })
})

it('a night lasts from 21 to 6 o’clock', () => {
  expect([20, 21, 0, 5, 6, 12].map(hour => isNight(local(29, hour)))).toEqual([false, true, true, true, false, false])
})
