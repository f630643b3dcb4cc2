/** The smallest answers that make a condition hold: one for each way it can. */
import type { Bounds, Condition } from '../../src/knowledge/schema.ts'
import type { Sex } from '../../src/knowledge/vocabulary.ts'

export interface Witness {
  readonly present: readonly string[]
  readonly age?: number
  readonly sex?: Sex
  readonly hours?: number
  readonly pregnancyWeeks?: number
}

export function witnesses(condition: Condition): readonly Witness[] {
  if (typeof condition === 'string') return [{ present: [condition] }]
  if ('all' in condition) return together(condition.all.map(witnesses))
  if ('any' in condition) return condition.any.flatMap(witnesses)
  if ('atLeast' in condition)
    return choose(condition.atLeast.of, condition.atLeast.n).flatMap(parts => together(parts.map(witnesses)))
  if ('age' in condition) return [{ present: [], age: inside(condition.age) }]
  if ('sex' in condition) return [{ present: [], sex: condition.sex }]
  if ('hours' in condition) return [{ present: [], hours: inside(condition.hours) }]
  if ('weeks' in condition) return [{ present: [], hours: inside(condition.weeks) * 168 }]
  return [{ present: [], pregnancyWeeks: inside(condition.pregnancyWeeks) }]
}

/** Every combination, one way of each; if two need different ages, the stricter one is used if it satisfies both. */
function together(parts: readonly (readonly Witness[])[]): readonly Witness[] {
  return parts.reduce<readonly Witness[]>(
    (sofar, ways) =>
      sofar.flatMap(a =>
        ways.map(b => ({ ...a, ...b, ...meet(a, b), present: [...new Set([...a.present, ...b.present])] })),
      ),
    [{ present: [] }],
  )
}

const meet = (a: Witness, b: Witness): { age?: number } =>
  a.age === undefined || b.age === undefined
    ? {}
    : { age: a.age < 50 ? Math.min(a.age, b.age) : Math.max(a.age, b.age) }

function choose<T>(from: readonly T[], n: number): readonly (readonly T[])[] {
  if (n === 0) return [[]]
  return from.flatMap((first, index) => choose(from.slice(index + 1), n - 1).map(rest => [first, ...rest]))
}

function inside({ gte, gt, lte, lt }: Bounds): number {
  if (gte !== undefined) return gte
  if (gt !== undefined) return gt + 1
  if (lte !== undefined) return lte
  return (lt ?? 1) - 1
}
