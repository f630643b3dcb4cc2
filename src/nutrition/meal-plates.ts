/** What may be served to this person at each meal: plates (a dish, with its partner if it has one), and what stands beside them. */
import { type Content, type MealTime, nutrients } from '../knowledge/vocabulary.ts'
import type { Caution } from './cautions.ts'
import { fitFor, foodAt } from './change-moves.ts'
import type { Dish } from './food-file.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Amount, Profile } from './person.ts'

/** The meals that have a plate. */
export const plateTimes = ['breakfast', 'lunch', 'dinner'] as const
export type PlateTime = (typeof plateTimes)[number]

/** What is counted of everything served, in this order. */
export const counted = [...nutrients, 'sodium', 'energy', 'protein'] as const satisfies readonly Content[]

export interface Served {
  readonly meal: MealTime
  /** One food or dish, or a dish and its partner, with their grams. */
  readonly foods: readonly Amount[]
  /** The same as foods of the table: dishes as their parts. */
  readonly parts: readonly Amount[]
  /** In the order of `counted`. */
  readonly holds: readonly number[]
  /** Grams of fruit and vegetables; potatoes and juice do not count. */
  readonly greens: number
  /** Portions of the dish: 1 or 1½. */
  readonly size: number
  /** The food that brings most of the protein: "Chicken", "Lentils". No two plates of a day have the same. */
  readonly main: string
  /** Undefined for what is no dish. */
  readonly dish: Dish | undefined
  readonly isExtra: boolean
}

export function servedTo(table: FoodTable, profile: Profile, cautions: readonly Caution[]): readonly Served[] {
  const isFit = fitFor(profile, cautions)
  const allowed = (food: number): EverydayFood | undefined => {
    const found = foodAt(table, food)
    const isWhole = table.partsOf(food).every(part => {
      const inside = foodAt(table, part.food)
      return inside === undefined || isFit(inside)
    })
    return found &&
      isWhole &&
      isFit(found) &&
      (found.isSuggested || table.partsOf(food).length > 0 || isPartner.has(food))
      ? found
      : undefined
  }
  const { dishes, extras } = table.meals
  const isPartner = new Set(dishes.flatMap(dish => dish.with))
  const plates = dishes.flatMap(dish => {
    const food = allowed(dish.food)
    if (!food) return []
    return dish.at.flatMap(meal => {
      const isExtra = meal === 'snack' || meal === 'drink'
      const sizes = (meal === 'lunch' || meal === 'dinner') && isDivisible(food) ? [1, 1.5] : [1]
      const partners = dish.with.length === 0 ? [undefined] : dish.with.flatMap(each => allowed(each) ?? [])
      return partners.flatMap(partner =>
        sizes.flatMap(size =>
          served(
            table,
            meal,
            isExtra,
            [{ food, portions: size }, ...(partner ? [{ food: partner, portions: 1 }] : [])],
            dish,
          ),
        ),
      )
    })
  })
  const beside = Object.entries(extras).flatMap(([meal, foods]) =>
    foods.flatMap(id => {
      const food = allowed(id)
      return food ? served(table, meal as MealTime, true, [{ food, portions: 1 }], undefined) : []
    }),
  )
  return [...plates, ...beside]
}

/** One and a half bowls, or 3 of 2 slices; but nobody serves 4½ tacos. */
const isDivisible = ({ portion: { words } }: EverydayFood): boolean => {
  const [, count, thing = ''] = /^(\d+) (.+)$/.exec(words) ?? []
  return count === undefined || /^(bowl|plate|pan|cup|glass|serving)\b/.test(thing) || Number(count) % 2 === 0
}

function served(
  table: FoodTable,
  meal: MealTime,
  isExtra: boolean,
  items: readonly { readonly food: EverydayFood; readonly portions: number }[],
  dish: Dish | undefined,
): readonly Served[] {
  const foods = items.map(({ food, portions }) => ({ food: food.id, grams: food.portion.grams * portions }))
  const holds = counted.map(content =>
    foods.reduce((sum, { food, grams }) => {
      const value = table.per100(table.place.get(food) ?? -1, content)
      return sum + (value === null ? Number.NaN : (value * grams) / 100)
    }, 0),
  )
  // A food without a figure is never part of a menu.
  if (holds.some(Number.isNaN)) return []
  const parts = partsOf(table, foods)
  return [
    {
      meal,
      foods,
      parts,
      holds,
      greens: greensIn(table, parts),
      size: items[0]?.portions ?? 1,
      main: mainOf(table, parts),
      dish,
      isExtra,
    },
  ]
}

/** Dishes as their parts. */
const partsOf = (table: FoodTable, foods: readonly Amount[]): readonly Amount[] =>
  foods.flatMap(({ food, grams }) => {
    const parts = table.partsOf(food)
    return parts.length === 0 ? [{ food, grams }] : parts.map(part => ({ food: part.food, grams: part.grams * grams }))
  })

/** Grams of fruit and vegetables. Potatoes and juice do not count, as in "five a day". */
const greensIn = (table: FoodTable, parts: readonly Amount[]): number =>
  parts.reduce((sum, { food, grams }) => {
    const found = foodAt(table, food)
    const isGreen = (found?.group === 'fruit' || found?.group === 'vegetables') && found.family !== 'potatoes'
    return sum + (isGreen ? grams : 0)
  }, 0)

const withProtein = new Set(['meat', 'fish', 'legumes-nuts', 'dairy-eggs'])

function mainOf(table: FoodTable, parts: readonly Amount[]): string {
  let most = 0
  let main = ''
  for (const { food, grams } of parts) {
    const found = foodAt(table, food)
    const protein = ((table.per100(found?.at ?? -1, 'protein') ?? 0) * grams) / 100
    if (found && withProtein.has(found.group) && protein > most) {
      most = protein
      main = found.kind
    }
  }
  return main
}

/** The RDA of protein for a woman of 57 kg and a man of 70 kg (0.8 g/kg), and in pregnancy and breastfeeding. */
export const leastProtein = ({ sex, lifeStage }: Profile): number =>
  lifeStage !== 'none' ? 71 : sex === 'female' ? 46 : 56
