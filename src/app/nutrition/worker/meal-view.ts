/** A day of meals as the screen shows it: in words, because only the worker has the table of foods. */
import type { FoodTable } from '../../../nutrition/food-table.ts'
import { amountWords, ingredientWords, itemWords, type Measures } from '../../../nutrition/meal-words.ts'
import type { MealDay } from '../../../nutrition/meals.ts'
import type { DayView } from './messages.ts'

export const viewOf = (table: FoodTable, day: MealDay, measures: Measures): DayView => ({
  meals: day.meals.map(meal => {
    const [first] = meal.items
    return {
      meal: meal.meal,
      title: first?.name ?? '',
      dish: meal.how === undefined ? undefined : first?.food,
      lines: meal.items.map((item, place) =>
        unbroken(place === 0 ? amountWords(table, item, measures) : itemWords(table, item, measures)),
      ),
      ingredients: first ? ingredientWords(table, first, measures).map(unbroken) : [],
      minutes: meal.minutes,
      how: meal.how,
      foods: meal.items.map(({ food, name, grams }) => ({ food, name, grams })),
    }
  }),
  totals: day.totals,
  energy: day.energy,
  sodium: day.sodium,
  short: day.short,
  isProven: day.isProven,
})

/** A number and its unit stay on one line. */
const unbroken = (text: string): string => text.replace(/(\d) (g|ml|oz|fl oz|lb)\b/g, '$1\u00a0$2')
