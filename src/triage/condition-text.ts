/** The condition of a rule in words, made of the statements themselves. */
import type { Bounds, Condition } from '../knowledge/schema.ts'

/** `statements` by the finding's id. */
export function conditionText(condition: Condition, statements: ReadonlyMap<string, string>): string {
  const text = (part: Condition) => conditionText(part, statements)
  const joined = (parts: readonly Condition[], word: string) => `(${parts.map(text).join(` ${word} `)})`
  if (typeof condition === 'string') return `“${statements.get(condition) ?? condition}”`
  if ('all' in condition) return joined(condition.all, 'and')
  if ('any' in condition) return joined(condition.any, 'or')
  if ('atLeast' in condition) return `at least ${condition.atLeast.n} of ${joined(condition.atLeast.of, ',')}`
  if ('age' in condition) return `age ${boundsText(condition.age)}`
  if ('sex' in condition) return `sex ${condition.sex}`
  if ('hours' in condition) return `hours since it began ${boundsText(condition.hours)}`
  if ('weeks' in condition) return `weeks since it began ${boundsText(condition.weeks)}`
  return `weeks of pregnancy ${boundsText(condition.pregnancyWeeks)}`
}

const signs = { gte: '≥', gt: '>', lte: '≤', lt: '<' } as const

const boundsText = (bounds: Bounds): string =>
  (['gte', 'gt', 'lte', 'lt'] as const)
    .filter(key => bounds[key] !== undefined)
    .map(key => `${signs[key]} ${bounds[key]}`)
    .join(' and ')
