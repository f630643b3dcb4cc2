import { describe, expect, it } from 'vitest'
import type { TrialLog } from '../diary/diary.ts'
import type { Protocol } from '../trials/protocol.ts'
import { daysOfTrial, daysToCome, ratingsToCome, recordsOf, trialProgressOf } from './trial-progress.ts'

const day = (count: number) =>
  new Date(Date.parse('2026-03-01T12:00:00Z') + (count - 1) * 86_400_000).toISOString().slice(0, 10)

/** Two arms in turn, in periods of two days; two cycles, eight days. Of episodes: four, in turn. */
function protocol(model: 'rating' | 'count' = 'rating', isByEpisode = false): Protocol {
  const length = isByEpisode ? 1 : 2
  return {
    arms: [{ label: 'ice' }, { label: 'heat' }],
    outcome: { model, question: 'How bad?' },
    layout: isByEpisode
      ? { kind: 'episodes', episodes: 4 }
      : { kind: 'periods', cycles: 2, periodDays: 2, leaveOut: 0 },
    schedule: [0, 1, 2, 3].map(place => ({
      period: place + 1,
      cycle: Math.floor(place / 2) + 1,
      arm: place % 2,
      firstDay: place * length + 1,
      lastDay: (place + 1) * length,
    })),
  } as unknown as Protocol
}
const rating = (count: number, y = 5, episode?: number) => ({
  day: day(count),
  y,
  episode,
  isDone: true,
  note: undefined,
})
const log = (given: Partial<TrialLog> = {}, of = protocol()): TrialLog => ({
  id: 't',
  protocol: JSON.stringify(of),
  sha256: 'x',
  firstDay: day(1),
  ratings: [],
  pauses: [],
  amendments: [],
  stopped: undefined,
  followed: undefined,
  ...given,
})
const progress = (today: number, given: Partial<TrialLog> = {}, of = protocol()) => {
  const found = trialProgressOf(log(given, of), day(today))
  if (found === undefined) throw new Error('the protocol cannot be read')
  return found
}
const rows = (today: number, given: Partial<TrialLog> = {}, of = protocol(), cycles?: number) =>
  recordsOf(progress(today, given, of), day(today), cycles).rows

describe('a protocol that cannot be read', () => {
  it.each(['{', '{}', '{"schedule":[]}', '{"arms":[]}', 'null', '{"schedule":1,"arms":[]}'])(
    '%s gives nothing',
    text => {
      expect(trialProgressOf(log({ protocol: text }), day(1))).toBeUndefined()
    },
  )
})

describe('a trial of days', () => {
  it('waits for its first day, runs to its last, and is over after that', () => {
    const states = [0, 1, 8, 9].map(today => progress(today).state)
    expect(states).toEqual(['waiting', 'running', 'running', 'finished'])
  })

  it('shows the period of today and no other', () => {
    expect([1, 2, 3, 8].map(today => progress(today).period?.period)).toEqual([1, 1, 2, 4])
    for (const today of [0, 9]) expect(progress(today).period).toBeUndefined()
    expect(progress(3, { stopped: { day: day(3), why: undefined } }).period).toBeUndefined()
  })

  it('asks for today until it is rated', () => {
    expect(progress(3).toRate).toEqual({ day: day(3) })
    expect(progress(3, { ratings: [rating(3)] }).toRate).toBeUndefined()
    expect(progress(3, { ratings: [rating(2)] }).toRate).toEqual({ day: day(3) })
    for (const today of [0, 9]) expect(progress(today).toRate).toBeUndefined()
  })

  it('is over with the rating of its last day', () => {
    expect(progress(8, { ratings: [rating(8)] }).state).toBe('finished')
    expect(progress(7, { ratings: [rating(7)] }).state).toBe('running')
  })

  it('counts its days up to its length', () => {
    expect([0, 1, 8, 9, 20].map(today => progress(today).place)).toEqual([0, 1, 8, 8, 8])
    expect(progress(1).length).toBe(8)
  })

  it('says how many ratings are still to come, one fewer with each day', () => {
    const left = (today: number, more: Partial<TrialLog> = {}) => ratingsToCome(progress(today, more), day(today))
    expect([0, 1, 4, 8, 9].map(today => left(today))).toEqual([8, 8, 5, 1, 0])
    expect(left(4, { ratings: [rating(4)] })).toBe(4)
    expect(left(4, { stopped: { day: day(4), why: undefined } })).toBe(0)
    expect(left(20, { pauses: [{ from: day(4), to: undefined }] })).toBe(5)
  })

  it('counts a cycle when all its periods are over', () => {
    expect([3, 4, 5, 8, 9].map(today => progress(today).wholeCycles)).toEqual([0, 0, 1, 1, 2])
    expect(progress(4, { ratings: [rating(4)] }).wholeCycles).toBe(1)
  })
})

describe('a trial of nights', () => {
  const nights = protocol('count')
  const of = (today: number, ...rated: readonly number[]) =>
    progress(today, { ratings: rated.map(count => rating(count)) }, nights)

  it('asks on the morning after, also about the last night', () => {
    expect(of(1).toRate).toBeUndefined()
    expect(of(2).toRate).toEqual({ day: day(1) })
    expect(of(2, 1).toRate).toBeUndefined()
    expect(of(9)).toMatchObject({ state: 'running', toRate: { day: day(8) } })
    expect(of(9, 8)).toMatchObject({ state: 'finished', toRate: undefined })
    expect(of(10)).toMatchObject({ state: 'finished', toRate: undefined })
  })

  it('is not over with the rating of its last night but one', () => {
    expect(of(8, 7).state).toBe('running')
    expect(of(8, 8).state).toBe('running')
  })

  it('asks only about last night, not about a night before a pause', () => {
    const paused = { pauses: [{ from: day(3), to: day(6) }] }
    expect(progress(6, paused, nights).toRate).toBeUndefined()
    expect(progress(7, paused, nights).toRate).toEqual({ day: day(6) })
  })

  it('counts a cycle when its last night is over', () => {
    expect([4, 5, 8, 9].map(today => of(today).wholeCycles)).toEqual([0, 1, 1, 2])
  })
})

describe('a pause', () => {
  const open = { pauses: [{ from: day(3), to: undefined }] }
  const over = { pauses: [{ from: day(3), to: day(5) }] }

  it('counts from its day on, until it ends', () => {
    expect([2, 3, 90].map(today => progress(today, open).state)).toEqual(['running', 'paused', 'paused'])
    expect([4, 5].map(today => progress(today, over).state)).toEqual(['running', 'running'])
    expect(progress(90, open).period).toBeUndefined()
    expect(progress(90, open).toRate).toBeUndefined()
  })

  it('shifts the days after it: the day on which it ends counts again', () => {
    expect([2, 3, 4, 5, 6].map(today => progress(today, over).place)).toEqual([2, 2, 2, 3, 4])
    expect([10, 11].map(today => progress(today, over).state)).toEqual(['running', 'finished'])
  })
})

describe('a stopped trial', () => {
  it('is stopped, whatever else is true of it', () => {
    const stopped = { stopped: { day: day(3), why: undefined }, pauses: [{ from: day(2), to: undefined }] }
    for (const today of [0, 3, 20]) expect(progress(today, stopped).state).toBe('stopped')
  })

  it('records no day after its last one', () => {
    expect(rows(7, { stopped: { day: day(3), why: undefined } }).map(row => row.day)).toEqual([1, 2, 3])
  })
})

describe('the records for the analysis', () => {
  it('are every day up to now, rated or missed; today only once it is rated', () => {
    const some = { ratings: [rating(1, 7), rating(3, 0)] }
    expect(rows(4, some)).toEqual([
      { day: 1, period: 1, arm: 0, y: 7, nights: 1 },
      { day: 2, period: 1, arm: 0, y: null, nights: 1 },
      { day: 3, period: 2, arm: 1, y: 0, nights: 1 },
    ])
    expect(rows(3, some).map(row => row.day)).toEqual([1, 2, 3])
    expect(rows(20, some)).toHaveLength(8)
    expect(rows(0, some)).toEqual([])
  })

  it('keep the true distance of the days over a pause', () => {
    const paused = { pauses: [{ from: day(3), to: day(5) }] }
    expect(rows(8, paused).map(row => [row.day, row.period])).toEqual([
      [1, 1],
      [2, 1],
      [5, 2],
      [6, 2],
      [7, 3],
    ])
  })

  it('can be limited to the first cycles', () => {
    expect(rows(20, {}, protocol(), 1).map(row => row.period)).toEqual([1, 1, 2, 2])
    expect(rows(20, {}, protocol(), 2)).toHaveLength(8)
  })

  it('name the arms by their numbers', () => {
    expect(recordsOf(progress(1), day(1)).arms).toEqual([
      { number: 0, label: 'ice' },
      { number: 1, label: 'heat' },
    ])
  })
})

describe('a trial of episodes', () => {
  const episodes = protocol('rating', true)
  const of = (count: number, given: Partial<TrialLog> = {}) => ({
    ...given,
    ratings: Array.from({ length: count }, (_, i) => rating(i + 1, i, i + 1)),
  })

  it('counts the rated episodes, and asks for the next one', () => {
    expect(progress(90, of(0), episodes)).toMatchObject({
      state: 'running',
      place: 1,
      length: 4,
      period: { period: 1 },
    })
    expect(progress(90, of(1), episodes)).toMatchObject({
      place: 2,
      period: { period: 2 },
      toRate: { day: day(90), episode: 2 },
    })
    expect(progress(90, of(4), episodes)).toMatchObject({
      state: 'finished',
      place: 4,
      toRate: undefined,
      period: undefined,
    })
    expect([0, 1, 2, 3, 4].map(count => progress(90, of(count), episodes).wholeCycles)).toEqual([0, 0, 1, 1, 2])
  })

  it('ignores a rating of a day', () => {
    expect(progress(90, { ratings: [rating(1)] }, episodes).place).toBe(1)
  })

  it('can be paused or stopped like any other', () => {
    const pauses = [{ from: day(1), to: undefined }]
    expect(progress(9, of(1, { pauses }), episodes).state).toBe('paused')
    expect(progress(9, of(1, { pauses: [{ from: day(1), to: day(2) }] }), episodes).state).toBe('running')
    expect(progress(9, of(4, { pauses }), episodes).state).toBe('finished')
    expect(progress(9, of(1, { pauses, stopped: { day: day(2), why: undefined } }), episodes).state).toBe('stopped')
  })

  it('records the rated episodes', () => {
    expect(rows(90, of(2), episodes)).toEqual([
      { day: 1, period: 1, arm: 0, y: 0, nights: 1 },
      { day: 2, period: 2, arm: 1, y: 1, nights: 1 },
    ])
    expect(rows(90, of(4), episodes, 1)).toHaveLength(2)
  })
})

describe('the days that are still to be rated', () => {
  const coming = (today: number, given: Partial<TrialLog> = {}, of = protocol()) =>
    daysToCome(progress(today, given, of), day(today))

  it('are all of them before the trial begins, a morning later for nights', () => {
    expect(coming(0)).toEqual({ firstDay: day(1), days: 8 })
    expect(coming(0, {}, protocol('count'))).toEqual({ firstDay: day(2), days: 8 })
  })

  it('begin today, or tomorrow if today was rated', () => {
    expect(coming(3)).toEqual({ firstDay: day(3), days: 6 })
    expect(coming(3, { ratings: [rating(3)] })).toEqual({ firstDay: day(4), days: 5 })
    expect(coming(8)).toEqual({ firstDay: day(8), days: 1 })
    expect(coming(8, {}, protocol('count'))).toEqual({ firstDay: day(8), days: 2 })
    expect(coming(9, {}, protocol('count'))).toEqual({ firstDay: day(9), days: 1 })
  })

  it('are none once it is over, stopped or paused, nor for a trial of episodes', () => {
    expect(coming(9)).toBeUndefined()
    expect(coming(8, { ratings: [rating(8)] })).toBeUndefined()
    expect(coming(3, { stopped: { day: day(2), why: undefined } })).toBeUndefined()
    expect(coming(3, { pauses: [{ from: day(2), to: undefined }] })).toBeUndefined()
    expect(coming(3, {}, protocol('rating', true))).toBeUndefined()
  })
})

describe('a change after the beginning', () => {
  const amended = (at: string) =>
    progress(5, { amendments: [{ at: Date.parse(at), what: 'x', why: 'y' }] }).frozen.amendments

  it('is dated by the day of the trial, at least the first', () => {
    expect(amended(`${day(3)}T08:00:00Z`)).toEqual([{ day: 3, what: 'x', why: 'y' }])
    expect(amended(`${day(1)}T08:00:00Z`)[0]?.day).toBe(1)
    expect(amended('2026-02-01T08:00:00Z')[0]?.day).toBe(1)
  })
})

describe('day by day', () => {
  const states = (today: number, given: Partial<TrialLog> = {}, of = protocol()) =>
    daysOfTrial(progress(today, given, of), day(today)).map(({ state, arm }) => `${state} ${arm ?? '-'}`)

  it('shows what was rated or missed with its arm, today, and nothing of the days to come', () => {
    expect(states(4, { ratings: [rating(1), rating(3)] })).toEqual([
      ...['rated 0', 'missed 0', 'rated 1', 'today 1'],
      ...['to-come -', 'to-come -', 'to-come -', 'to-come -'],
    ])
  })

  it('leaves pauses out, and a stopped trial misses nothing after its stop', () => {
    const paused = { ratings: [rating(1)], pauses: [{ from: day(2), to: day(5) }] }
    expect(states(5, paused).slice(0, 3)).toEqual(['rated 0', 'today 0', 'to-come -'])
    expect(states(8, { stopped: { day: day(2), why: undefined } }).filter(state => /missed/.test(state)).length).toBe(2)
  })

  it('does not call last night missed, which is rated in the morning', () => {
    expect(states(2, {}, protocol('count')).slice(0, 2)).toEqual(['today 0', 'today 0'])
    expect(states(3, {}, protocol('count')).slice(0, 3)).toEqual(['missed 0', 'today 0', 'today 1'])
  })

  it('counts spasm by spasm, and hides which remedy is drawn for the next', () => {
    expect(states(9, { ratings: [rating(2, 5, 1)] }, protocol('rating', true))).toEqual([
      'rated 0',
      'today -',
      'to-come -',
      'to-come -',
    ])
  })
})
