/** A day in lines: one for each thing that happened, not one for each event. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { eventAt } from '../../test/support/told-events.ts'
import { dayStory, type StoryContext } from './day-story.ts'
import type { EventBody } from './event.ts'
import { lineSaid } from './story-words.ts'

const nothing: StoryContext = { episodes: [], sessions: [], tries: [] }
const tellers = { nameOf: (id: string) => id, time: (at: number) => new Date(at).toISOString().slice(11, 16) }
const told = (bodies: readonly EventBody[], context = nothing) => {
  const { lines, others } = dayStory(
    bodies.map((body, index) => eventAt(600 + index, body)),
    context,
  )
  return { said: lines.map(line => Object.values(lineSaid(line, tellers)).filter(Boolean).join(': ')), others }
}

describe('the story of a day', () => {
  it('describes an episode in one line, from its first pain to its end', () => {
    const { said } = told([
      { type: 'episode-began', episode: 'a', complaint: 'back', region: 'low back', side: 'left', pain: 7 },
      { type: 'answered', episode: 'a', page: 'g1', present: [], absent: ['fever'], unsure: [] },
      { type: 'answered', episode: 'a', page: 'g2', present: ['chest-pain'], absent: [], unsure: ['fever'] },
      { type: 'episode-rated', episode: 'a', pain: 4 },
      { type: 'episode-ended', episode: 'a' },
    ])
    expect(said).toEqual([
      'Low back spasm, left: pain 7, then 4, over at 10:04',
      'Danger signs checked: 1 ticked, 1 not sure',
    ])
  })

  it('tells a day of a course in one line: the morning, the walk, the exercises, the pain', () => {
    const of = { course: 'c', day: '2026-11-24' }
    const { said, others } = told([
      { ...of, type: 'course-felt', pain: 3 },
      { ...of, type: 'course-done', walkMinutes: 10, painBefore: 4 },
      { ...of, type: 'course-done', walkMinutes: 5, exercises: ['lb-bridge'], painAfter: 2 },
      { ...of, type: 'course-checked', checkIn: 'week-1', compared: 'better', pain: 2 },
    ])
    expect([said, others]).toEqual([
      ['Course: pain 3 in the morning, walked 15 minutes, lb-bridge, pain 4, then 2, then 2, better'],
      0,
    ])
    expect(told([{ ...of, type: 'course-skipped', why: 'tired' }]).said).toEqual(['Course: not today'])
  })

  it('lists drinks, food and medicines together, each name once', () => {
    const { said } = told([
      { type: 'drank', drink: 'Water', ml: 250 },
      { type: 'drank', drink: 'water', ml: 250 },
      { type: 'ate', food: 'Bread' },
      { type: 'ate', food: 'Soup' },
      { type: 'medicine-taken', medicine: 'Ibuprofen' },
      { type: 'medicine-stopped', medicine: 'Statin' },
    ])
    expect(said).toEqual(['Drank 0.5 l: Water', 'Ate: Bread, Soup', 'Medicines: Ibuprofen, stopped Statin'])
  })

  it('describes a session with the pain before and after it, and an episode of an earlier day as continuing', () => {
    const { said } = told(
      [
        { type: 'session-began', session: 's', script: 'heat' },
        { type: 'session-ended', session: 's', status: 'done' },
        { type: 'episode-rated', episode: 'old', pain: 3, session: 's' },
      ],
      {
        episodes: [{ id: 'old', complaint: 'cramp', region: 'calf', side: 'middle' }],
        sessions: [],
        tries: [{ id: 's', before: 6, after: 3 }],
      },
    )
    expect(said).toEqual(['heat: pain 6 before, 3 after', 'Calf cramp goes on: pain 3'])
  })

  it('counts the entries without a line, so that none is hidden', () => {
    expect(
      told([
        { type: 'profile-said', sex: 'female' },
        { type: 'noted', text: 'Slept badly' },
      ]),
    ).toEqual({
      said: ['Note: Slept badly'],
      others: 1,
    })
  })

  it('puts any events into words, whatever their content', () => {
    fc.assert(
      fc.property(anyLog, events => {
        const { lines } = dayStory(events, nothing)
        for (const line of lines) {
          const { title, detail } = lineSaid(line, tellers)
          expect(title).not.toBe('')
          expect(`${title} ${detail}`).not.toMatch(/undefined|NaN/)
        }
      }),
    )
  })
})
