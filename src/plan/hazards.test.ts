/** The controls of plans in `docs/hazard-log.json` that no other test checks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentVersion, type DiaryEvent, type EventBody } from '../diary/event.ts'
import { fold } from '../diary/fold.ts'
import { uuidV7 } from '../ids.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { phases } from '../knowledge/vocabulary.ts'
import { planKnowledge } from '../library/plan.ts'
import { offer } from '../remedies/cautions.ts'
import { clotFindings, limits, mayHeatAfterCream } from '../remedies/limits.ts'
import { openClotSigns } from './clot.ts'
import { episodeCase } from './episode-case.ts'
import { factsOf } from './person-facts.ts'

const hour = 3_600_000

describe('too much rest (H11)', () => {
  it('every plan with rest also has movement, in every phase', () => {
    const { plans, exercises, remedies } = planKnowledge
    const moves = (id: string) => exercises[id] !== undefined || remedies[id]?.kind === 'movement'
    for (const [name, { cells }] of Object.entries(plans))
      for (const tier of ['self-care', 'routine', 'soon'] as const)
        for (const phase of phases) {
          const ids = cells[tier][phase].map(({ id }) => id)
          if (ids.includes('relative-rest')) expect(ids.some(moves), `${name} ${tier} ${phase}`).toBe(true)
        }
  })

  it('the rest itself says to change position every half hour and to stop after two days', () => {
    const text = (planKnowledge.remedies['relative-rest']?.points ?? []).join(' ')
    expect(text).toMatch(/every 20 to 30 minutes/)
    expect(text).toMatch(/at most 2 days/)
    expect(limits.restHours).toBe(48)
  })
})

const event = (at: number, body: EventBody): DiaryEvent => ({
  ...body,
  id: uuidV7(at, new Uint8Array(10)),
  v: currentVersion,
  at: new Date(at).toISOString(),
})

describe('a clot that was not ruled out (H02)', () => {
  const day = 24 * hour
  const began = event(1, { type: 'episode-began', episode: 'e', complaint: 'cramp', region: 'calf' })
  const answered = (at: number, answer: 'present' | 'absent' | 'unsure', id: string) => {
    const none = { present: [], absent: [], unsure: [] }
    return event(at, { type: 'answered', episode: 'e', page: 'second', ...none, [answer]: [id] })
  }
  const signs = fc.constantFrom(...clotFindings)
  const doubt = fc.constantFrom('present' as const, 'unsure' as const)

  it('still counts in a new cramp for 14 days, until it is answered no', () => {
    fc.assert(
      fc.property(signs, doubt, fc.integer({ min: 0, max: 30 * day }), (id, answer, wait) => {
        const diary = fold([began, answered(2, answer, id)])
        const open = openClotSigns(diary, 2 + wait)
        expect(open[answer]).toEqual(wait < 14 * day ? [id] : [])
        const later = fold([began, answered(2, answer, id), answered(3, 'absent', id)])
        expect(openClotSigns(later, 3 + wait)).toEqual({ present: [], unsure: [] })
        const again = fold([began, answered(2, 'absent', id), answered(3, answer, id)])
        expect(openClotSigns(again, 4)[answer]).toEqual([id])
      }),
    )
  })
})

describe('heat on a cream (H04)', () => {
  const heat = planKnowledge.remedies.heat
  const others = (heat?.notFor ?? []).map(({ fact }) => fact).filter(fact => fact !== 'cream-or-patch')
  const log = (answer: 'present' | 'absent' | 'unsure'): readonly DiaryEvent[] => [
    event(1, { type: 'episode-began', episode: 'e', complaint: 'back', region: 'low back' }),
    event(2, {
      type: 'answered',
      episode: 'e',
      page: 'before-remedy',
      present: [],
      absent: others,
      unsure: [],
      [answer]: answer === 'absent' ? [...others, 'cream-or-patch'] : ['cream-or-patch'],
    }),
  ]
  const statusAfter = (answer: 'present' | 'absent' | 'unsure', now: number) => {
    const diary = fold(log(answer))
    const [episode] = diary.episodes
    if (!heat || !episode) throw new Error('heat is gone')
    return offer(heat, factsOf(triageKnowledge, episodeCase(triageKnowledge, diary, episode, now)), '2026-11-24').status
  }

  it('is left out for 4 hours after a cream; after that the cream is asked again, never assumed', () => {
    fc.assert(
      fc.property(fc.constantFrom('present' as const, 'unsure' as const), fc.nat(12 * hour), (answer, wait) => {
        const status = statusAfter(answer, 2 + wait)
        if (!mayHeatAfterCream(2, 2 + wait)) expect(status).toBe('left-out')
        expect(status).not.toBe('offered')
      }),
    )
  })

  it('a no to the cream counts for half an hour, long enough to begin', () => {
    expect(statusAfter('absent', 2 + 0.4 * hour)).toBe('offered')
    expect(statusAfter('absent', 2 + 0.6 * hour)).toBe('ask')
  })
})
