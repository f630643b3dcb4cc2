import { describe, expect, it } from 'vitest'
import { currentVersion, type DiaryEvent, type EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { triageKnowledge as knowledge } from '../knowledge/triage.gen.ts'
import { triage } from '../triage/triage.ts'
import { episodeCase } from './episode-case.ts'

const hour = 3_600_000
const day = 24 * hour
const event = (at: number, body: EventBody): DiaryEvent => ({
  ...body,
  id: uuidV7(at, new Uint8Array(10)),
  v: currentVersion,
  at: new Date(at).toISOString(),
})
const began = (at: number, episode: string) =>
  event(at, { type: 'episode-began', episode, complaint: 'cramp', region: 'calf' })
const answered = (at: number, episode: string, answers: { present?: string[]; absent?: string[]; unsure?: string[] }) =>
  event(at, { type: 'answered', episode, page: 'any', present: [], absent: [], unsure: [], ...answers })

/** The case of the newest episode at a time. */
function caseAt(now: number, ...events: readonly DiaryEvent[]) {
  const diary = fold(events)
  const episode = diary.episodes.at(-1)
  if (!episode) throw new Error('no episode')
  return episodeCase(knowledge, diary, episode, now)
}

describe('a sign of a clot', () => {
  const before = [began(day, 'a'), answered(day + 1, 'a', { present: ['leg-swollen-one'] }), began(6 * day, 'b')]

  it('that was never answered no counts in the next episode for 14 days', () => {
    const given = caseAt(6 * day, ...before)
    expect(given.present).toContain('leg-swollen-one')
    expect(triage(knowledge, given).tier).toBe('same-day')
    expect(caseAt(15 * day, ...before).present).toContain('leg-swollen-one')
    expect(caseAt(15 * day + 2, ...before).present).not.toContain('leg-swollen-one')
  })

  it('also counts if the person was not sure', () => {
    const doubt = [began(day, 'a'), answered(day + 1, 'a', { unsure: ['calf-tender-hot'] }), began(6 * day, 'b')]
    expect(caseAt(6 * day, ...doubt).unsure).toEqual(['calf-tender-hot'])
  })

  it('no longer counts once it is answered no, in either episode', () => {
    const resolvedThen = answered(2 * day, 'a', { absent: ['leg-swollen-one'] })
    expect(caseAt(6 * day, ...before, resolvedThen).present).toEqual([])
    const resolvedNow = answered(6 * day + 1, 'b', { absent: ['leg-swollen-one'] })
    expect(caseAt(6 * day + 2, ...before, resolvedNow)).toMatchObject({ present: [], absent: ['leg-swollen-one'] })
  })

  it('is asked again when the check is repeated', () => {
    const again = event(6 * day + 1, { type: 'asked-again', episode: 'b' })
    expect(caseAt(6 * day + 2, ...before, again).present).toEqual([])
  })
})

it('other symptoms of an earlier episode do not count; history does', () => {
  const { present } = caseAt(
    3 * day,
    began(day, 'a'),
    answered(day + 1, 'a', { present: ['burning-urine', 'cancer-history'] }),
    began(3 * day, 'b'),
  )
  expect(present).toEqual(['cancer-history'])
})

it('a passing fact is asked again after 4 hours', () => {
  const log = [began(day, 'a'), answered(day + 1, 'a', { present: ['drowsy-or-drunk'] })]
  expect(caseAt(day + 1 + 4 * hour, ...log).present).toEqual(['drowsy-or-drunk'])
  expect(caseAt(day + 2 + 4 * hour, ...log).present).toEqual([])
})

it('a cream in the diary rules out warmth for 4 hours, whatever was answered', () => {
  const log = [
    began(day, 'a'),
    event(day + 1, { type: 'remedy-done', remedy: 'topical-creams', episode: 'a' }),
    answered(day + 2, 'a', { absent: ['cream-or-patch'] }),
  ]
  expect(caseAt(day + hour, ...log).present).toEqual(['cream-or-patch'])
  expect(caseAt(day + 1 + 4 * hour, ...log).present).toEqual([])
})

it('counts the hours since the pain began, not since the episode was recorded', () => {
  const log = [
    began(day, 'a'),
    event(day + 1, {
      type: 'answered',
      episode: 'a',
      page: 'second',
      present: [],
      absent: [],
      unsure: [],
      details: { hoursSinceOnset: 10, age: 50 },
    }),
  ]
  expect(caseAt(day + 1 + 2 * hour, ...log)).toMatchObject({ age: 50, context: { hoursSinceOnset: 12 } })
})

describe('a pregnancy recorded outside an episode', () => {
  const told = event(hour, { type: 'profile-said', pregnant: true })

  it('counts in the check of every later episode', () => {
    expect(caseAt(day, told, began(day, 'a')).pregnant).toBe(true)
    expect(caseAt(day, began(day, 'a'))).not.toHaveProperty('pregnant')
  })

  it('is replaced by an answer in the check, and by a later no', () => {
    const denied = caseAt(day + 1, told, began(day, 'a'), answered(day + 1, 'a', { absent: ['pregnant'] }))
    expect(denied).not.toHaveProperty('pregnant')
    expect(denied.absent).toContain('pregnant')
    const before = [began(1, 'z'), answered(2, 'z', { absent: ['pregnant'] })]
    const now = caseAt(day, ...before, told, began(day, 'a'))
    expect([now.pregnant, now.absent.includes('pregnant')]).toEqual([true, false])
    const over = event(2 * hour, { type: 'profile-said', pregnant: false })
    expect(caseAt(day, told, over, began(day, 'a'))).not.toHaveProperty('pregnant')
  })
})
