/**
 * Does a rule's condition hold, and what would still have to be known for it to hold?
 *
 * Every condition is positive: a further yes can make one hold and never break one. That is what makes triage monotone.
 */
import type { Bounds, Condition } from '../knowledge/schema.ts'
import type { Known } from './person.ts'

/** A fact about a person that a rule needs and that no statement asks. */
export type PersonDetail = 'age' | 'sex' | 'hoursSinceOnset' | 'pregnancyWeeks'

/** Is a finding still open: can it still turn out to be true? A detail is open until it is given. */
export type IsOpen = (id: string) => boolean

const hoursAWeek = 168

/** Does the condition hold with what is known? Unknown and unsure do not count as yes. */
export const holds = (condition: Condition, known: Known): boolean =>
  judge(condition, known, () => false, []) === 'holds'

/** The open findings and details that could help the condition to hold; none if it holds already or no longer can. */
export function lacking(condition: Condition, known: Known, isOpen: IsOpen): readonly string[] {
  const found: string[] = []
  judge(condition, known, isOpen, found)
  return found
}

/** `open`: the condition would hold if every open answer were yes. */
type Verdict = 'holds' | 'open' | 'never'

/** Walks the condition once. What an open part lacks is added to `found`; a part that is decided adds nothing. */
function judge(condition: Condition, known: Known, isOpen: IsOpen, found: string[]): Verdict {
  if (typeof condition === 'string') {
    if (known.present.has(condition)) return 'holds'
    return isOpen(condition) ? open(condition, found) : 'never'
  }
  if ('all' in condition) return several(condition.all, condition.all.length, known, isOpen, found)
  if ('any' in condition) return several(condition.any, 1, known, isOpen, found)
  if ('atLeast' in condition) return several(condition.atLeast.of, condition.atLeast.n, known, isOpen, found)
  if ('age' in condition) return bounded(known.age, condition.age, 'age', found)
  if ('sex' in condition) {
    if (known.sex === undefined) return open('sex', found)
    return known.sex === condition.sex || known.sex === 'undisclosed' ? 'holds' : 'never'
  }
  if ('hours' in condition) return bounded(known.hours, condition.hours, 'hoursSinceOnset', found)
  if ('weeks' in condition) {
    const weeks = known.hours === undefined ? undefined : known.hours / hoursAWeek
    return bounded(weeks, condition.weeks, 'hoursSinceOnset', found)
  }
  return bounded(known.pregnancyWeeks, condition.pregnancyWeeks, 'pregnancyWeeks', found)
}

function open(id: string, found: string[]): Verdict {
  found.push(id)
  return 'open'
}

/** At least `n` of the parts. */
function several(parts: readonly Condition[], n: number, known: Known, isOpen: IsOpen, found: string[]): Verdict {
  const before = found.length
  let holding = 0
  let opening = 0
  let left = parts.length
  for (const part of parts) {
    const verdict = judge(part, known, isOpen, found)
    left -= 1
    if (verdict === 'holds') holding += 1
    if (verdict === 'open') opening += 1
    if (holding >= n || holding + opening + left < n) break
  }
  if (holding < n && holding + opening >= n) return 'open'
  found.length = before
  return holding >= n ? 'holds' : 'never'
}

const bounded = (value: number | undefined, bounds: Bounds, detail: PersonDetail, found: string[]): Verdict =>
  value === undefined ? open(detail, found) : isWithin(value, bounds) ? 'holds' : 'never'

export const isWithin = (value: number, { gte, gt, lte, lt }: Bounds): boolean =>
  (gte === undefined || value >= gte) &&
  (gt === undefined || value > gt) &&
  (lte === undefined || value <= lte) &&
  (lt === undefined || value < lt)

/** Every finding a condition mentions. */
export function mentions(condition: Condition): readonly string[] {
  return typeof condition === 'string' ? [condition] : partsOf(condition).flatMap(mentions)
}

/** Every detail a condition needs. */
export function detailsOf(condition: Condition): readonly PersonDetail[] {
  if (typeof condition === 'string') return []
  if ('age' in condition) return ['age']
  if ('sex' in condition) return ['sex']
  if ('hours' in condition || 'weeks' in condition) return ['hoursSinceOnset']
  if ('pregnancyWeeks' in condition) return ['pregnancyWeeks']
  return partsOf(condition).flatMap(detailsOf)
}

function partsOf(condition: Exclude<Condition, string>): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'atLeast' in condition ? condition.atLeast.of : []
}
