/** What a course promises, on the real knowledge. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settled } from '../../test/support/cases.ts'
import { any, backAfterTwoDays, courseKnowledge, later, today } from '../../test/support/courses.ts'
import { answering, anyAnswers } from '../../test/support/planned.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { courseWeeks, tiers } from '../knowledge/vocabulary.ts'
import { assess } from '../plan/assess.ts'
import type { Case } from '../triage/case.ts'
import { type CourseDay, courseFor } from './course.ts'
import { nothingYet, type SoFar } from './so-far.ts'

const of = (given: Case, soFar: Partial<SoFar> = {}) =>
  courseFor(courseKnowledge, given, today, { ...nothingYet, ...soFar })
const running = (given: Case, soFar: Partial<SoFar> = {}): CourseDay => {
  const answer = of(given, soFar)
  if (answer.kind !== 'course') throw new Error(`a course was expected, and not ${answer.kind}`)
  return answer
}
const cramp = (region: Case['region'], present: readonly string[] = []) =>
  settled({ ...backAfterTwoDays, complaint: 'cramp', ...(region ? { region } : {}), present: [...present] })

describe('which course it is', () => {
  it('after a spasm, when it came back, at night, and in effort', () => {
    expect(running(backAfterTwoDays).course).toBe('back-after-spasm')
    expect(running(answering(backAfterTwoDays, ['similar-before'])).course).toBe('back-recurrent')
    expect(running(settled(later(14))).course).toBe('back-recurrent')
    expect(running(cramp('calf')).course).toBe('cramps-night')
    expect(running(answering(cramp('calf'), ['cramp-exercise'])).course).toBe('cramps-effort')
  })

  it('is the one that was begun, as long as it fits the complaint', () => {
    const back = answering(backAfterTwoDays, ['similar-before'])
    expect(running(back, { course: 'back-after-spasm' }).course).toBe('back-after-spasm')
    expect(of(back, { course: 'cramps-night' })).toMatchObject({ kind: 'none', why: 'not-this-course' })
  })

  it('is none in the first two days of a back, which have their plan', () => {
    const fresh = settled({ ...backAfterTwoDays, context: { hoursSinceOnset: 20 } })
    expect(of(fresh)).toMatchObject({ kind: 'none', why: 'too-early' })
    expect(of(fresh, { day: 2, done: [{ what: 'session', day: 1 }] }).kind).toBe('course')
  })

  it('is none for a cramp of the belly', () => {
    expect(of(cramp('abdomen'))).toMatchObject({ kind: 'none', why: 'no-course', fits: [] })
  })

  it('is none past its review', () => {
    expect(courseFor(courseKnowledge, backAfterTwoDays, '2031-01-01').kind).toBe('none')
  })
})

describe('no course', () => {
  it('before the check is settled', () => {
    expect(of({ ...backAfterTwoDays, absent: [] }).kind).toBe('check-first')
  })

  it('under 16', () => {
    expect(of(settled({ ...backAfterTwoDays, age: 15 })).kind).toBe('too-young')
  })

  it('while a visit is due: only what fits while waiting', () => {
    const answer = of(answering(backAfterTwoDays, ['fever']))
    expect(answer.kind).toBe('see-first')
    if (answer.kind !== 'see-first') return
    expect(answer.waiting.map(({ id }) => id)).toContain('professional-care')
  })

  it('after any danger sign, whatever was done before', () => {
    fc.assert(
      fc.property(anyAnswers(), any.soFar, (given, soFar) => {
        const answer = courseFor(courseKnowledge, given, today, soFar)
        const { tier } = assess(courseKnowledge.triage, given)
        if (tiers.indexOf(tier) > tiers.indexOf('routine'))
          expect(['emergency', 'check-first', 'see-first']).toContain(answer.kind)
        else expect(answer.tier).toBe(tier)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a day of a course', () => {
  it('never asks for more than the table of its week and the hard limits', () => {
    fc.assert(
      fc.property(
        anyAnswers(['eases-arching', 'eases-bending', 'pelvic-girdle-pain', 'does-sport']),
        any.soFar,
        (given, soFar) => {
          const answer = courseFor(courseKnowledge, given, today, soFar)
          if (answer.kind !== 'course') return
          const { week, level, aims, exercises: three, course } = answer
          const { weeks, slots } = courseKnowledge.courses.courses[course] ?? { weeks: [], slots: [] }
          const row = weeks[week - 1]
          expect(level).toBeLessThanOrEqual(week)
          expect(aims.walk?.minutes ?? 0).toBeLessThanOrEqual(Math.min(60, row?.walk.minutes ?? 0))
          expect(aims.walk?.days ?? 0).toBeLessThanOrEqual(row?.walk.days ?? 0)
          expect(three.length).toBeLessThanOrEqual(3)
          expect(new Set(three.map(({ id }) => id)).size).toBe(three.length)
          for (const each of three) {
            const slot = slots.findIndex(({ name }) => name === each.slot)
            expect(each.sets).toBeLessThanOrEqual(Math.min(3, row?.sets[slot] ?? 0))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves out every exercise that its own cautions keep from the person', () => {
    fc.assert(
      fc.property(
        anyAnswers(['knee-trouble', 'unsteady', 'osteoporosis', 'spinal-stenosis', 'hip-replacement']),
        given => {
          const answer = courseFor(courseKnowledge, given, today, { ...nothingYet, day: 20 })
          if (answer.kind !== 'course') return
          const own = new Set([...given.present, ...given.unsure])
          for (const { id } of answer.exercises)
            for (const { fact, action, pregnancyWeeks, onlyIfSure } of exercises[id]?.notFor ?? [])
              if (action !== 'limit' && action !== 'variant' && !pregnancyWeeks && !onlyIfSure)
                expect(own.has(fact), `${id}: ${fact}`).toBe(false)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('puts what eases first: arching or bending, at the low back', () => {
    const first = (facts: readonly string[]) => running(answering(backAfterTwoDays, facts)).exercises[0]?.id
    expect(first(['eases-arching'])).toBe('lb-press-up')
    expect(first(['eases-bending'])).toBe('lb-knee-to-chest')
    expect(first([])).toBe('lb-cat-camel')
    expect(first(['eases-arching', 'spinal-stenosis'])).toBe('lb-cat-camel')
  })

  it('gives the neck nothing that turns it', () => {
    for (const course of ['back-after-spasm', 'back-recurrent']) {
      const neck = answering({ ...backAfterTwoDays, region: 'neck', absent: [] }, ['similar-before'])
      for (const day of [1, 8, 20, 42]) {
        const ids = running(neck, { course, day }).exercises.map(({ id }) => id)
        expect(ids.filter(id => !/^(neck-chin-tuck|upper-|mid-wall-slide)/.test(id))).toEqual([])
      }
    }
  })

  it('takes what the person likes, and not what they do not want, if there is another', () => {
    const ids = (wishes: Partial<SoFar>) => running(backAfterTwoDays, wishes).exercises.map(({ id }) => id)
    expect(ids({ likes: ['leg-sit-to-stand'] })).toContain('leg-sit-to-stand')
    expect(ids({ dislikes: ['lb-cat-camel'] })).toContain('lb-knee-rolls')
    expect(ids({ dislikes: ['lb-cat-camel', 'lb-knee-rolls', 'lb-pelvic-tilt'] })).toContain('lb-cat-camel')
  })

  it('keeps what was done today for today, also when the person does not want it any more', () => {
    const ids = (soFar: Partial<SoFar>) => running(backAfterTwoDays, soFar).exercises.map(({ id }) => id)
    const done = [{ what: 'session' as const, day: 3, exercises: ['lb-cat-camel'] }]
    const dislikes = ['lb-cat-camel']
    expect(ids({ day: 3, dislikes })).not.toContain('lb-cat-camel')
    expect(ids({ day: 3, dislikes, done })).toContain('lb-cat-camel')
    expect(ids({ day: 4, dislikes, done })).not.toContain('lb-cat-camel')
  })

  it('asks less of pregnancy with pelvic girdle pain, and of people of 65', () => {
    const late = { day: 40, done: any.goodDays(39) }
    const plain = running(backAfterTwoDays, late)
    const pelvic = running(answering({ ...backAfterTwoDays, sex: 'female' }, ['pelvic-girdle-pain']), late)
    const older = running(settled({ ...backAfterTwoDays, age: 70 }), late)
    expect(plain.level).toBe(6)
    expect([plain, pelvic, older].map(({ aims }) => aims.walk?.minutes)).toEqual([30, 15, 30])
    expect([plain, pelvic, older].map(each => Math.max(...each.exercises.map(({ sets }) => sets)))).toEqual([3, 1, 2])
    expect(pelvic.variants.map(({ id }) => id)).toEqual(['pregnant', 'pelvic-girdle'])
    expect(older.variants.map(({ id }) => id)).toEqual(['older'])
  })

  it('gives every "avoid" an end and a next step', () => {
    for (const { avoid } of Object.values(courseKnowledge.courses.courses))
      for (const { untilWeek, next } of avoid) {
        expect(untilWeek).toBeLessThanOrEqual(courseWeeks)
        expect(next.length).toBeGreaterThan(10)
      }
    const said = (day: number) => running(backAfterTwoDays, { day }).avoid.map(({ what }) => what)
    expect(said(1)).toContain('Heavy lifting and twisting under load')
    expect(said(15)).not.toContain('Heavy lifting and twisting under load')
    expect(said(42)).toEqual([])
  })

  it('asks the six questions from week 2, and a low mood leads to help and to the danger signs of it', () => {
    expect(running(backAfterTwoDays, { day: 7 }).asksQuestions).toBe(false)
    expect(running(backAfterTwoDays, { day: 8 }).asksQuestions).toBe(true)
    const answers = { what: 'answers' as const, day: 8, yes: ['low-mood'], no: [], unsure: ['poor-sleep'] }
    const { pages, asksQuestions } = running(backAfterTwoDays, { day: 9, done: [answers] })
    expect(asksQuestions).toBe(false)
    expect(pages.map(({ id, tier }) => [id, tier])).toEqual([
      ['low-mood', 'soon'],
      ['poor-sleep', 'routine'],
    ])
    expect(pages[0]?.thenAsk).toContain('self-harm-thoughts')
    expect(of(answering(backAfterTwoDays, ['self-harm-thoughts'])).kind).toBe('see-first')
  })

  it('is due for its check-ins, and no better leads to the next step of care', () => {
    const due = (day: number) => running(backAfterTwoDays, { day }).checkIn
    expect([1, 3, 7, 13, 14, 28, 42].map(due)).toEqual([
      undefined,
      'hours-48',
      'week-1',
      'week-1',
      'week-2',
      'week-4',
      'week-6',
    ])
    const said = (at: 'week-2' | 'week-4', compared: 'better' | 'same' | 'worse', pain?: number) =>
      running(backAfterTwoDays, {
        day: 30,
        done: [
          { what: 'session', day: 1, painBefore: 3 },
          { what: 'check-in', day: 29, at, compared, ...(pain === undefined ? {} : { pain }) },
        ],
      }).care?.tier
    expect(said('week-2', 'worse')).toBe('soon')
    expect(said('week-4', 'same')).toBe('routine')
    expect(said('week-4', 'better')).toBeUndefined()
    expect(said('week-4', 'better', 6)).toBe('soon')
  })

  it('says at the end what went well, as counts, with what the person liked first', () => {
    const session = (day: number, painBefore: number, painAfter: number, exercises: readonly string[]) =>
      ({ what: 'session', day, painBefore, painAfter, exercises }) as const
    const checkIn = (day: number, at: 'week-1' | 'week-6', matters: number) =>
      ({ what: 'check-in', day, at, compared: 'better', matters }) as const
    const done = [
      session(1, 6, 5, ['lb-bridge', 'lb-cat-camel', 'lb-bird-dog']),
      session(2, 5, 5, ['lb-bridge', 'lb-bird-dog']),
      session(3, 3, 4, ['lb-bridge']),
      checkIn(40, 'week-6', 9),
      checkIn(7, 'week-1', 4),
    ]
    const answer = of(backAfterTwoDays, { day: 43, done, likes: ['lb-cat-camel'], dislikes: ['lb-bird-dog'] })
    expect(answer.kind === 'ended' && answer.helped).toEqual({
      ...{ painFirst: 6, painLast: 3, mattersFirst: 4, mattersLast: 9, toldDays: 3, lowerDays: 1 },
      exercises: [
        { id: 'lb-cat-camel', name: courseKnowledge.exercises['lb-cat-camel']?.name, days: 1, isLiked: true },
        { id: 'lb-bridge', name: courseKnowledge.exercises['lb-bridge']?.name, days: 3, isLiked: false },
      ],
    })
    const nothing = of(backAfterTwoDays, { day: 43 })
    expect(nothing.kind === 'ended' && nothing.helped).toEqual({ toldDays: 0, lowerDays: 0, exercises: [] })
  })

  it('ends after six weeks with what to keep and the plan for the next flare', () => {
    const answer = of(backAfterTwoDays, { day: 43, done: any.goodDays(42) })
    expect(answer).toMatchObject({ kind: 'ended', course: 'back-after-spasm', level: 6 })
    if (answer.kind !== 'ended') return
    expect(answer.keep.length).toBeGreaterThan(1)
    expect(answer.nextFlare.length).toBe(3)
    expect(answer.weeks.map(({ days }) => days)).toEqual([7, 7, 7, 7, 7, 7])
  })
})
