/**
 * Does a rule's condition hold, and what would still have to be known for it to hold?
 *
 * Every condition is positive: a further yes can make one hold and never break one. That is what makes triage monotone.
 */
import type { Bounds, Condition } from '../knowledge/schema.ts'
import type { Known } from './known.ts'

/** A fact about a person that a rule needs and that no statement asks. */
export type PersonDetail = 'age' | 'sex' | 'hoursSinceOnset' | 'pregnancyWeeks'

/** Is a finding, or a detail, still open: could it yet turn out to be true? */
export type IsOpen = (id: string) => boolean

const nothingIsOpen: IsOpen = () => false
const hoursAWeek = 168

/** Does it hold on what is known? What is unknown or unsure does not count as yes. */
export const holds = (condition: Condition, known: Known): boolean => couldHold(condition, known, nothingIsOpen)

/** Would it hold if everything open turned out to be yes? */
function couldHold(condition: Condition, known: Known, isOpen: IsOpen): boolean {
  if (typeof condition === 'string') return known.present.has(condition) || isOpen(condition)
  if ('all' in condition) return condition.all.every(part => couldHold(part, known, isOpen))
  if ('any' in condition) return condition.any.some(part => couldHold(part, known, isOpen))
  if ('atLeast' in condition) {
    const { n, of } = condition.atLeast
    return of.filter(part => couldHold(part, known, isOpen)).length >= n
  }
  if ('age' in condition) return within(known.age, condition.age, isOpen('age'))
  if ('sex' in condition)
    return known.sex === undefined ? isOpen('sex') : known.sex === condition.sex || known.sex === 'undisclosed'
  if ('hours' in condition) return within(known.hours, condition.hours, isOpen('hoursSinceOnset'))
  if ('weeks' in condition) {
    const weeks = known.hours === undefined ? undefined : known.hours / hoursAWeek
    return within(weeks, condition.weeks, isOpen('hoursSinceOnset'))
  }
  return within(known.pregnancyWeeks, condition.pregnancyWeeks, isOpen('pregnancyWeeks'))
}

/** The open findings and details that would help it to hold: none where it holds already or no longer can. */
export function lacking(condition: Condition, known: Known, isOpen: IsOpen): readonly string[] {
  if (holds(condition, known) || !couldHold(condition, known, isOpen)) return []
  if (typeof condition === 'string') return [condition]
  if ('age' in condition) return ['age']
  if ('sex' in condition) return ['sex']
  if ('hours' in condition || 'weeks' in condition) return ['hoursSinceOnset']
  if ('pregnancyWeeks' in condition) return ['pregnancyWeeks']
  return partsOf(condition).flatMap(part => lacking(part, known, isOpen))
}

/** Every finding a condition mentions. */
export function mentions(condition: Condition): readonly string[] {
  return typeof condition === 'string' ? [condition] : partsOf(condition).flatMap(mentions)
}

function partsOf(condition: Exclude<Condition, string>): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'atLeast' in condition ? condition.atLeast.of : []
}

function within(value: number | undefined, bounds: Bounds, whenUnknown: boolean): boolean {
  if (value === undefined) return whenUnknown
  const { gte, gt, lte, lt } = bounds
  return (
    (gte === undefined || value >= gte) &&
    (gt === undefined || value > gt) &&
    (lte === undefined || value <= lte) &&
    (lt === undefined || value < lt)
  )
}
