/** The day before a spasm or cramp, compared with other days: what is counted, and what is not reported. */
import { describe, expect, it } from 'vitest'
import { eventAt } from '../../test/support/told-events.ts'
import { randomFrom } from '../random.ts'
import { addDays } from '../time.ts'
import { dayBefore } from './day-before.ts'
import type { EventBody } from './event.ts'
import { counting } from './fold.ts'
import { linkedPains } from './linked-pains.ts'
import { dayBeforeNotes } from './sentences.ts'
import { toldDays } from './told-days.ts'
import { trialIdea } from './trial-idea.ts'

const first = '1970-01-02'
/** The events of each day, from the second day of 1970 on; each at noon. */
const life = (days: readonly (readonly EventBody[])[]) =>
  toldDays(
    counting(days.flatMap((bodies, day) => bodies.map((body, index) => eventAt((day + 1) * 1440 + 720 + index, body)))),
  )
const whole = { from: first, to: '1970-12-31' }

const coffee: EventBody = { type: 'drank', drink: 'Coffee', ml: 200 }
const water: EventBody = { type: 'drank', drink: 'water', ml: 500 }
const slept = (minutes: number): EventBody => ({ type: 'measured', what: 'sleep-minutes', value: minutes })
const spasm = (episode: string, more: object = {}): EventBody => ({
  type: 'episode-began',
  episode,
  complaint: 'back',
  region: 'low back',
  ...more,
})

describe('the day before', () => {
  it('is set beside days that nothing followed, as counts', () => {
    const days = life([
      [water, coffee, slept(300)],
      [water, spasm('a', { setOffBy: 'lifting' }), slept(420)],
      [water, slept(420)],
      [water, { ...coffee, drink: 'coffee ' }, slept(480)],
      [water, spasm('b', { setOffBy: 'lifting' }), slept(300)],
      [water, slept(430)],
      [water, coffee, slept(300)],
      [water, spasm('c'), slept(430)],
      [water],
    ])
    const found = dayBefore(days, { from: first, to: '1970-01-10' })
    expect(found).toMatchObject({ kind: 'compared', hits: 3, others: 5, setOffBy: [{ what: 'lifting', times: 2 }] })
    if (found.kind !== 'compared') return
    expect(found.differences[0]).toMatchObject({
      kind: 'drink',
      name: 'Coffee',
      before: { had: 3, of: 3 },
      other: { had: 0, of: 5 },
    })
    expect(found.differences).toContainEqual({
      kind: 'short-sleep',
      below: 6,
      before: { had: 2, of: 3 },
      other: { had: 1, of: 5 },
      isWide: false,
    })
    expect(found.compared).toBeGreaterThanOrEqual(found.differences.length)
  })

  it('a thing that a day does not mention is unknown for that day, never a no', () => {
    const days = life([
      [coffee],
      [spasm('a')],
      [coffee],
      [spasm('b')],
      [coffee],
      [spasm('c')],
      [{ type: 'noted', text: 'A quiet day' }],
      [coffee],
      [coffee],
      [{ type: 'noted', text: 'Another' }],
    ])
    const found = dayBefore(days, { from: first, to: '1970-01-11' })
    if (found.kind !== 'compared') throw new Error('enough days were told')
    // Only two other days mention drinks: too few to compare.
    expect(found.differences.some(each => each.kind === 'drink')).toBe(false)
  })

  it('a night with cramps belongs to the day before its morning, and the last day to neither', () => {
    const night = (day: number): EventBody => ({ type: 'cramps-counted', night: addDays(first, day), count: 1 })
    const days = life([[water], [night(1), water], [water], [night(3), water], [water], [night(5), water], [water]])
    expect(dayBefore(days, { from: first, to: addDays(first, 6) })).toMatchObject({ hits: 3, others: 3 })
  })

  it('too few say so, and how many are missing', () => {
    expect(dayBefore(life([[water], [spasm('a')]]), whole)).toEqual({
      kind: 'too-few',
      hits: 1,
      others: 1,
      moreHits: 2,
      moreOthers: 2,
    })
    expect(dayBefore([], whole)).toMatchObject({ kind: 'too-few', moreHits: 3 })
  })

  it('no count exceeds the number of days of its kind, whatever the diary contains', () => {
    const random = randomFrom(11)
    for (let diary = 0; diary < 60; diary += 1) {
      const days = life(
        Array.from({ length: 40 }, (_, day) =>
          [water, coffee, slept(300 + random.below(200)), spasm(`e${day}`)].filter(() => random.uniform() < 0.4),
        ),
      )
      const found = dayBefore(days, whole)
      if (found.kind !== 'compared') continue
      for (const { before, other } of found.differences) {
        expect(before.had).toBeLessThanOrEqual(before.of)
        expect(before.of).toBeLessThanOrEqual(found.hits)
        expect(other.had).toBeLessThanOrEqual(other.of)
        expect(other.of).toBeLessThanOrEqual(found.others)
      }
    }
  })
})

describe('the sentences about a difference', () => {
  const nameOf = (id: string) => id
  const all = (had: number, of: number) => ({ had, of })
  const medicine = {
    kind: 'medicine',
    name: 'Simvastatin',
    before: all(9, 10),
    other: all(1, 30),
    isWide: true,
  } as const

  it('a medicine leads to a pharmacist and never to a trial', () => {
    expect(trialIdea(medicine, nameOf)).toBeUndefined()
    const found = {
      kind: 'compared',
      hits: 10,
      others: 30,
      compared: 4,
      differences: [medicine],
      setOffBy: [],
    } as const
    expect(dayBeforeNotes(found).join(' ')).toContain('Do not change it: ask a pharmacist.')
    expect(dayBeforeNotes(found).join(' ')).toContain('This is no proof.')
  })

  it('a trial leaves out what was more frequent before, and never water, alcohol or fluids', () => {
    const food = { ...medicine, kind: 'drink', name: 'coffee' } as const
    expect(trialIdea(food, nameOf)).toEqual({ arms: ['Coffee left out', 'Coffee as usual'] })
    expect(trialIdea({ ...food, before: all(1, 10), other: all(20, 30) }, nameOf)).toBeUndefined()
    for (const name of ['Water', 'tap water', 'Red wine', 'beer', 'two beers'])
      expect(trialIdea({ ...food, name }, nameOf)).toBeUndefined()
    expect(trialIdea({ ...medicine, kind: 'little-drink', below: 1200 }, nameOf)).toBeUndefined()
  })

  it('where chance could make every gap, it is said', () => {
    const found = { kind: 'compared', hits: 10, others: 30, compared: 4, setOffBy: [] } as const
    const of = (isWide: boolean) => dayBeforeNotes({ ...found, differences: [{ ...medicine, isWide }] }).join(' ')
    expect(of(false)).toContain('Chance alone could make all of these gaps.')
    expect(of(true)).not.toContain('all of these gaps')
  })

  it('in diaries where nothing is linked, a gap is called wide in fewer than 1 of 20', () => {
    const random = randomFrom(3)
    let wide = 0
    for (let diary = 0; diary < 120; diary += 1) {
      const foods = ['bread', 'rice', 'beans', 'fish', 'coffee cake', 'apple', 'soup', 'nuts']
      const days = life(
        Array.from({ length: 80 }, (_, day) => [
          water,
          ...foods.filter(() => random.uniform() < 0.4).map((food): EventBody => ({ type: 'ate', food })),
          ...(random.uniform() < 0.3 ? [spasm(`e${day}`)] : []),
        ]),
      )
      const found = dayBefore(days, whole)
      if (found.kind === 'compared' && found.differences.some(({ isWide }) => isWide)) wide += 1
    }
    expect(wide / 120).toBeLessThan(0.05)
  })
})

describe('linked pains', () => {
  const cramp = (episode: string, side: 'left' | 'right'): EventBody => ({
    type: 'episode-began',
    episode,
    complaint: 'cramp',
    region: 'calf',
    side,
  })
  it('back and calf on the same days, and both calves, are counted beside what chance would give', () => {
    const days = life([
      [spasm('a'), cramp('b', 'left')],
      [spasm('c'), cramp('d', 'left'), cramp('e', 'right')],
      [spasm('f')],
      [spasm('g'), cramp('h', 'left'), cramp('i', 'right')],
      [cramp('j', 'left'), cramp('k', 'right')],
    ])
    const [one, two, ...rest] = linkedPains(days, { from: first, to: '1970-01-11' })
    expect(one).toMatchObject({ kind: 'back-and-leg', together: 3, days: [4, 4], byChance: 1.6 })
    expect(two).toMatchObject({ kind: 'both-sides', together: 3, days: [4, 3] })
    expect(rest).toEqual([])
  })

  it('a pain that is over is none: a rating of 0 links nothing', () => {
    const days = life([
      [spasm('a'), cramp('b', 'left')],
      ...Array.from({ length: 3 }, (): EventBody[] => [
        { type: 'episode-rated', episode: 'a', pain: 4 },
        { type: 'episode-rated', episode: 'b', pain: 0 },
      ]),
    ])
    expect(linkedPains(days, whole)).toEqual([])
  })
})
