import { describe, expect, it } from 'vitest'
import { eventOfAmount, massOf, rounded, toMillilitres, toMinutes } from './amounts.ts'

describe('an amount', () => {
  it('is kept to a thousandth', () => {
    expect([rounded(1.23449), rounded(1.2345), rounded(0.1 + 0.2)]).toEqual([1.234, 1.235, 0.3])
  })
})

describe('an amount in the unit of the diary', () => {
  it.each([
    ['ml', 1],
    ['cl', 10],
    ['dL', 100],
    [' L ', 1000],
    ['litre', 1000],
    ['fl_oz_us', 29.574],
    ['fl_oz_imp', 28.413],
    ['cup_us', 236.588],
    ['pt_us', 473.176],
  ])('one %s is %d ml', (unit, ml) => {
    expect(toMillilitres(1, unit)).toBe(ml)
  })

  it.each([
    ['min', 1],
    ['minutes', 1],
    ['h', 60],
    ['Hours', 60],
    ['s', 0.017],
    ['timer', 0.017],
  ])('one %s is %d minutes', (unit, minutes) => {
    expect(toMinutes(1, unit)).toBe(minutes)
  })

  it.each([
    ['magnesium-mg', 'g', 1000],
    ['magnesium-mg', 'mg', 1],
    ['magnesium-mg', 'mcg', 0.001],
    ['vitamin-d-ug', 'µg', 1],
    ['vitamin-d-ug', 'mg', 1000],
    ['vitamin-d-ug', 'g', 1_000_000],
    ['vitamin-d-ug', 'mcg', 1],
  ] as const)('%s: one %s is %d', (what, unit, value) => {
    expect(massOf(what, 1, unit)).toBe(value)
  })

  it('an unknown unit gives no amount, even if it is a property name of JavaScript', () => {
    for (const unit of ['', 'barrel', 'constructor', 'm l']) {
      expect(toMillilitres(1, unit)).toBeUndefined()
      expect(toMinutes(1, unit)).toBeUndefined()
      expect(massOf('zinc-mg', 1, unit)).toBeUndefined()
    }
  })
})

it.each(['IU', 'iu', 'I.U.', 'UI', 'IE', 'МЕ'])('1000 %s of vitamin D are 25 µg, and of nothing else', unit => {
  expect(massOf('vitamin-d-ug', 1000, unit)).toBe(25)
  expect(massOf('magnesium-mg', 1000, unit)).toBeUndefined()
})

it('a tiny amount in a large unit keeps its digits', () => {
  expect(massOf('vitamin-d-ug', 2.5e-5, 'g')).toBe(25)
})

describe('the event for a named amount', () => {
  it('a drink, where the unit is one of drinks', () => {
    for (const name of ['Water', 'green tea', 'Fluids', 'a drink'])
      expect(eventOfAmount(name, 2, 'dl')).toEqual({ type: 'drank', drink: name, ml: 200 })
    expect(eventOfAmount('Watering', 2, 'dl')).toBeUndefined()
    expect(eventOfAmount('Water', 2, 'glasses')).toBeUndefined()
  })

  it('steps, where they are whole and counted', () => {
    for (const unit of ['', 'steps', 'count', 'num'])
      expect(eventOfAmount('Steps', 4000, unit)).toEqual({ type: 'measured', what: 'steps', value: 4000 })
    expect(eventOfAmount('Steps', 4000.5, '')).toBeUndefined()
    expect(eventOfAmount('Steps', 4000, 'km')).toBeUndefined()
  })

  it('sleep, if it is a duration, and neither a quality nor a nap', () => {
    expect(eventOfAmount('Slept', 7.5, 'h')).toEqual({ type: 'measured', what: 'sleep-minutes', value: 450 })
    for (const name of ['Sleep quality', 'sleep score', 'Nap asleep'])
      expect(eventOfAmount(name, 7, 'h')).toBeUndefined()
    expect(eventOfAmount('Sleep', 7, '')).toBeUndefined()
    expect(eventOfAmount('Running', 7, 'h')).toBeUndefined()
  })

  it.each([
    ['Magnesium citrate', 'magnesium-mg'],
    ['potassium', 'potassium-mg'],
    ['Calcium', 'calcium-mg'],
    ['sodium', 'sodium-mg'],
    ['zinc', 'zinc-mg'],
  ])('%s by its weight', (name, what) => {
    expect(eventOfAmount(name, 2, 'g')).toEqual({ type: 'measured', what, value: 2000 })
    expect(eventOfAmount(name, 2, 'tablets')).toBeUndefined()
  })

  it('vitamin D in µg', () => {
    expect(eventOfAmount('Vitamin D', 10, 'mcg')).toEqual({ type: 'measured', what: 'vitamin-d-ug', value: 10 })
  })

  it('nothing of any other name', () => {
    expect(eventOfAmount('Iron', 2, 'mg')).toBeUndefined()
  })
})
