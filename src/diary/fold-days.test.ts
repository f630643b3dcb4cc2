import { describe, expect, it } from 'vitest'
import { eventAt } from '../../test/support/told-events.ts'
import type { DiaryEvent, EventBody } from './event.ts'
import { fold } from './fold.ts'

const on = (minutes: number, at: string, body: EventBody): DiaryEvent => ({ ...eventAt(minutes, body), at })
const daysOf = (...events: readonly DiaryEvent[]) => fold(events).days
const drank = (minutes: number, at: string) => on(minutes, at, { type: 'drank', drink: 'tea', ml: 200 })

describe('the day of an event', () => {
  it('is the local day of the place where it was written', () => {
    const days = daysOf(
      drank(1, '2026-11-24T00:30:00+05:30'),
      drank(2, '2026-11-24T23:30:00-08:00'),
      drank(3, '2026-11-25T00:00:00Z'),
    )
    expect(days.map(({ day, drankMl, entries }) => [day, drankMl, entries])).toEqual([
      ['2026-11-24', 400, 2],
      ['2026-11-25', 200, 1],
    ])
  })

  it('of cramps that were counted is their night', () => {
    const counted = on(1, '2026-11-25T08:00:00Z', { type: 'cramps-counted', night: '2026-11-24', count: 3, pain: 6 })
    expect(daysOf(counted)).toEqual([
      {
        day: '2026-11-24',
        cramps: [{ kind: 'counted', region: undefined, count: 3 }],
        pains: [{ complaint: 'cramp', region: undefined, at: Date.parse(counted.at), pain: 6 }],
        drankMl: 0,
        entries: 1,
      },
    ])
  })
})

describe('the content of a day', () => {
  const at = '2026-11-24T08:00:00Z'
  const began = (complaint: 'back' | 'cramp', pain?: number) =>
    on(1, at, {
      type: 'episode-began',
      episode: 'a',
      complaint,
      region: 'calf',
      ...(pain === undefined ? {} : { pain }),
    })

  it('a cramp that began counts once, a pain of the back as no cramp', () => {
    expect(daysOf(began('cramp'))[0]).toMatchObject({
      cramps: [{ kind: 'episode', region: 'calf', count: 1 }],
      pains: [],
    })
    expect(daysOf(began('back', 0))[0]).toMatchObject({ cramps: [], pains: [{ complaint: 'back', pain: 0 }] })
  })

  it('a rating is of the complaint and the place of its episode', () => {
    const rated = on(2, at, { type: 'episode-rated', episode: 'a', pain: 4 })
    expect(daysOf(began('cramp', 7), rated)[0]).toMatchObject({
      pains: [
        { complaint: 'cramp', region: 'calf', pain: 7 },
        { complaint: 'cramp', region: 'calf', pain: 4 },
      ],
      entries: 2,
    })
    expect(daysOf(rated)[0]).toMatchObject({ pains: [], entries: 1 })
  })

  it('every entry counts, but for a merge and a strike-out', () => {
    const noted = on(2, at, { type: 'noted', text: 'x' })
    const merged = on(3, at, { type: 'merged', events: [noted.id], from: 'a backup' })
    const other = on(4, at, { type: 'noted', text: 'y' })
    const strike = on(5, at, { type: 'struck-out', events: [other.id] })
    expect(daysOf(noted, merged, other, strike).map(({ entries }) => entries)).toEqual([1])
  })
})

describe('the pain told in a course', () => {
  const at = '2026-11-24T08:00:00Z'
  const episode = on(1, at, { type: 'episode-began', episode: 'a', complaint: 'back', region: 'low back' })
  const began = on(2, at, {
    ...{ type: 'course-began', course: 'c', which: 'back-after-spasm', episode: 'a', firstDay: '2026-11-24' },
  })

  it('is pain of the day, at the place of the episode that the course rests on', () => {
    const days = daysOf(
      ...[episode, began],
      on(3, at, { type: 'course-done', course: 'c', day: '2026-11-24', painBefore: 5, painAfter: 4 }),
      on(4, '2026-11-25T07:00:00Z', { type: 'course-felt', course: 'c', day: '2026-11-25', pain: 3 }),
      on(5, '2026-11-26T07:00:00Z', {
        ...{ type: 'course-checked', course: 'c', day: '2026-11-26', checkIn: 'hours-48', compared: 'better', pain: 2 },
      }),
    )
    expect(days.map(({ day, pains }) => [day, pains.map(({ region, pain }) => `${region} ${pain}`)])).toEqual([
      ['2026-11-24', ['low back 5', 'low back 4']],
      ['2026-11-25', ['low back 3']],
      ['2026-11-26', ['low back 2']],
    ])
  })

  it('is that of the day it is about, when it is told later', () => {
    const told = on(3, '2026-11-26T07:00:00Z', { type: 'course-done', course: 'c', day: '2026-11-25', painAfter: 6 })
    expect(daysOf(episode, began, told).map(({ day, pains }) => [day, pains.length])).toEqual([
      ['2026-11-24', 0],
      ['2026-11-25', 1],
    ])
  })

  it('of a course whose beginning is not known belongs to no place, and is left out', () => {
    const told = on(3, at, { type: 'course-felt', course: 'other', day: '2026-11-24', pain: 6 })
    expect(daysOf(episode, began, told)[0]?.pains).toEqual([])
  })
})
