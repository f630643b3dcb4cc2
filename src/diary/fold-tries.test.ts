import { describe, expect, it } from 'vitest'
import { eventAt, hour, minute } from '../../test/support/told-events.ts'
import type { DiaryEvent } from './event.ts'
import { fold } from './fold.ts'

const began = eventAt(0, { type: 'episode-began', episode: 'a', complaint: 'back', region: 'low back' })
const rated = (after: number, pain: number, more: { readonly session?: string; readonly episode?: string } = {}) =>
  eventAt(after, { type: 'episode-rated', episode: 'a', pain, ...more })
const started = (after: number, session = 's', episode: string | undefined = 'a') =>
  eventAt(after, { type: 'session-began', session, script: 'heat', ...(episode === undefined ? {} : { episode }) })
const ended = (after: number, session = 's', status: 'done' | 'stopped' = 'done') =>
  eventAt(after, { type: 'session-ended', session, status })
const triesOf = (...events: readonly DiaryEvent[]) => fold(events).tries
const tryOf = (...events: readonly DiaryEvent[]) => triesOf(...events)[0]

describe('the pain before a remedy', () => {
  it('is the last rating of the episode before the session began', () => {
    expect(tryOf(began, rated(1, 8), rated(2, 6), started(3), rated(4, 2), ended(5))?.before).toBe(6)
    expect(tryOf(began, started(3), ended(5))?.before).toBeUndefined()
  })

  it('is of the same moment or of the 12 hours before, and of none earlier', () => {
    const painBefore = (wait: number) => tryOf(began, rated(10, 8), started(10 + wait), ended(11 + wait))?.before
    expect([painBefore(0.001), painBefore(12 * 60), painBefore(12 * 60 + 1)]).toEqual([8, 8, undefined])
  })

  it('may be of the very moment of the beginning', () => {
    expect(tryOf(began, { ...rated(2, 8), at: new Date(3 * minute).toISOString() }, started(3), ended(5))?.before).toBe(
      8,
    )
  })

  it('does not belong to another episode, and to none if the session has none', () => {
    const other = eventAt(1, { type: 'episode-began', episode: 'b', complaint: 'back', region: 'neck', pain: 9 })
    expect(tryOf(began, other, started(3), ended(5))?.before).toBeUndefined()
    const none = eventAt(3, { type: 'session-began', session: 's', script: 'heat' })
    expect(tryOf(began, rated(1, 8), none, ended(5))).toMatchObject({ before: undefined, episode: undefined })
  })
})

describe('the pain after a remedy', () => {
  it('is the first rating of the episode within an hour of its end', () => {
    const painAfter = (wait: number) => tryOf(began, started(3), ended(5), rated(5 + wait, 4))?.after
    expect([painAfter(0.001), painAfter(60), painAfter(61)]).toEqual([4, 4, undefined])
    expect(tryOf(began, started(3), ended(5), rated(6, 4), rated(7, 9))?.after).toBe(4)
  })

  it('may be of the very moment of the end, and is not of a time before it, whenever it was written', () => {
    const at = (minutes: number) => ({ ...rated(6, 4), at: new Date(minutes * minute).toISOString() })
    expect(tryOf(began, started(3), ended(5), at(5))?.after).toBe(4)
    expect(tryOf(began, started(3), ended(5), at(4.9))?.after).toBeUndefined()
  })

  it('is not a rating of another episode', () => {
    const other = eventAt(1, { type: 'episode-began', episode: 'b', complaint: 'back', region: 'neck' })
    expect(tryOf(began, other, started(3), ended(5), rated(6, 4, { episode: 'b' }))?.after).toBeUndefined()
  })

  it('is a rating that names the session, however late, in the place of an earlier one', () => {
    expect(tryOf(began, started(3), ended(5), rated(6, 4), rated(900, 1, { session: 's' }))?.after).toBe(1)
    expect(tryOf(began, started(3), ended(5), rated(6, 4, { session: 'other' }))?.after).toBeUndefined()
  })

  it('belongs to the last remedy of several', () => {
    const tries = triesOf(began, started(1), ended(2), started(3, 't'), ended(4, 't'), rated(5, 3))
    expect(tries.map(({ id, after }) => [id, after])).toEqual([
      ['s', undefined],
      ['t', 3],
    ])
  })
})

describe('a session', () => {
  it('becomes a try when it ends, with when it began, when it ended and how', () => {
    expect(triesOf(began, started(3))).toEqual([])
    expect(triesOf(began, started(3), ended(5, 's', 'stopped'))).toEqual([
      {
        id: 's',
        remedy: 'heat',
        episode: 'a',
        at: 3 * minute,
        endedAt: 5 * minute,
        status: 'stopped',
        before: undefined,
        after: undefined,
      },
    ])
  })

  it('that never began becomes none', () => {
    expect(triesOf(began, ended(5))).toEqual([])
  })
})

describe('a remedy that was done without a session', () => {
  const done = (after: number, more: object = {}) =>
    eventAt(after, { type: 'remedy-done', remedy: 'cold', episode: 'a', ...more } as never)

  it('was done at the time of its event, with the pain before it, entered or rated', () => {
    expect(tryOf(began, rated(1, 8), done(5))).toMatchObject({
      remedy: 'cold',
      at: 5 * minute,
      endedAt: 5 * minute,
      status: 'done',
      before: 8,
      after: undefined,
    })
    expect(tryOf(began, rated(1, 8), done(5, { painBefore: 0, painAfter: 2 }))).toMatchObject({ before: 0, after: 2 })
  })

  it('or at the time of its session, with the pain before that session', () => {
    const session = { id: 'x', startedAt: new Date(2 * minute).toISOString(), seconds: 60, status: 'stopped' }
    expect(tryOf(began, rated(1, 8), rated(3, 5), done(5, { session }))).toMatchObject({
      at: 2 * minute,
      endedAt: 5 * minute,
      status: 'stopped',
      before: 8,
    })
  })

  it('has the pain after it, if that was entered', () => {
    expect(tryOf(began, done(5, { painAfter: 0 }), rated(6, 4))?.after).toBe(0)
    expect(tryOf(began, done(5), rated(6, 4))?.after).toBe(4)
    expect(5 * minute).toBeLessThan(hour)
  })
})

it('a try has the sets that were done, if they were counted', () => {
  const counted = eventAt(5, { type: 'session-ended', session: 's', status: 'done', sets: 3 })
  expect(tryOf(began, started(3), counted)).toHaveProperty('sets', 3)
  expect(tryOf(began, started(3), ended(5))).not.toHaveProperty('sets')
})
