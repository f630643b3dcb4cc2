/** How a person moves through the table. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { any } from '../../test/support/courses.ts'
import { levelOf } from './level.ts'
import { type Done, sessionsByDay, weekOf } from './so-far.ts'

const good = (day: number): Done => ({ what: 'session', day, painBefore: 3, painAfter: 3, painNextMorning: 2 })
const bad = (day: number): Done => ({ what: 'session', day, painBefore: 3, painAfter: 4, painNextMorning: 6 })
const level = (day: number, done: readonly Done[]) => levelOf({ day, done }).level

describe('stepping up', () => {
  it('takes two good sessions, and waits for the week', () => {
    expect(level(3, [good(1), good(2)])).toBe(1)
    expect(level(8, [good(1), good(2)])).toBe(2)
    expect(level(8, [good(1)])).toBe(1)
    expect(level(15, [good(1), good(2), good(9), good(10)])).toBe(3)
  })

  it('catches up two good sessions at a time', () => {
    expect(level(16, [good(14), good(15)])).toBe(2)
    expect(level(18, [good(14), good(15), good(16), good(17)])).toBe(3)
  })

  it('does not count a session without any pain told, for what is unknown is not good', () => {
    const silent = (day: number): Done => ({ what: 'session', day })
    expect(level(12, [silent(8), silent(9), silent(10)])).toBe(1)
  })

  it('waits while a trial runs; a step back stays possible', () => {
    const done = [good(8), good(9), good(10), good(11)]
    expect(levelOf({ day: 12, done, still: { from: 5 } }).level).toBe(1)
    expect(levelOf({ day: 12, done, still: { from: 5, to: 9 } }).level).toBe(2)
    expect(levelOf({ day: 13, done: [...done, bad(12)], still: { from: 5 } }).level).toBe(0)
  })
})

describe('stepping back', () => {
  it('follows pain that is up by 3 the next morning, and not by 2', () => {
    expect(level(2, [bad(1)])).toBe(0)
    expect(level(2, [{ what: 'session', day: 1, painBefore: 3, painNextMorning: 5 }])).toBe(1)
  })

  it('at the lowest level is a day of rest from the exercises', () => {
    const now = levelOf({ day: 3, done: [bad(1), bad(2)] })
    expect(now).toMatchObject({ level: 0, change: 'back', isRestDay: true })
    expect(levelOf({ day: 4, done: [bad(1), bad(2)] }).isRestDay).toBe(false)
  })

  it('follows a week without a session, once a week', () => {
    const done = [good(1), good(2), good(8), good(9), good(10)]
    expect(level(11, done)).toBe(2)
    expect(level(17, done)).toBe(3)
    expect(level(18, done)).toBe(2)
    expect(level(24, done)).toBe(2)
    expect(level(25, done)).toBe(1)
  })

  it('asks for the pain of this morning after a session of yesterday', () => {
    expect(levelOf({ day: 2, done: [{ what: 'session', day: 1, painBefore: 2 }] }).asksMorning).toBe(true)
    expect(levelOf({ day: 2, done: [good(1)] }).asksMorning).toBe(false)
    expect(levelOf({ day: 3, done: [{ what: 'session', day: 1 }] }).asksMorning).toBe(false)
  })
})

it('is never above the week, and moves by one a day at most, whatever was done', () => {
  fc.assert(
    fc.property(any.soFar, ({ day, done, still }) => {
      let before = 1
      for (let each = 1; each <= day; each++) {
        const now = levelOf({
          day: each,
          done: done.filter(entry => entry.day < each),
          ...(still ? { still } : {}),
        }).level
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(weekOf(each))
        expect(Math.abs(now - before)).toBeLessThanOrEqual(1)
        before = now
      }
    }),
    { numRuns: 200 },
  )
})

it('always has a step back: after a bad morning the level is lower, or the day is one of rest', () => {
  fc.assert(
    fc.property(any.soFar, ({ day, done }) => {
      const earlier = done.filter(entry => entry.day < day)
      const before = levelOf({ day, done: earlier })
      const after = levelOf({ day: day + 1, done: [...earlier, bad(day)] })
      expect(after.level < before.level || (after.level === 0 && after.isRestDay)).toBe(true)
    }),
  )
})

it('joins the sessions of a day: the first pain before, the highest after', () => {
  const [one] = sessionsByDay([
    { what: 'session', day: 1, painBefore: 4, painAfter: 5, walkMinutes: 10 },
    { what: 'session', day: 1, painBefore: 2, painAfter: 3, walkMinutes: 5, exercises: ['lb-bridge'] },
  ])
  expect(one).toEqual({
    what: 'session',
    day: 1,
    painBefore: 4,
    painAfter: 5,
    walkMinutes: 15,
    exercises: ['lb-bridge'],
  })
})
