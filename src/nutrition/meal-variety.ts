/**
 * What a day of meals does not repeat, as rows of its programme: the same starch at lunch and at dinner, the same sort
 * of snack; and what goes beside which plate.
 */
import type { Avoidable } from '../knowledge/vocabulary.ts'
import { foodAt } from './change-moves.ts'
import type { EverydayFood, FoodTable } from './food-table.ts'
import type { Served } from './meal-plates.ts'
import type { Profile } from './person.ts'
import { type Row, rowOf } from './programme.ts'

/** The parts of plain names that tell a starch. The first that fits counts: rice noodles are noodles. */
const starches = ['noodles', 'pasta', 'rice', 'potato', 'tortilla'] as const
type Starch = (typeof starches)[number]
const starchFamilies = new Set(['grains-cooked', 'potatoes', 'bread'])
/** Less of it is not what the plate is built on, in grams. */
const leastStarch = 60

/** `isElastic`: only the rows without which nobody would cook the day. */
export function varietyRows(
  table: FoodTable,
  { avoid }: Profile,
  choices: readonly Served[],
  isElastic: boolean,
): readonly Row[] {
  const once = (name: string, is: (choice: Served) => boolean) =>
    rowOf(name, -Infinity, 1, choices, choice => Number(is(choice)))
  const isMain = ({ meal, isExtra }: Served) => !isExtra && (meal === 'lunch' || meal === 'dinner')
  const found = new Map(choices.map(choice => [choice, isMain(choice) ? starchesOf(table, choice) : []]))
  const rows = starches
    .filter(starch => isOnce(starch, avoid))
    .map(starch => once(`starch-${starch}`, choice => found.get(choice)?.includes(starch) === true))
  const kitchens = new Set(choices.flatMap(({ dish }) => dish?.kitchen ?? []))
  if (!isElastic)
    for (const kitchen of kitchens)
      rows.push(once(`kitchen-${kitchen}`, choice => isMain(choice) && choice.dish?.kitchen === kitchen))
  const sorts = new Map(choices.flatMap(choice => (choice.meal === 'snack' ? [[choice, sortOf(table, choice)]] : [])))
  for (const sort of new Set(sorts.values())) rows.push(once(`snack-${sort}`, choice => sorts.get(choice) === sort))
  rows.push(rowOf('snack-to-eat', 1, Infinity, choices, choice => Number(isToEat(table, choice))))
  for (const meal of ['lunch', 'dinner'] as const)
    rows.push(once(`beside-partner-${meal}`, choice => choice.meal === meal && isInTheWay(table, choice)))
  return rows.filter(({ columns, lower }) => columns.length > 1 || lower > 0)
}

/** People who eat no gluten often have rice at both meals. */
const isOnce = (starch: Starch, avoid: readonly Avoidable[]) => starch !== 'rice' || !avoid.includes('gluten')

function starchesOf(table: FoodTable, { parts }: Served): readonly Starch[] {
  const grams = new Map<Starch, number>()
  for (const part of parts) {
    const starch = starchOf(foodAt(table, part.food))
    if (starch) grams.set(starch, (grams.get(starch) ?? 0) + part.grams)
  }
  return [...grams].flatMap(([starch, sum]) => (sum >= leastStarch ? [starch] : []))
}

const starchOf = (food: EverydayFood | undefined): Starch | undefined =>
  food && starchFamilies.has(food.family) ? starches.find(word => food.name.toLowerCase().includes(word)) : undefined

/** What most of it is: fruit, nuts, bread. Milk, yogurt and plant drinks are one sort. */
function sortOf(table: FoodTable, { parts }: Served): string {
  const grams = new Map<string, number>()
  for (const part of parts) {
    const family = foodAt(table, part.food)?.family ?? ''
    const sort = family === 'yogurt' || family === 'own-plant-milk' ? 'milk' : family
    grams.set(sort, (grams.get(sort) ?? 0) + part.grams)
  }
  return [...grams].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** A glass by itself is no snack. */
const isToEat = (table: FoodTable, { meal, isExtra, dish, foods }: Served): boolean =>
  meal === 'snack' &&
  isExtra &&
  (dish !== undefined ||
    !['milk', 'own-plant-milk', 'juice'].includes(foodAt(table, foods[0]?.food ?? 0)?.family ?? ''))

/** A grilled mushroom goes beside a plate of these kitchens, but not beside a curry, or a dish with its own rice or bread. */
const isInTheWay = (table: FoodTable, { isExtra, foods, dish }: Served): boolean =>
  isExtra
    ? /mushroom/i.test(foodAt(table, foods[0]?.food ?? 0)?.name ?? '')
    : foods.length > 1 || !mushroomKitchens.has(dish?.kitchen ?? '')

const mushroomKitchens = new Set(
  'American Australian Austrian British Dutch French German Greek Irish Italian Nordic Polish Portuguese Scottish Spanish Swiss'.split(
    ' ',
  ),
)
