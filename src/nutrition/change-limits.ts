/** What is missing on a usual day, and how much of each content a changed day may hold. */
import { type Content, type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Profile } from './person.ts'
import type { Targets } from './targets.ts'

export interface ChangeLimits {
  /** In the order of `nutrients`; 0 if nothing is missing or there is no target. */
  readonly missing: readonly { readonly nutrient: Nutrient; readonly least: number; readonly target: number }[]
  /** How much more the changes together may bring. */
  readonly most: readonly { readonly content: Content; readonly more: number }[]
  readonly energy: { readonly before: number }
  readonly sodium: { readonly before: number }
}

/**
 * A day that is already above its salt or energy mark may rise by this share of the mark: a glass of milk, no more. The
 * answer gives both figures.
 */
const overShare = 0.05

export function changeLimits(table: FoodTable, profile: Profile, targets: Targets): ChangeLimits {
  const before = (content: Content) => intakeOf(table, profile.eaten, content).amount
  const missing = nutrients.map(nutrient => {
    const { target } = targets.nutrients[nutrient]
    return { nutrient, target: target ?? 0, least: target === null ? 0 : Math.max(0, target - before(nutrient)) }
  })
  const uppers = nutrients.flatMap(nutrient => {
    const { upper, upperScope } = targets.nutrients[nutrient]
    if (upper === null || upperScope !== 'all') return []
    return [{ content: nutrient, more: Math.max(0, upper - before(nutrient)) }]
  })
  const marked = (content: 'sodium' | 'energy', mark: number | null) =>
    mark === null ? [] : [{ content, more: before(content) > mark ? mark * overShare : mark - before(content) }]
  return {
    missing,
    most: [...uppers, ...marked('sodium', targets.sodium.upper), ...marked('energy', profile.energy[1])],
    energy: { before: before('energy') },
    sodium: { before: before('sodium') },
  }
}
