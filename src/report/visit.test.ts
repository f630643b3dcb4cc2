/** What to ask and what to say at a visit. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { crowded, weeklyYear } from '../../test/support/report-diary.ts'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { uuidV7 } from '../ids.ts'
import { report } from '../library/report.ts'
import { sectionOf } from './report.ts'
import { countOf, mostSpokenWords, suggestedQuestions, twentySeconds } from './visit.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
const year = { from: '2025-11-26', to: '2026-11-25', now }
const told = (...bodies: readonly EventBody[]): readonly DiaryEvent[] =>
  bodies.map(
    (body, place) =>
      ({
        ...body,
        id: uuidV7(now + place, new Uint8Array(10)),
        v: 2,
        at: `2026-11-20T10:${10 + place}:00Z`,
      }) as DiaryEvent,
  )

describe('what to say in twenty seconds', () => {
  it('is at most 50 words, of any diary', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const said = twentySeconds(report(log, year))
        expect(said).not.toBe('')
        expect(countOf(said)).toBeLessThanOrEqual(mostSpokenWords)
      }),
    )
    expect(countOf(twentySeconds(report(crowded(now), year)))).toBeLessThanOrEqual(mostSpokenWords)
  })

  it('begins with the present state, then the questions, then signs and medicines', () => {
    expect(twentySeconds(report(weeklyYear(now), year))).toMatch(
      /^My last low back spasm was on .* The pain was \d of 10\. I want to ask: Could one of my medicines be part of this\? I ticked no warning sign\. I take .*, listed with cramps\./,
    )
  })

  it('names a sign of the last check, and says when nobody checked', () => {
    const began = { type: 'episode-began', episode: 'e', complaint: 'back', region: 'low back' } as const
    const signs = (present: readonly string[]) =>
      twentySeconds(
        report(told(began, { type: 'answered', episode: 'e', page: 'p', present, absent: [], unsure: [] }), year),
      )
    expect(signs(['saddle-numbness'])).toContain('I ticked a warning sign: ')
    expect(twentySeconds(report(told(began), year))).not.toMatch(/warning sign/)
  })
})

describe('suggested questions', () => {
  it('fit the diary, are short, and are not those that the person has', () => {
    fc.assert(
      fc.property(anyLog, log => {
        const made = report(log, year)
        const own = sectionOf(made, 'questions')?.questions.map(({ text }) => text) ?? []
        const suggested = suggestedQuestions(made, ['Will you give me exercises?'])
        expect(suggested.length).toBeGreaterThanOrEqual(1)
        expect(suggested.length).toBeLessThanOrEqual(8)
        expect(new Set(suggested).size).toBe(suggested.length)
        for (const question of suggested) {
          expect(own).not.toContain(question)
          expect(question).toMatch(/\?$/)
          expect(question.length).toBeLessThanOrEqual(300)
        }
      }),
    )
  })

  it('name the medicines that are listed and taken now, and what did better in a trial', () => {
    const suggested = suggestedQuestions(report(weeklyYear(now), year))
    expect(suggested).toContain('Could furosemide and simvastatin be part of this?')
    expect(suggested).toContain('In my own trial heat did better. May I go on with it?')
    expect(suggested.at(-1)).toBe('Which signs should bring me back at once?')
  })
})
