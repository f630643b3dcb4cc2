/**
 * How much of everything did a person eat? A food whose amount is unknown adds nothing and is counted, so that a total
 * is always read "at least".
 */
import type { Content } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import type { Amount } from './person.ts'

export interface Intake {
  /** At least this much, in the unit of the table. */
  readonly amount: number
  /** How many of the foods eaten do not say. */
  readonly unknown: number
}

/** The sum of a content over what was eaten. Foods that are not in the table count as unknown. */
export function intakeOf(table: FoodTable, eaten: readonly Amount[], content: Content): Intake {
  let amount = 0
  let unknown = 0
  for (const { food, grams } of eaten) {
    const at = table.place.get(food)
    const value = at === undefined ? null : table.per100(at, content)
    if (value === null) unknown += 1
    else amount += (value * grams) / 100
  }
  return { amount, unknown }
}
