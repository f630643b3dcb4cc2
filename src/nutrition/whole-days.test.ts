import { expect, it } from 'vitest'
import { table } from '../../test/support/food-tools.ts'
import { isWholeDay } from './whole-days.ts'

const banana = { food: 173944, grams: 118 }
const milk = { food: 171265, grams: 488 }
const toast = { food: 9000056, grams: 136 }

it('a day is whole from three different foods and 800 kcal on', () => {
  expect(isWholeDay(table, [banana, milk, toast])).toBe(true)
  expect(isWholeDay(table, [banana])).toBe(false)
  expect(isWholeDay(table, [banana, milk])).toBe(false)
  expect(isWholeDay(table, [toast, toast, toast])).toBe(false)
  expect(isWholeDay(table, [banana, { ...milk, grams: 30 }, { ...toast, grams: 30 }])).toBe(false)
  expect(isWholeDay(table, [])).toBe(false)
})
