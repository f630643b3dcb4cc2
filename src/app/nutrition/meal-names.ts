/** The names of the meals of a day. */
import type { MealTime } from '../../knowledge/vocabulary.ts'

export const mealNames: Readonly<Record<MealTime, string>> = {
  breakfast: 'Breakfast',
  lunch: 'Lunch',
  dinner: 'Dinner',
  snack: 'Between meals',
  drink: 'Drinks',
}
