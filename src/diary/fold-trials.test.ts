import { describe, expect, it } from 'vitest'
import { eventAt, minute } from '../../test/support/told-events.ts'
import type { EventBody } from './event.ts'
import { fold } from './fold.ts'

const began: EventBody = {
  type: 'trial-began',
  trial: 't',
  protocol: '{}',
  sha256: '0'.repeat(64),
  firstDay: '2026-03-01',
}
const rated = (day: string, y: number, more: object = {}): EventBody =>
  ({ type: 'trial-rated', trial: 't', day, y, isDone: true, ...more }) as EventBody
const trialOf = (...bodies: readonly EventBody[]) => {
  const [trial] = fold([began, ...bodies].map((body, place) => eventAt(place + 1, body))).trials
  if (trial === undefined) throw new Error('there is no trial')
  return trial
}

it('a trial begins with its protocol and nothing else', () => {
  expect(trialOf()).toEqual({
    id: 't',
    protocol: '{}',
    sha256: '0'.repeat(64),
    firstDay: '2026-03-01',
    ratings: [],
    pauses: [],
    amendments: [],
    stopped: undefined,
    followed: undefined,
  })
})

describe('a rating', () => {
  const ratings = (...bodies: readonly EventBody[]) =>
    trialOf(...bodies).ratings.map(({ day, episode, y }) => [day, episode, y])

  it('of a day counts in its last words', () => {
    expect(ratings(rated('2026-03-01', 5), rated('2026-03-02', 6), rated('2026-03-01', 7))).toEqual([
      ['2026-03-02', undefined, 6],
      ['2026-03-01', undefined, 7],
    ])
  })

  it('of an episode is identified by the episode, not by the day', () => {
    const day = '2026-03-01'
    expect(
      ratings(rated(day, 5, { episode: 1 }), rated(day, 6, { episode: 2 }), rated('2026-03-02', 7, { episode: 1 })),
    ).toEqual([
      [day, 2, 6],
      ['2026-03-02', 1, 7],
    ])
  })
})

it('a pause is open until it is ended, and an ended one stays as it is', () => {
  const paused = (day: string): EventBody => ({ type: 'trial-paused', trial: 't', day })
  const resumed = (day: string): EventBody => ({ type: 'trial-resumed', trial: 't', day })
  expect(trialOf(paused('2026-03-02')).pauses).toEqual([{ from: '2026-03-02', to: undefined }])
  expect(
    trialOf(paused('2026-03-02'), resumed('2026-03-04'), paused('2026-03-06'), resumed('2026-03-08')).pauses,
  ).toEqual([
    { from: '2026-03-02', to: '2026-03-04' },
    { from: '2026-03-06', to: '2026-03-08' },
  ])
})

it('what was changed, why it was stopped and whether its result is followed are kept with their time', () => {
  const found = trialOf(
    { type: 'trial-amended', trial: 't', what: 'x', why: 'y' },
    { type: 'trial-amended', trial: 't', what: 'z', why: 'y' },
    { type: 'trial-stopped', trial: 't', day: '2026-03-05', why: 'tired' },
    { type: 'trial-followed', trial: 't', better: 'heat', worse: 'cold', isNoticeable: true },
  )
  expect(found.amendments).toEqual([
    { at: 2 * minute, what: 'x', why: 'y' },
    { at: 3 * minute, what: 'z', why: 'y' },
  ])
  expect(found.stopped).toEqual({ day: '2026-03-05', why: 'tired' })
  expect(found.followed).toEqual({ better: 'heat', worse: 'cold', isNoticeable: true, at: 5 * minute })
})

it('what names a trial that never began changes nothing', () => {
  expect(fold([eventAt(1, rated('2026-03-01', 5))]).trials).toEqual([])
})
