/**
 * Is a day told whole enough to count? A banana is no day, and a mean of bananas says "5.9 mg of calcium" of somebody
 * who eats well. A day counts from three different foods and 800 kcal on, the lowest intake that surveys still believe
 * of a man (from memory: Willett). Fewer than five such days make no mean for a report.
 */
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Amount } from './person.ts'

const leastFoods = 3
const leastEnergy = 800
/** Whole days for a mean in a report. */
export const leastDays = 5

export const isWholeDay = (table: FoodTable, eaten: readonly Amount[]): boolean =>
  new Set(eaten.map(({ food }) => food)).size >= leastFoods && intakeOf(table, eaten, 'energy').amount >= leastEnergy
