/** The app asks the onset in spans: with every rule the result is the same as with the exact hour. */
import { expect, it } from 'vitest'
import { spans } from '../src/app/triage/check-words.ts'
import type { Bounds, Condition } from '../src/knowledge/schema.ts'
import { triageKnowledge } from '../src/knowledge/triage.gen.ts'

const week = 168
/** Where each span of `src/app/triage/check-words.ts` ends, in hours; the last is open. */
const ends = [6, 24, 48, 72, 2 * week, 6 * week, 12 * week]
const taken = Object.keys(spans).map(Number)

const limitsOf = ({ gte, gt, lte, lt }: Bounds) => [gte, gt, lte, lt].filter(limit => limit !== undefined)

function hoursIn(condition: Condition): readonly number[] {
  if (typeof condition === 'string') return []
  if ('all' in condition) return condition.all.flatMap(hoursIn)
  if ('any' in condition) return condition.any.flatMap(hoursIn)
  if ('atLeast' in condition) return condition.atLeast.of.flatMap(hoursIn)
  if ('hours' in condition) return limitsOf(condition.hours)
  return 'weeks' in condition ? limitsOf(condition.weeks).map(weeks => weeks * week) : []
}

it('uses one hour inside each span', () => {
  expect(taken).toHaveLength(ends.length + 1)
  for (const [index, hours] of taken.entries()) {
    expect(hours).toBeGreaterThan(ends[index - 1] ?? 0)
    expect(hours).toBeLessThan(ends[index] ?? Number.POSITIVE_INFINITY)
  }
})

it('no limit of a rule falls inside a span', () => {
  const bounds = triageKnowledge.redFlags.flatMap(({ id, when }) => hoursIn(when).map(hours => ({ id, hours })))
  expect(bounds.length).toBeGreaterThan(0)
  expect(bounds.filter(({ hours }) => !ends.includes(hours))).toEqual([])
})
