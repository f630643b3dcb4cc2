/**
 * A simulated year of 200 people: how often they do their day (20 to 100 %), flares, mornings that are worse, and danger
 * signs. No limit is broken, every danger stops the course, and everybody ends.
 */
import { describe, expect, it } from 'vitest'
import { backAfterTwoDays, courseKnowledge, cramped, today } from '../../test/support/courses.ts'
import { answering } from '../../test/support/planned.ts'
import { randomFrom } from '../random.ts'
import type { Case } from '../triage/case.ts'
import { courseFor } from './course.ts'
import { type Done, nothingYet, weekOf } from './so-far.ts'

const people = 200
const yearLong = 365

/** Each with their answers at the start, and the same person once a danger sign is told. */
const kinds: readonly (readonly [well: Case, danger: Case])[] = (
  [
    [backAfterTwoDays, 'fever'],
    [answering(backAfterTwoDays, ['similar-before', 'work-sitting']), 'saddle-numbness'],
    [answering({ ...backAfterTwoDays, age: 72, absent: [] }, ['eases-arching']), 'leg-weakness-one'],
    [
      answering({ ...backAfterTwoDays, sex: 'female', absent: [] }, ['pelvic-girdle-pain', 'work-lifting']),
      'saddle-numbness',
    ],
    [cramped('calf'), 'leg-swollen-one'],
    [answering(cramped('hamstring'), ['cramp-exercise', 'does-sport']), 'calf-tender-hot'],
  ] as const
).map(([well, sign]) => [well, answering({ ...well, absent: [] }, [sign])])

function fail(): never {
  throw new Error('no such person')
}

interface Year {
  readonly adherence: number
  readonly ended: number
  readonly broken: readonly string[]
  readonly dangers: number
  readonly stopped: number
  readonly open: number
  readonly levels: readonly number[]
}

/** One person's year: a course, a rest of some weeks, and at the next flare a course again. */
function yearOf(seed: number): Year {
  const roll = randomFrom(seed).uniform
  const [well, danger] = kinds[seed % kinds.length] ?? fail()
  const adherence = 0.2 + 0.8 * roll()
  const broken: string[] = []
  const levels: number[] = []
  let [ended, dangers, stopped] = [0, 0, 0]
  let day = 0
  let rest = 0
  let done: Done[] = []
  let pain = 5
  for (let date = 1; date <= yearLong; date++) {
    if (rest > 0) {
      rest -= 1
      continue
    }
    day += 1
    const isEnd = day > 42
    if (roll() < 0.004) {
      dangers += 1
      if (courseFor(courseKnowledge, danger, today, { ...nothingYet, day, done }).kind !== 'course') stopped += 1
      day += Math.floor(roll() * 10)
      continue
    }
    if (!isEnd && roll() > adherence) {
      if (roll() < 0.3) done.push({ what: 'skipped', day, why: 'tired' })
      continue
    }
    const answer = courseFor(courseKnowledge, well, today, { ...nothingYet, day, done })
    if (answer.kind === 'ended') {
      ended += 1
      levels.push(answer.level)
      rest = 20 + Math.floor(roll() * 60)
      ;[day, done, pain] = [0, [], 3 + Math.floor(roll() * 5)]
      continue
    }
    if (answer.kind !== 'course') {
      broken.push(`day ${day}: ${answer.kind}`)
      continue
    }
    const { aims, exercises, level, week, minutes } = answer
    const row = courseKnowledge.courses.courses[answer.course]?.weeks[week - 1]
    if (level > weekOf(day)) broken.push(`day ${day}: level ${level}`)
    if ((aims.walk?.minutes ?? 0) > (row?.walk.minutes ?? 0)) broken.push(`day ${day}: walk ${aims.walk?.minutes}`)
    if (exercises.some(({ sets }) => sets > Math.max(...(row?.sets ?? [])))) broken.push(`day ${day}: sets`)
    if (exercises.length > 3 || minutes > 90) broken.push(`day ${day}: ${minutes} minutes`)
    const isFlare = roll() < 0.05
    const after = Math.min(10, pain + (isFlare ? 3 : roll() < 0.5 ? 1 : 0))
    const morning = Math.min(
      10,
      isFlare ? pain + 3 + Math.floor(roll() * 2) : Math.max(0, pain - (roll() < 0.3 ? 1 : 0)),
    )
    done.push({
      what: 'session',
      day,
      ...{ painBefore: pain, painAfter: after, painNextMorning: morning },
      walkMinutes: aims.walk?.minutes ?? 0,
      exercises: exercises.map(({ id }) => id),
    })
    if (answer.checkIn)
      done.push({ what: 'check-in', day, at: answer.checkIn, compared: isFlare ? 'worse' : 'better', pain: morning })
    pain = isFlare ? Math.max(1, morning - 3) : morning
  }
  return { adherence, ended, broken, dangers, stopped, open: day, levels }
}

describe('a year of 200 people', () => {
  const years = Array.from({ length: people }, (_, seed) => yearOf(seed + 1))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  it('breaks no limit of a week, and offers a course on each day without a danger', () => {
    expect(years.flatMap(({ broken }) => broken)).toEqual([])
  })

  it('stops at every danger sign', () => {
    const dangers = years.reduce((sum, year) => sum + year.dangers, 0)
    expect(dangers).toBeGreaterThan(100)
    expect(years.reduce((sum, year) => sum + year.stopped, 0)).toBe(dangers)
  })

  it('ends for everybody, however seldom they came', () => {
    expect(years.filter(({ ended }) => ended === 0)).toEqual([])
    expect(years.filter(({ open }) => open > 60)).toEqual([])
  })

  it('goes further with people who do more of it', () => {
    const often = years.filter(({ adherence }) => adherence > 0.8).flatMap(({ levels }) => levels)
    const seldom = years.filter(({ adherence }) => adherence < 0.4).flatMap(({ levels }) => levels)
    expect(mean(often)).toBeGreaterThan(mean(seldom))
    expect(mean(seldom)).toBeGreaterThan(0)
  })
})
