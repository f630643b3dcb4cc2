import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog, idAt } from '../../test/support/diary-events.ts'
import { uuidV7, uuidV7After } from '../ids.ts'
import type { DiaryEvent, EventBody } from './event.ts'
import { fold } from './fold.ts'

const event = (minute: number, body: EventBody): DiaryEvent => ({
  ...body,
  id: uuidV7(minute * 60_000, new Uint8Array(10).fill(minute % 256)),
  v: 2,
  at: new Date(minute * 60_000).toISOString(),
})

const log: readonly DiaryEvent[] = [
  event(1, { type: 'episode-began', episode: 'a', complaint: 'back', region: 'low back', side: 'left', pain: 7 }),
  event(2, {
    type: 'answered',
    episode: 'a',
    page: 'emergency',
    present: ['fever'],
    absent: ['chest-pain'],
    unsure: [],
    details: { age: 40, hoursSinceOnset: 1 },
  }),
  event(3, { type: 'session-began', session: 's', episode: 'a', script: 'heat/wheat-bag' }),
  event(4, { type: 'session-marked', session: 's', mark: 'pause' }),
  event(5, { type: 'session-ended', session: 's', status: 'done' }),
  event(6, { type: 'episode-rated', episode: 'a', pain: 4, session: 's' }),
  event(7, { type: 'episode-ended', episode: 'a' }),
]
const minute = (count: number) => count * 60_000

describe('folding a log', () => {
  it('contains episodes, sessions and lasting facts', () => {
    const { episodes, sessions, person } = fold(log)
    expect(episodes[0]).toMatchObject({
      region: 'low back',
      onsetAt: minute(2) - 3_600_000,
      endedAt: minute(7),
      ratings: [{ pain: 7 }, { pain: 4 }],
    })
    expect(sessions[0]).toMatchObject({ script: 'heat/wheat-bag', ended: 'done', marks: [{ kind: 'pause' }] })
    expect(person).toMatchObject({ age: 40 })
  })

  it('sets the pain before a remedy beside the pain after it', () => {
    expect(fold(log).tries).toEqual([
      {
        id: 's',
        remedy: 'heat/wheat-bag',
        episode: 'a',
        at: minute(3),
        endedAt: minute(5),
        status: 'done',
        before: 7,
        after: 4,
      },
    ])
  })

  it('takes the first rating within an hour as the pain after, and none later', () => {
    const rated = (at: number) => event(at, { type: 'episode-rated', episode: 'a', pain: 3 })
    expect(fold([...log.slice(0, 5), rated(60)]).tries[0]?.after).toBe(3)
    expect(fold([...log.slice(0, 5), rated(66)]).tries[0]?.after).toBeUndefined()
    expect(
      fold([...log.slice(0, 5), rated(30), event(40, { type: 'episode-rated', episode: 'a', pain: 9 })]).tries[0]
        ?.after,
    ).toBe(3)
  })

  it('collects days, and adds up counts and drinks', () => {
    const { days } = fold([
      ...log,
      event(8, { type: 'cramps-counted', night: '1970-01-02', count: 2, region: 'calf', pain: 6 }),
      event(9, { type: 'cramps-counted', night: '1970-01-02', count: 1 }),
      event(10, { type: 'drank', drink: 'water', ml: 300 }),
      event(11, { type: 'drank', drink: 'tea', ml: 200 }),
    ])
    expect(days.map(({ day, drankMl, entries }) => [day, drankMl, entries])).toEqual([
      ['1970-01-01', 500, 9],
      ['1970-01-02', 0, 2],
    ])
    expect(days[0]?.pains.map(({ pain }) => pain)).toEqual([7, 4])
    expect(days[1]?.cramps).toEqual([
      { kind: 'counted', region: 'calf', count: 2 },
      { kind: 'counted', region: undefined, count: 1 },
    ])
  })

  it('knows which medicines are taken now, whatever their capitals', () => {
    const { medicines } = fold([
      event(1, { type: 'profile-said', medicines: ['Simvastatin', 'Ramipril'] }),
      event(2, { type: 'medicine-taken', medicine: 'simvastatin', ingredient: 'statin' }),
      event(3, { type: 'medicine-stopped', medicine: 'RAMIPRIL' }),
      event(4, { type: 'medicine-started', medicine: 'Amlodipine' }),
      event(5, { type: 'profile-said', medicines: ['Amlodipine'] }),
    ])
    expect(medicines).toMatchObject([
      { name: 'Simvastatin', ingredient: 'statin', isCurrent: false, stoppedAt: minute(5), timesTaken: 1 },
      { name: 'Ramipril', isCurrent: false, stoppedAt: minute(3) },
      { name: 'Amlodipine', isCurrent: true, startedAt: minute(4) },
    ])
  })

  it('has the newest answers, and drops the weeks of a pregnancy that is over', () => {
    const { person } = fold([
      event(1, { type: 'profile-said', birthYear: 1980, country: 'NL', pregnant: true, pregnancyWeeks: 20 }),
      event(2, { type: 'profile-said', pregnant: false, country: 'GB' }),
    ])
    expect(person).toEqual({ birthYear: 1980, country: 'GB', pregnant: false })
  })
})

it('gives the same diary from a shuffled or doubled log', () => {
  fc.assert(
    fc.property(anyLog, fc.infiniteStream(fc.nat()), (events, order) => {
      const shuffled = events.map(each => ({ each, key: order.next().value })).sort((a, b) => a.key - b.key)
      expect(fold([...shuffled.map(({ each }) => each), ...events])).toEqual(fold(events))
    }),
  )
})

it('never counts what was struck out, and counts it again when the strike-out is struck out', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (events, pick) => {
      const strikeable = events.filter(({ type }) => type !== 'struck-out' && type !== 'merged')
      const chosen = strikeable[pick % Math.max(1, strikeable.length)]
      if (chosen === undefined) return
      const stamp = { v: 2, at: chosen.at, type: 'struck-out' } as const
      const strike: DiaryEvent = { ...stamp, id: idAt(900), events: [chosen.id] }
      const restore: DiaryEvent = { ...stamp, id: idAt(901), events: [strike.id] }
      const without = events.filter(({ id }) => id !== chosen.id)
      expect(fold([...events, strike])).toEqual(fold(without))
      expect(fold([...events, strike, restore])).toEqual(fold(events))
    }),
  )
})

it('keeps the entries of an episode whose beginning is corrected later', () => {
  const began = log[0] as DiaryEvent
  const strike = event(20, { type: 'struck-out', events: [began.id] })
  const corrected = event(21, {
    type: 'episode-began',
    episode: 'a',
    complaint: 'back',
    region: 'low back',
    side: 'right',
    pain: 7,
    instead: began.id,
  })
  const { episodes, tries } = fold([...log, strike, { ...corrected, at: began.at }])
  expect(episodes).toEqual(fold(log).episodes.map(episode => ({ ...episode, side: 'right' })))
  expect(tries).toEqual(fold(log).tries)
})

it('counts nothing of a merge that was struck out', () => {
  const told = event(20, { type: 'drank', drink: 'water', ml: 300 })
  const merged = event(21, { type: 'merged', events: [told.id], from: 'a backup' })
  const strike = event(22, { type: 'struck-out', events: [merged.id] })
  expect(fold([...log, told, merged, strike])).toEqual(fold(log))
  expect(fold([...log, told, merged]).days[0]?.drankMl).toBe(300)
})

it('makes ids that sort after the last even when the clock goes back', () => {
  const random = new Uint8Array(10)
  const last = uuidV7(1_800_000_000_000, random)
  expect(uuidV7After(last, 1_700_000_000_000, random) > last).toBe(true)
  expect(uuidV7After(last, 1_800_000_000_000, random) > last).toBe(true)
  expect(uuidV7After('', 1_700_000_000_000, random)).toBe(uuidV7(1_700_000_000_000, random))
})

it('makes ids that sort by time', () => {
  fc.assert(
    fc.property(
      fc.nat(2 ** 40),
      fc.integer({ min: 1, max: 1e9 }),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (now, later, random) => {
        const [a, b] = [uuidV7(now, random), uuidV7(now + later, random)]
        expect(a < b).toBe(true)
        expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      },
    ),
  )
})
