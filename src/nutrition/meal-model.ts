/**
 * A day of meals as a mixed-integer programme: one binary column for each plate and each extra. The structure of a day
 * is in the rows, so every solution is a day of meals. docs/menu.md defines the symbols.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import { counted, type PlateTime, plateTimes, type Served } from './meal-plates.ts'
import { varietyRows } from './meal-variety.ts'
import type { Profile } from './person.ts'
import { type Column, type Programme, type Row, rowOf } from './programme.ts'
import type { Targets } from './targets.ts'

/** At most this many things beside the plate of a meal, and between meals. */
const mostBeside = { breakfast: 2, lunch: 1, dinner: 1, snack: 2 } as const
/** The WHO's fruit and vegetables of a day, in grams. */
const leastGreens = 400
/** The share of the day's energy that each meal holds, at least and at most. */
const energyShares: Readonly<Record<PlateTime, readonly [number, number]>> = {
  breakfast: [0.12, 0.38],
  lunch: [0.18, 0.42],
  dinner: [0.2, 0.45],
}
/** Leaves, nuts with seeds, and juice of a day, in grams. */
const mostLeaves = 250
const mostNuts = 70
const mostJuice = 250

/** Of these kinds one dish a day is enough: people tire of them. */
const notTwice = ['Spinach', 'Mushroom'] as const
/** Less is a trace, in grams. */
const tasted = 30

export interface DayRules {
  readonly targets: Targets
  readonly profile: Profile
  /** Grams of protein a day: the RDA of a person of reference weight. */
  readonly protein: number
  readonly costOf: (served: Served) => number
  /** Targets may be missed, at a high cost for each share missed. */
  readonly isElastic: boolean
  /** Choices that were refused: not all of one may come again together. */
  readonly refused: readonly (readonly number[])[]
}

/** The cost of missing a whole target. */
const missingCost = 1000

/** The first columns are the choices, in order. */
export function dayProgramme(table: FoodTable, choices: readonly Served[], rules: DayRules): Programme {
  const { targets, profile, protein, costOf, isElastic, refused } = rules
  const columns: Column[] = choices.map((choice, place) => ({
    name: `x${place}`,
    cost: costOf(choice),
    lower: 0,
    upper: 1,
    isInteger: true,
  }))
  const rows: Row[] = []
  const add = (name: string, lower: number, upper: number, of: (choice: Served) => number) =>
    rows.push(rowOf(name, lower, upper, choices, of))
  const holding = (content: (typeof counted)[number]) => (choice: Served) => choice.holds[counted.indexOf(content)] ?? 0

  for (const meal of plateTimes) add(`plate-${meal}`, 1, 1, choice => Number(choice.meal === meal && !choice.isExtra))
  for (const [meal, most] of Object.entries(mostBeside))
    add(`beside-${meal}`, meal === 'snack' ? 1 : 0, most, choice => Number(choice.meal === meal && choice.isExtra))
  // At most two glasses a day, one of them with a meal.
  add('glasses', 0, 2, choice => Number(choice.isExtra && isGlass(table, choice)))
  add('breakfast-glass', 0, 1, choice =>
    Number(choice.meal === 'breakfast' && choice.isExtra && isGlass(table, choice)),
  )
  // Each meal has one plate, so only what several meals may have needs a row of its own.
  const keyed = groupsOf(choices, choice => [
    `${choice.isExtra ? 'extra' : 'dish'} ${foodOf(choice)}`,
    ...(choice.isExtra || choice.main === '' ? [] : [`main ${choice.main}`]),
  ])
  for (const [key, places] of keyed)
    if (new Set(places.map(place => choices[place]?.meal)).size > 1) rows.push(setRow(`once ${key}`, 1, places))

  for (const id of profile.pin)
    add(`pinned-${id}`, 1, Infinity, ({ foods }) => Number(foods.some(({ food }) => food === id)))
  for (const nutrient of nutrients) {
    const { target, upper, upperScope } = targets.nutrients[nutrient]
    if (target !== null) {
      add(`least-${nutrient}`, target, Infinity, choice => Math.min(holding(nutrient)(choice), target))
      if (isElastic) slacken(columns, rows, target)
    }
    if (upper !== null && upperScope === 'all') add(`most-${nutrient}`, -Infinity, upper, holding(nutrient))
  }
  if (targets.sodium.upper !== null) add('most-sodium', -Infinity, targets.sodium.upper, holding('sodium'))
  const [least, most] = profile.energy
  add('energy', least, most, holding('energy'))
  add('least-protein', protein, Infinity, holding('protein'))
  if (isElastic) slacken(columns, rows, protein)
  add('greens', leastGreens, Infinity, ({ greens }) => greens)
  const middle = (least + most) / 2
  for (const [meal, [low, high]] of Object.entries(energyShares))
    add(`energy-${meal}`, low * middle, high * middle, choice => (choice.meal === meal ? holding('energy')(choice) : 0))
  rows.push(...varietyRows(table, profile, choices, isElastic))
  for (const [family, together] of table.together) addFamily(table, rows, choices, family, together)
  for (const kind of notTwice)
    add(`once ${kind}`, 0, 1, ({ parts }) =>
      Number(gramsWhere(table, parts, food => food.kind.startsWith(kind)) >= tasted),
    )
  add('leaves', 0, mostLeaves, ({ parts }) => gramsWhere(table, parts, ({ isLeafy }) => isLeafy))
  add('nuts', 0, mostNuts, ({ parts }) => gramsWhere(table, parts, ({ family }) => family === 'nuts-seeds'))
  add('juice', 0, mostJuice, ({ parts }) => gramsWhere(table, parts, ({ family }) => family === 'juice'))
  for (const id of exceedable(table, choices))
    add(`most-of-${id}`, 0, foodMost(table, id), choice => gramsOf(choice, id))
  refused.forEach((set, place) => {
    rows.push(setRow(`refused-${place}`, set.length - 1, set))
  })
  return { columns, rows }
}

const foodMost = (table: FoodTable, food: number): number =>
  table.namedAt.get(table.place.get(food) ?? -1)?.most ?? Infinity

const gramsOf = ({ parts }: Served, id: number): number =>
  parts.reduce((sum, { food, grams }) => sum + (food === id ? grams : 0), 0)

/** The foods of which a day may hold more than is sensible: only these need a row. */
function exceedable(table: FoodTable, choices: readonly Served[]): readonly number[] {
  const mostAt = new Map<number, Map<string, number>>()
  for (const choice of choices) {
    const place = `${choice.meal} ${choice.isExtra}`
    const times = choice.isExtra ? mostBeside[choice.meal as keyof typeof mostBeside] : 1
    for (const { food } of choice.parts) {
      const most = mostAt.get(food) ?? new Map<string, number>()
      most.set(place, Math.max(most.get(place) ?? 0, times * gramsOf(choice, food)))
      mostAt.set(food, most)
    }
  }
  return [...mostAt].flatMap(([food, most]) =>
    [...most.values()].reduce((sum, grams) => sum + grams, 0) > foodMost(table, food) ? [food] : [],
  )
}

/** The nutrients that a solution of the elastic programme misses. */
export function missedIn(targets: Targets, set: readonly Served[]): readonly Nutrient[] {
  return nutrients.filter((nutrient, place) => {
    const { target } = targets.nutrients[nutrient]
    return target !== null && set.reduce((sum, { holds }) => sum + (holds[place] ?? 0), 0) < target * (1 - 1e-6)
  })
}

/** The last row may be missed. */
function slacken(columns: Column[], rows: Row[], whole: number): void {
  const last = rows.pop()
  if (!last) return
  columns.push({ name: `miss ${last.name}`, cost: missingCost, lower: 0, upper: 1, isInteger: false })
  rows.push({ ...last, columns: [...last.columns, columns.length - 1], coefficients: [...last.coefficients, whole] })
}

function addFamily(table: FoodTable, rows: Row[], choices: readonly Served[], family: string, together: number): void {
  const row = rowOf(`family-${family}`, -Infinity, together, choices, ({ parts }) =>
    gramsWhere(table, parts, food => food.family === family),
  )
  if (row.columns.length > 0) rows.push(row)
}

const gramsWhere = (
  table: FoodTable,
  parts: Served['parts'],
  is: (food: NonNullable<ReturnType<FoodTable['namedAt']['get']>>) => boolean,
): number =>
  parts.reduce((sum, { food, grams }) => {
    const found = table.namedAt.get(table.place.get(food) ?? -1)
    return sum + (found && is(found) ? grams : 0)
  }, 0)

export const foodOf = ({ foods }: Served): number => foods[0]?.food ?? 0

const isGlass = (table: FoodTable, choice: Served): boolean => {
  const food = table.namedAt.get(table.place.get(foodOf(choice)) ?? -1)
  return food?.family === 'milk' || food?.family === 'juice'
}

const setRow = (name: string, most: number, columns: readonly number[]): Row => ({
  name,
  lower: -Infinity,
  upper: most,
  columns,
  coefficients: columns.map(() => 1),
})

function groupsOf(
  choices: readonly Served[],
  keysOf: (choice: Served) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  choices.forEach((choice, place) => {
    for (const key of keysOf(choice)) {
      const before = groups.get(key)
      if (before) before.push(place)
      else groups.set(key, [place])
    }
  })
  return groups
}
