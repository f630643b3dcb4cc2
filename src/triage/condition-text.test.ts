import { expect, it } from 'vitest'
import type { Condition } from '../knowledge/schema.ts'
import { conditionText } from './condition-text.ts'

const statements = new Map([['a', 'I have a.']])

it.each<readonly [Condition, string]>([
  ['a', '“I have a.”'],
  ['b', '“b”'],
  [{ all: ['a', 'b'] }, '(“I have a.” and “b”)'],
  [{ any: ['a', 'b'] }, '(“I have a.” or “b”)'],
  [{ atLeast: { n: 2, of: ['a', 'b', 'c'] } }, 'at least 2 of (“I have a.” , “b” , “c”)'],
  [{ age: { gte: 50 } }, 'age ≥ 50'],
  [{ age: { gt: 16, lt: 60 } }, 'age > 16 and < 60'],
  [{ sex: 'female' }, 'sex female'],
  [{ hours: { lte: 6 } }, 'hours since it began ≤ 6'],
  [{ weeks: { gte: 6, lte: 12 } }, 'weeks since it began ≥ 6 and ≤ 12'],
  [{ pregnancyWeeks: { gte: 20 } }, 'weeks of pregnancy ≥ 20'],
  [{ all: ['a', { any: ['b', { sex: 'male' }] }] }, '(“I have a.” and (“b” or sex male))'],
])('%o reads %s', (condition, text) => {
  expect(conditionText(condition, statements)).toBe(text)
})
