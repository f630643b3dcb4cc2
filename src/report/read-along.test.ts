import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { planKnowledge } from '../library/plan.ts'
import { hourLong, utcTime } from '../time.ts'
import { asReadAlong, readAlong } from './read-along.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const made = (...bodies: readonly EventBody[]) => {
  const events = bodies.map(
    (body, place) =>
      ({
        ...body,
        id: uuidV7(now + place, new Uint8Array(10)),
        v: 2,
        at: utcTime(now - (9 - place) * hourLong),
      }) as DiaryEvent,
  )
  return readAlong(planKnowledge, fold(events), now, '2026-11-25')
}
const began = { type: 'episode-began', episode: 'e', complaint: 'back', region: 'low back', side: 'left' } as const
const rated = (pain: number) => ({ type: 'episode-rated', episode: 'e', pain }) as const
const answered = (present: readonly string[]) =>
  ({ type: 'answered', episode: 'e', page: 'p', present, absent: [], unsure: [] }) as const

describe('the page for who reads along', () => {
  it('says where it hurts, the last pain and the one before', () => {
    expect(made(began, rated(7), rated(4))).toMatchObject({
      newest: { complaint: 'back', region: 'low back', side: 'left' },
      checkIn: { at: now - 7 * hourLong, pain: 4, before: 7 },
    })
  })

  it('says an emergency at once, and nothing to watch for instead of getting help', () => {
    const page = made(began, answered(['saddle-numbness']))
    expect(page.help).toMatchObject({ tier: 'emergency', checkedAt: now - 8 * hourLong })
    expect(page.watchFor).toBeUndefined()
  })

  it('does not call a check settled that was not answered to its end', () => {
    expect(made(began).help).toEqual({ tier: 'self-care', isSettled: false })
    expect(made(began).watchFor).toBeUndefined()
  })

  it('says when it is over, and no longer how soon it needs help', () => {
    const page = made(began, rated(5), { type: 'episode-ended', episode: 'e' })
    expect(page.newest?.over).toBe(now - 7 * hourLong)
    expect(page.help).toBeUndefined()
  })

  it('holds no answer, note, medicine or illness', () => {
    const page = made(
      began,
      { type: 'noted', text: 'secret note' },
      { type: 'medicine-started', medicine: 'apixaban' },
      { type: 'profile-said', conditions: ['osteoporosis'], birthYear: 1950 },
      answered(['dark-urine']),
    )
    expect(JSON.stringify(page)).not.toMatch(/secret|apixaban|osteoporosis|1950|dark-urine/)
  })

  it('of any diary passes through JSON unchanged, and is read back', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const page = readAlong(planKnowledge, fold(log), now, '2026-11-25')
        const sent: unknown = JSON.parse(JSON.stringify(page))
        expect(asReadAlong(sent)).toEqual(page)
      }),
    )
  })

  it('of any other shape is not shown', () => {
    for (const wrong of [
      null,
      [],
      'x',
      { newest: { complaint: 'back', region: 'moon', since: 1 } },
      { checkIn: { at: 1, pain: 11 } },
      { checkIn: { at: 9e15, pain: 1 } },
      { help: { tier: 'fine', isSettled: true } },
      { watchFor: { signs: [1], sources: [], nextReview: '2027-01-01' } },
    ])
      expect(asReadAlong(wrong)).toBeUndefined()
  })
})
