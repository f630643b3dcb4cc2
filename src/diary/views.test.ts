import { describe, expect, it } from 'vitest'
import { idAt } from '../../test/support/diary-events.ts'
import type { DiaryEvent, EventBody } from './event.ts'
import { fold } from './fold.ts'
import { crampsIn, crampsOf, daysIn, episodesIn, placesOf, remedyResults, worstPain } from './views.ts'

const diaryOf = (...told: readonly (readonly [at: string, body: EventBody])[]) =>
  fold(told.map(([at, body], place): DiaryEvent => ({ ...body, id: idAt(place), v: 2, at: `${at}:00+01:00` })))

const period = (from: string, to: string) => ({
  from,
  to,
  fromAt: Date.parse(`${from}T00:00:00+01:00`),
  toAt: Date.parse(`${to}T00:00:00+01:00`) + 86_400_000,
})
const all = period('2026-01-01', '2026-12-31')

const calf = { type: 'episode-began', episode: 'c', complaint: 'cramp', region: 'calf' } as const
const back = { type: 'episode-began', episode: 'b', complaint: 'back', region: 'low back', pain: 8 } as const
const diary = diaryOf(
  ['2026-11-02T03:10', calf],
  ['2026-11-02T08:00', { type: 'cramps-counted', night: '2026-11-02', count: 2, region: 'calf', pain: 5 }],
  ['2026-11-02T08:01', { type: 'cramps-counted', night: '2026-11-02', count: 1, region: 'foot' }],
  ['2026-11-03T10:00', back],
  ['2026-11-03T10:10', { type: 'session-began', session: 's', episode: 'b', script: 'heat/bag' }],
  ['2026-11-03T10:30', { type: 'session-ended', session: 's', status: 'done' }],
  ['2026-11-03T10:40', { type: 'episode-rated', episode: 'b', pain: 5 }],
  ['2026-11-04T23:50', { type: 'remedy-done', remedy: 'heat/bag', episode: 'b' }],
  ['2026-11-05T09:00', { type: 'remedy-done', remedy: 'walk', painBefore: 2, painAfter: 3 }],
)
const [night] = daysIn(diary, all)

describe('the entries of a day', () => {
  it('counts a cramp once if it had an episode at night and was counted in the morning', () => {
    expect(crampsOf(night, 'calf')).toBe(2)
    expect(crampsOf(night, 'foot')).toBe(1)
    expect(crampsOf(night)).toBe(3)
    expect(crampsOf(undefined)).toBe(0)
  })

  it('gives the worst pain of the requested place and complaint', () => {
    const [, day] = daysIn(diary, all)
    expect(worstPain(day)).toBe(8)
    expect(worstPain(day, 'calf')).toBeUndefined()
    expect(worstPain(night, undefined, 'cramp')).toBe(5)
  })
})

describe('the entries of a period', () => {
  it('counts cramps of the period and place', () => {
    expect(crampsIn(diary, all)).toBe(3)
    expect(crampsIn(diary, { ...all, region: 'foot' })).toBe(1)
    expect(crampsIn(diary, period('2026-11-03', '2026-12-31'))).toBe(0)
  })

  it('lists the single results of each remedy, and how often it was tried', () => {
    expect(remedyResults(diary, all)).toMatchObject([
      { remedy: 'heat/bag', times: 2, changes: [{ before: 8, after: 5 }] },
      { remedy: 'walk', times: 1, changes: [{ before: 2, after: 3 }] },
    ])
    expect(remedyResults(diary, { ...all, region: 'calf' })).toEqual([])
    expect(remedyResults(diary, period('2026-01-01', '2026-11-03'))).toMatchObject([{ remedy: 'heat/bag', times: 1 }])
  })

  it('lists the newest episodes first, and the most frequent places first', () => {
    expect(episodesIn(diary, all).map(({ id }) => id)).toEqual(['b', 'c'])
    expect(placesOf(diary)).toEqual(['calf', 'foot', 'low back'])
  })
})
