import { expect, it } from 'vitest'
import { eventAt, hour, minute } from '../../test/support/told-events.ts'
import type { DiaryEvent } from './event.ts'
import { fold } from './fold.ts'

const began = (after: number, episode = 'a') =>
  eventAt(after, { type: 'episode-began', episode, complaint: 'back', region: 'low back' })
const answered = (
  after: number,
  page: string,
  details?: { readonly hoursSinceOnset?: number; readonly age?: number },
) =>
  eventAt(after, {
    type: 'answered',
    episode: 'a',
    page,
    present: [],
    absent: [],
    unsure: [],
    ...(details && { details }),
  })
const episodeOf = (...events: readonly DiaryEvent[]) => {
  const [episode] = fold(events).episodes
  if (episode === undefined) throw new Error('there is no episode')
  return episode
}

it('an onset given on a later page is kept, counted back from the time of that answer', () => {
  expect(episodeOf(began(1), answered(2, 'emergency')).onsetAt).toBeUndefined()
  expect(episodeOf(began(1), answered(2, 'emergency'), answered(200, 'second', { hoursSinceOnset: 3 })).onsetAt).toBe(
    200 * minute - 3 * hour,
  )
})

it('a page that does not ask for the onset leaves the one that is known', () => {
  const told = answered(200, 'second', { hoursSinceOnset: 3 })
  for (const later of [answered(210, 'gate'), answered(210, 'partners', { age: 40 })])
    expect(episodeOf(began(1), told, later).onsetAt).toBe(200 * minute - 3 * hour)
})

it('an onset that is given again counts in the place of the earlier one, also an onset of just now', () => {
  const told = answered(200, 'second', { hoursSinceOnset: 3 })
  expect(episodeOf(began(1), told, answered(300, 'second', { hoursSinceOnset: 1 })).onsetAt).toBe(300 * minute - hour)
  expect(episodeOf(began(1), told, answered(300, 'second', { hoursSinceOnset: 0 })).onsetAt).toBe(300 * minute)
})

it('answers are kept in the order they were given, each with its time', () => {
  const { answered: pages } = episodeOf(began(1), answered(2, 'emergency'), answered(3, 'second'))
  expect(pages.map(({ page, at }) => [page, at])).toEqual([
    ['emergency', 2 * minute],
    ['second', 3 * minute],
  ])
})

it('an episode that is asked about again is open again', () => {
  const ended = [began(1), eventAt(5, { type: 'episode-ended', episode: 'a' })]
  expect(episodeOf(...ended).endedAt).toBe(5 * minute)
  expect(episodeOf(...ended, eventAt(9, { type: 'asked-again', episode: 'a' }))).toMatchObject({
    askedAgainAt: 9 * minute,
    endedAt: undefined,
  })
})

it('an episode that is over keeps its end during its check and after it', () => {
  const over = [began(1), eventAt(5, { type: 'episode-ended', episode: 'a', askLater: true })]
  expect(episodeOf(...over)).toMatchObject({ endedAt: 5 * minute, isAskedLater: true, isCheckedAfter: false })
  const asked = [...over, eventAt(300, { type: 'asked-again', episode: 'a', isOver: true })]
  expect(episodeOf(...asked)).toMatchObject({
    askedAgainAt: 300 * minute,
    endedAt: 5 * minute,
    isAskedLater: false,
    isCheckedAfter: true,
  })
  expect(episodeOf(...asked, eventAt(310, { type: 'episode-ended', episode: 'a' }))).toMatchObject({
    endedAt: 5 * minute,
    isAskedLater: false,
    isCheckedAfter: false,
  })
})

it('an episode that has not ended is open, whatever is said of its end', () => {
  expect(episodeOf(began(1), eventAt(2, { type: 'asked-again', episode: 'a', isOver: true }))).toMatchObject({
    endedAt: undefined,
    isCheckedAfter: false,
  })
})

it('one that came back after its end takes the later end', () => {
  expect(
    episodeOf(
      began(1),
      eventAt(5, { type: 'episode-ended', episode: 'a' }),
      eventAt(9, { type: 'asked-again', episode: 'a' }),
      eventAt(20, { type: 'episode-ended', episode: 'a' }),
    ).endedAt,
  ).toBe(20 * minute)
})

it('notes of the beginning, of a rating, of the end and separate ones are kept in order; an event without a note adds none', () => {
  const { notes, ratings } = episodeOf(
    eventAt(1, { type: 'episode-began', episode: 'a', complaint: 'back', region: 'low back', pain: 7, note: 'one' }),
    eventAt(2, { type: 'episode-rated', episode: 'a', pain: 4, note: 'two' }),
    eventAt(3, { type: 'episode-rated', episode: 'a', pain: 3 }),
    eventAt(4, { type: 'noted', episode: 'a', text: 'three' }),
    eventAt(5, { type: 'noted', text: 'of no episode' }),
    eventAt(6, { type: 'episode-ended', episode: 'a', note: 'four' }),
  )
  expect(notes).toEqual(['one', 'two', 'three', 'four'])
  expect(ratings.map(({ at, pain }) => [at, pain])).toEqual([
    [minute, 7],
    [2 * minute, 4],
    [3 * minute, 3],
  ])
})

it('an event changes only the episode that it names, and creates none if there is no such episode', () => {
  const { episodes } = fold([began(1, 'a'), began(2, 'b'), eventAt(3, { type: 'episode-ended', episode: 'b' })])
  expect(episodes.map(({ id, endedAt }) => [id, endedAt])).toEqual([
    ['a', undefined],
    ['b', 3 * minute],
  ])
  expect(fold([eventAt(3, { type: 'episode-ended', episode: 'b' })]).episodes).toEqual([])
})

it('a new episode has the fields of its first event, and no others', () => {
  expect(episodeOf(began(1))).toEqual({
    id: 'a',
    complaint: 'back',
    region: 'low back',
    side: undefined,
    beganAt: minute,
    onsetAt: undefined,
    setOffBy: undefined,
    answered: [],
    askedAgainAt: undefined,
    ratings: [],
    notes: [],
    endedAt: undefined,
    isAskedLater: false,
    isCheckedAfter: false,
  })
})

it('a session has its start, its taps in order, and how it ended', () => {
  const { sessions } = fold([
    eventAt(1, { type: 'session-began', session: 's', episode: 'a', script: 'heat' }),
    eventAt(2, { type: 'session-marked', session: 's', mark: 'pause' }),
    eventAt(3, { type: 'session-marked', session: 's', mark: 'resume' }),
    eventAt(4, { type: 'session-marked', session: 'of-nobody', mark: 'stop' }),
  ])
  const session = {
    id: 's',
    episode: 'a',
    script: 'heat',
    startedAt: minute,
    marks: [
      { kind: 'pause', at: 2 * minute },
      { kind: 'resume', at: 3 * minute },
    ],
    ended: undefined,
  }
  // Strictly: a session outside a course has no field for one.
  expect(sessions).toStrictEqual([session])
  const ended = fold([
    eventAt(1, { type: 'session-began', session: 's', script: 'heat' }),
    eventAt(5, { type: 'session-ended', session: 's', status: 'stopped' }),
  ])
  expect(ended.sessions).toMatchObject([{ id: 's', ended: 'stopped', marks: [] }])
})

it('a session of a course has the course and the sets that it began with', () => {
  const { sessions } = fold([eventAt(1, { type: 'session-began', session: 's', script: 'heat', course: 'c', sets: 2 })])
  expect(sessions).toMatchObject([{ id: 's', course: 'c', sets: 2 }])
})
