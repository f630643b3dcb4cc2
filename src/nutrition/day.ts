/** The rest of the day for a menu: what is still missing, and what may still be eaten. */
import { type Content, type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import { type Intake, intakeOf } from './intake.ts'
import type { Profile } from './person.ts'
import type { Targets } from './targets.ts'

/** A bound on the total of a menu. */
export interface DayLimit {
  readonly content: Content
  /** Still missing; undefined if nothing is missing or no target is set. */
  readonly least?: number
  /** May still be eaten. */
  readonly most?: number
}

export interface Day {
  readonly eaten: Readonly<Record<Nutrient, Intake>>
  readonly energyEaten: number
  /** Nutrients, sodium and energy. */
  readonly limits: readonly DayLimit[]
  /** What may still be eaten of the foods of a family, in grams. */
  readonly families: ReadonlyMap<string, number>
  /** Nutrients without a target for this person in the chosen set. */
  readonly gaps: readonly Nutrient[]
}

/**
 * The bounds of a menu. An upper limit applies to the whole day, so a food with an unknown amount of that nutrient is
 * never used; a limit for supplements alone (magnesium) does not apply to food. Eaten food without a figure adds
 * nothing.
 */
export function dayOf(table: FoodTable, profile: Profile, targets: Targets): Day {
  const eaten = Object.fromEntries(
    nutrients.map(nutrient => [nutrient, intakeOf(table, profile.eaten, nutrient)]),
  ) as Record<Nutrient, Intake>
  const limits: DayLimit[] = nutrients.map(nutrient => {
    const { target, upper, upperScope } = targets.nutrients[nutrient]
    const missing = target === null ? 0 : target - eaten[nutrient].amount
    return {
      content: nutrient,
      ...(missing > 0 ? { least: missing } : {}),
      ...(upper !== null && upperScope === 'all' ? { most: Math.max(0, upper - eaten[nutrient].amount) } : {}),
    }
  })
  const sodium = intakeOf(table, profile.eaten, 'sodium').amount
  if (targets.sodium.upper !== null)
    limits.push({ content: 'sodium', most: Math.max(0, targets.sodium.upper - sodium) })
  const energyEaten = intakeOf(table, profile.eaten, 'energy').amount
  const [least, most] = profile.energy
  limits.push({
    content: 'energy',
    ...(profile.mode === 'day' && least > energyEaten ? { least: least - energyEaten } : {}),
    most: Math.max(0, most - energyEaten),
  })
  const gaps = nutrients.filter(nutrient => targets.nutrients[nutrient].target === null)
  return { eaten, energyEaten, limits, families: familiesLeft(table, profile), gaps }
}

/** The largest sensible amount of each family, less what was eaten of it. */
function familiesLeft(table: FoodTable, { eaten }: Profile): ReadonlyMap<string, number> {
  const left = new Map(table.together)
  for (const { food, grams } of eaten) {
    const family = table.everydayAt.get(table.place.get(food) ?? -1)?.family
    const before = family === undefined ? undefined : left.get(family)
    if (family !== undefined && before !== undefined) left.set(family, Math.max(0, before - grams))
  }
  return left
}
