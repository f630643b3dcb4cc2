/** A usual day as one list: each food once with its grams, and what the eaten dishes are made of. */
import type { FoodTable } from './food-table.ts'
import type { Amount } from './person.ts'

/** How much of a food a day holds: by itself, and inside dishes. */
export interface Held {
  readonly grams: number
  /** The part of `grams` that is inside dishes, by dish. */
  readonly inDishes: ReadonlyMap<number, number>
}

export function merged(eaten: readonly Amount[]): ReadonlyMap<number, number> {
  const grams = new Map<number, number>()
  for (const { food, grams: more } of eaten) grams.set(food, (grams.get(food) ?? 0) + more)
  return grams
}

/** Where a food is in a day. `dishes` says which dishes may be looked into. */
export function heldIn(
  table: FoodTable,
  day: ReadonlyMap<number, number>,
  food: number,
  dishes: (dish: number) => boolean,
): Held {
  const inDishes = new Map<number, number>()
  for (const [dish, grams] of day) {
    if (!dishes(dish)) continue
    const share = table.partsOf(dish).find(part => part.food === food)?.grams ?? 0
    if (share > 0) inDishes.set(dish, share * grams)
  }
  const inside = [...inDishes.values()].reduce((sum, grams) => sum + grams, 0)
  return { grams: (day.get(food) ?? 0) + inside, inDishes }
}

/** Does the day hold any of these foods, by itself or in a dish? */
export const holdsAny = (table: FoodTable, day: ReadonlyMap<number, number>, foods: readonly number[]): boolean =>
  foods.some(food => heldIn(table, day, food, () => true).grams > 0)
