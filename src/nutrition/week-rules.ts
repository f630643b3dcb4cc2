/** What a nutritionist would refuse of several days. */
import type { FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'
import { foodAt, isDish, nameOf, partsIn, type ServedMeal } from './served-meals.ts'

/** Across days: no dish twice in three days, and oily fish no more often than is wise. */
export function unwiseWeek(
  table: FoodTable,
  profile: Profile,
  days: readonly (readonly ServedMeal[])[],
): readonly string[] {
  const dishesOf = (day: readonly ServedMeal[]) =>
    day.flatMap(({ foods }) => foods.map(({ food }) => food)).filter(food => isDish(table, food))
  const twice = days.flatMap((day, place) => {
    const near = [...days.slice(Math.max(0, place - 2), place).flatMap(dishesOf)]
    return dishesOf(day)
      .filter(food => near.includes(food))
      .map(food => `day ${place + 1}: ${nameOf(table, food)} again within three days`)
  })
  const most = mostOilyFish(profile)
  const oily = days.slice(-7).reduce(
    (sum, day) =>
      sum +
      oilyIn(
        table,
        day.flatMap(({ foods }) => foods),
      ),
    0,
  )
  return [...twice, ...(oily > most ? [`${Math.round(oily)} g of oily fish in a week`] : [])]
}

/**
 * Grams a week: two portions of 140 g for women who are or may become pregnant or who breastfeed, four for others (NHS,
 * because of pollutants).
 */
export const mostOilyFish = ({ sex, age, lifeStage }: Profile): number =>
  140 * (lifeStage !== 'none' || (sex === 'female' && age < 50) ? 2 : 4)

export const oilyIn = (table: FoodTable, foods: readonly Amount[]): number =>
  partsIn(table, foods).reduce(
    (sum, { food, grams }) => sum + (foodAt(table, food)?.family === 'oily-fish' ? grams : 0),
    0,
  )
