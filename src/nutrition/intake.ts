/**
 * How much of each nutrient did a person eat? A food with an unknown amount adds nothing and is counted, so that a
 * total is always "at least".
 */
import type { Content } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import type { Amount } from './person.ts'

export interface Intake {
  /** At least this much, in the unit of the table. */
  readonly amount: number
  /** The number of eaten foods without a figure. */
  readonly unknown: number
}

/** The sum of a content over the eaten foods. Foods that are not in the table count as unknown. */
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
