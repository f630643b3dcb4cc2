/**
 * A day or a week of meals: breakfast, lunch, dinner and what comes between, from everyday dishes, within every limit of
 * this person and with every target reached. Each day is solved exactly: the fewest things beside the plates, the most
 * variety. No dish comes twice in three days. The solver is passed in; every day is checked twice before it is shown.
 */
import type { MealTime, Nutrient } from '../knowledge/vocabulary.ts'
import { mealTimes, nutrients } from '../knowledge/vocabulary.ts'
import { type Caution, cautionsFor, heldNutrients } from './cautions.ts'
import { brokenMeals } from './check-meals.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { NutritionKnowledge } from './knowledge.ts'
import { costFor, isOpenOn } from './meal-costs.ts'
import { dayProgramme, missedIn } from './meal-model.ts'
import { leastProtein, type Served, servedTo } from './meal-plates.ts'
import { type MealsReason, reasonsFor } from './meal-reasons.ts'
import { unwise } from './meal-rules.ts'
import type { Total } from './menu.ts'
import type { Amount, Profile } from './person.ts'
import type { Solver } from './programme.ts'
import { quickSolution } from './quick-solution.ts'
import type { ServedMeal } from './served-meals.ts'
import { solvePriced } from './solve-priced.ts'
import { type Targets, targetsFor } from './targets.ts'
import { unwiseWeek } from './week-rules.ts'

export interface Meal {
  readonly meal: MealTime
  /** The dish, its partner, and what stands beside them. */
  readonly items: readonly MealItem[]
  /** Of the dish; absent where there is none. */
  readonly minutes?: number
  readonly how?: string
  readonly kitchen?: string
}

export interface MealItem extends Amount {
  readonly name: string
  /** Usual portions: 1 or 1½. */
  readonly portions: number
}

export interface MealDay {
  readonly meals: readonly Meal[]
  readonly totals: Readonly<Record<Nutrient, Total>>
  /** kcal, and mg. */
  readonly energy: number
  readonly sodium: number
  /** Targets that no day of these dishes reaches. */
  readonly short: readonly Nutrient[]
  /** Proven the best for this day. */
  readonly isProven: boolean
}

export interface Meals {
  readonly id?: string | number
  /** `short`: a target is missed, or there are fewer days, see `reasons`; `impossible`: no day keeps the limits; `held`: see the cautions. */
  readonly status: 'found' | 'short' | 'impossible' | 'held'
  readonly days: readonly MealDay[]
  /** What to give up so that every target is reached. */
  readonly reasons: readonly MealsReason[]
  readonly cautions: readonly Caution[]
}

export interface MealsOptions {
  readonly solver: Solver
  /** How many days. */
  readonly days?: number
  /** Another number gives another menu. */
  readonly seed?: number
  /** The longest time of one solver call. */
  readonly seconds?: number
  /** Receives better versions of the day that is being made, and then the day itself. */
  readonly onDay?: (day: MealDay, place: number) => void
  /** Dishes that were swapped out, and stay out. */
  readonly without?: readonly number[]
}

/** How often a day may be refused by a check before the search ends. */
const tries = 12

export async function mealsFor(
  knowledge: NutritionKnowledge,
  table: FoodTable,
  profile: Profile,
  { solver, days = 1, seed = 1, seconds = 4, onDay, without = [] }: MealsOptions,
): Promise<Meals> {
  const targets = targetsFor(knowledge, profile)
  const cautions = cautionsFor(knowledge, profile)
  const tell = (status: Meals['status'], made: readonly MealDay[], reasons: readonly MealsReason[] = []): Meals => ({
    ...(profile.id === undefined ? {} : { id: profile.id }),
    status,
    days: made,
    reasons,
    cautions,
  })
  if (heldNutrients(cautions).length > 0) return tell('held', [])
  const all = servedTo(table, profile, cautions).filter(
    ({ foods }) => !foods.some(({ food }) => without.includes(food)),
  )
  const unserved = profile.pin.filter(pinned => !all.some(({ foods }) => foods.some(({ food }) => food === pinned)))
  if (unserved.length > 0)
    return tell(
      'impossible',
      [],
      unserved.map(food => ({
        kind: 'pin',
        text: `${table.nameOf(table.place.get(food) ?? -1)} is in none of the meals for you. Take it off the pinned foods.`,
      })),
    )
  const chosen: (readonly Served[])[] = []
  const made: MealDay[] = []
  let isElastic = false
  while (made.length < days) {
    const place = made.length
    const open = all.filter(choice => isOpenOn(table, profile, choice, chosen))
    const cost = costFor(profile, chosen, seed)
    const seek = { table, profile, targets, cautions, solver, seconds, before: chosen, cost }
    const show = (set: readonly Served[]) => onDay?.(dayOf(table, targets, set, false), place)
    let found = isElastic ? undefined : await solveDay(seek, open, false, show)
    if (found === undefined) {
      isElastic = true
      found = await solveDay(seek, open, true, show)
    }
    if (found === undefined) break
    chosen.push(found.set)
    const day = dayOf(table, targets, found.set, found.isProven)
    made.push(day)
    onDay?.(day, place)
  }
  if (made.length === 0)
    return tell('impossible', [], await reasonsFor(table, profile, targets, cautions, solver, seconds, []))
  const isCut = made.length < days
  const fewer: readonly MealsReason[] = isCut
    ? [
        {
          kind: 'days',
          text: `There are ${made.length} such days. No other day keeps your wishes without a dish again within three days.`,
        },
      ]
    : []
  const short = nutrients.filter(nutrient => made.some(day => day.short.includes(nutrient)))
  if (short.length === 0) return tell(isCut ? 'short' : 'found', made, fewer)
  const others = await reasonsFor(table, profile, targets, cautions, solver, seconds, short)
  return tell('short', made, [...fewer, ...others])
}

interface Seek {
  readonly table: FoodTable
  readonly profile: Profile
  readonly targets: Targets
  readonly cautions: readonly Caution[]
  readonly solver: Solver
  readonly seconds: number
  /** The days before. */
  readonly before: readonly (readonly Served[])[]
  readonly cost: (choice: Served) => number
}

/** The best day, or undefined if there is none. A day that a check refuses is forbidden, and the next best is sought. */
async function solveDay(
  { table, profile, targets, cautions, solver, seconds, before, cost }: Seek,
  open: readonly Served[],
  isElastic: boolean,
  onBetter: (set: readonly Served[]) => void,
): Promise<{ readonly set: readonly Served[]; readonly isProven: boolean } | undefined> {
  const refused: (readonly number[])[] = []
  const past = before.map(servedMeals)
  const isGood = (set: readonly Served[]) => {
    const day = servedMeals(set)
    return (
      brokenMeals(table, profile, targets, cautions, day, isElastic ? missedIn(targets, set) : []).length === 0 &&
      unwise(table, profile, day).length === 0 &&
      unwiseWeek(table, profile, [...past, day]).length === 0
    )
  }
  for (let round = 0; round < tries; round++) {
    const protein = leastProtein(profile)
    const programme = dayProgramme(table, open, {
      targets,
      profile,
      protein,
      costOf: cost,
      isElastic,
      refused,
    })
    const setOf = (values: readonly number[]) => open.filter((_, place) => (values[place] ?? 0) > 0.5)
    const showBetter = (values: readonly number[]) => {
      const set = setOf(values)
      if (isGood(set)) onBetter(set)
    }
    const start = isElastic ? undefined : quickSolution(programme, before.length + 1)
    if (start) showBetter(start)
    const { status, values } = await solvePriced(programme, solver, { seconds, start, onBetter: showBetter })
    if (!values) return undefined
    const set = setOf(values)
    if (isGood(set)) return { set, isProven: status === 'optimal' }
    refused.push(open.flatMap((choice, place) => (set.includes(choice) ? [place] : [])))
  }
  return undefined
}

/** A solution as meals, in the order of a day. */
function servedMeals(set: readonly Served[]): readonly ServedMeal[] {
  return mealTimes.flatMap(meal => {
    const here = set.filter(each => each.meal === meal).toSorted((a, b) => Number(a.isExtra) - Number(b.isExtra))
    return here.length === 0 ? [] : [{ meal, foods: here.flatMap(({ foods }) => foods) }]
  })
}

function dayOf(table: FoodTable, targets: Targets, set: readonly Served[], isProven: boolean): MealDay {
  const all = set.flatMap(({ foods }) => foods)
  const meals = servedMeals(set).map(({ meal, foods }): Meal => {
    const dish = set.find(each => each.meal === meal && each.dish !== undefined && !each.isExtra)?.dish
    return {
      meal,
      items: foods.map(({ food, grams }) => {
        const named = table.namedAt.get(table.place.get(food) ?? -1)
        return { food, grams, name: named?.name ?? '', portions: grams / (named?.portion.grams ?? grams) }
      }),
      ...(dish === undefined ? {} : { minutes: dish.minutes, how: dish.how, kitchen: dish.kitchen }),
    }
  })
  const totals = Object.fromEntries(
    nutrients.map(nutrient => {
      const { amount, unknown } = intakeOf(table, all, nutrient)
      const { target, upper, upperScope } = targets.nutrients[nutrient]
      return [
        nutrient,
        { amount: Math.round(amount * 100) / 100, target, upper: upperScope === 'all' ? upper : null, unknown },
      ]
    }),
  ) as Record<Nutrient, Total>
  return {
    meals,
    totals,
    energy: Math.round(intakeOf(table, all, 'energy').amount),
    sodium: Math.round(intakeOf(table, all, 'sodium').amount),
    short: missedIn(targets, set),
    isProven,
  }
}
