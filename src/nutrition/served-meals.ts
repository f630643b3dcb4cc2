/** Meals as they are served, and how the checks of meals read them. The programme of a day shares none of this. */
import type { MealTime } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import type { Amount } from './person.ts'

/** A meal as it is served: dishes and foods, with their grams. */
export interface ServedMeal {
  readonly meal: MealTime
  readonly foods: readonly Amount[]
}

/** A dish of the menu, snacks and drinks included. Bread and rice, which go with a dish, are none. */
export const isDish = (table: FoodTable, food: number): boolean =>
  table.meals.dishes.some(dish => dish.food === food && dish.at.length > 0)

/** A dish that is a meal, and not something that stands beside it. */
export const isPlate = (table: FoodTable, food: number): boolean =>
  table.meals.dishes.some(dish => dish.food === food && dish.at.some(at => at !== 'snack' && at !== 'drink'))

/** Rice, bread and the like, which go with a dish. */
export const isPartner = (table: FoodTable, food: number): boolean =>
  table.meals.dishes.some(dish => dish.with.includes(food))
export const foodAt = (table: FoodTable, food: number) => table.namedAt.get(table.place.get(food) ?? -1)
export const nameOf = (table: FoodTable, food: number): string => table.nameOf(table.place.get(food) ?? -1)

export const partsIn = (table: FoodTable, foods: readonly Amount[]): readonly Amount[] =>
  foods.flatMap(({ food, grams }) => {
    const parts = table.partsOf(food)
    return parts.length === 0 ? [{ food, grams }] : parts.map(part => ({ food: part.food, grams: part.grams * grams }))
  })

export const kitchenOf = (table: FoodTable, food: number): string =>
  table.meals.dishes.find(dish => dish.food === food)?.kitchen ?? ''
