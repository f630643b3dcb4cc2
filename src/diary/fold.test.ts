import fc from 'fast-check'
import { expect, it } from 'vitest'
import { uuidV7 } from '../ids.ts'
import type { DiaryEvent, EventBody } from './event.ts'
import { fold } from './fold.ts'

const event = (minute: number, body: EventBody): DiaryEvent => ({
  ...body,
  id: uuidV7(minute * 60_000, new Uint8Array(10).fill(minute % 256)),
  v: 1,
  at: new Date(minute * 60_000).toISOString(),
})

const log: readonly DiaryEvent[] = [
  event(1, { type: 'episode-began', episode: 'a', complaint: 'back', region: 'low back', side: 'left' }),
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

it('folds to episodes, sessions and what is known for good', () => {
  const { episodes, sessions, person } = fold(log)
  expect(episodes[0]).toMatchObject({
    region: 'low back',
    onsetAt: 2 * 60_000 - 3_600_000,
    endedAt: 7 * 60_000,
    ratings: [{ pain: 4 }],
  })
  expect(sessions[0]).toMatchObject({ script: 'heat/wheat-bag', ended: 'done', marks: [{ kind: 'pause' }] })
  expect(person).toEqual({ age: 40 })
})

it('gives the same diary from a shuffled or doubled log', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...log], { minLength: log.length }), shuffled => {
      expect(fold([...shuffled, ...log])).toEqual(fold(log))
    }),
  )
})

it('never counts what was struck out', () => {
  const rated = log[5] as DiaryEvent
  expect(fold([...log, event(9, { type: 'struck-out', event: rated.id })]).episodes[0]?.ratings).toEqual([])
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
