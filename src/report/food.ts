/** The nutrition line: five nutrients over the days on which food was told. Every amount is "at least". */
import type { DiaryEvent } from '../diary/event.ts'
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from '../nutrition/food-table.ts'
import { type Intake, intakeOf } from '../nutrition/intake.ts'
import { amountsOf, type OwnFood, type Part } from '../nutrition/own-foods.ts'
import type { Amount } from '../nutrition/person.ts'
import type { Targets } from '../nutrition/targets.ts'
import { isSupplement } from './medicines.ts'
import type { Told } from './report.ts'

export interface FoodSection {
  readonly kind: 'food'
  /** Days on which any food was told, in the person's own words too. */
  readonly toldDays: number
  /** Undefined: none of it could be counted. */
  readonly eaten: FoodFacts | undefined
  /** Supplements taken in the period, in words. */
  readonly supplements: readonly string[]
  /** Drinks of the days on which any were told. */
  readonly drinks: { readonly mlPerDay: number; readonly days: number } | undefined
}

/** What the fold of a diary does not hold: on how many days food was told, and what could be counted of it. */
export interface FoodTold {
  readonly days: number
  readonly facts: FoodFacts | undefined
}

/** Over the days with food of the table, a day. */
export interface FoodFacts {
  readonly days: number
  readonly reference: string | undefined
  readonly nutrients: readonly NutrientFact[]
}

export interface NutrientFact {
  readonly nutrient: Nutrient
  readonly unit: string
  /** At least so much a day. */
  readonly amount: number
  /** Null: none is set, or age or sex is not known. */
  readonly target: number | null
  /** How many of the foods told do not say. */
  readonly unknown: number
}

export type DayIntake = Readonly<Record<Nutrient, Intake>>

/** What the days with food come to. `targets` is undefined where age or sex is not known. */
export function foodFacts(intakes: readonly DayIntake[], targets: Targets | undefined): FoodFacts | undefined {
  if (intakes.length === 0) return undefined
  const sum = (nutrient: Nutrient, of: keyof Intake) => intakes.reduce((all, day) => all + day[nutrient][of], 0)
  return {
    days: intakes.length,
    reference: targets?.reference,
    nutrients: nutrients.map(nutrient => ({
      nutrient,
      unit: targets?.nutrients[nutrient].unit ?? (nutrient === 'vitamin-d' ? 'µg' : 'mg'),
      amount: sum(nutrient, 'amount') / intakes.length,
      target: targets?.nutrients[nutrient].target ?? null,
      unknown: sum(nutrient, 'unknown'),
    })),
  }
}

export function foodSection({ diary, food, isIn, from, to }: Told): FoodSection {
  const drinking = diary.days.filter(({ day, drankMl }) => day >= from && day <= to && drankMl > 0)
  const supplements = diary.medicines.filter(
    ({ name, ingredient, isCurrent, lastTakenAt }) =>
      isSupplement(ingredient ?? name) && (isCurrent || (lastTakenAt !== undefined && isIn(lastTakenAt))),
  )
  return {
    kind: 'food',
    toldDays: food?.days ?? 0,
    eaten: food?.facts,
    supplements: supplements.map(({ name, ingredient }) =>
      (ingredient ?? name).replace('-supplement', '').replace(/-/g, ' '),
    ),
    drinks:
      drinking.length === 0
        ? undefined
        : {
            mlPerDay: drinking.reduce((all, { drankMl }) => all + drankMl, 0) / drinking.length,
            days: drinking.length,
          },
  }
}

/** On how many days of the period any food was told. */
export const foodDays = (events: readonly DiaryEvent[], from: string, to: string): number =>
  new Set(
    events.flatMap(({ type, at }) => (type === 'ate' ? at.slice(0, 10) : [])).filter(day => day >= from && day <= to),
  ).size

/** What was picked from the table on each day of the period, with its grams. `events` are those that count. */
export function eatenByDay(
  events: readonly DiaryEvent[],
  own: readonly OwnFood[],
  from: string,
  to: string,
): readonly (readonly Amount[])[] {
  const days = new Map<string, Part[]>()
  for (const event of events) {
    if (event.type !== 'ate') continue
    const { at, foodId, grams } = event
    const day = at.slice(0, 10)
    if (day < from || day > to || grams === undefined || foodId === undefined) continue
    const eaten = days.get(day)
    if (eaten) eaten.push({ food: foodId, grams })
    else days.set(day, [{ food: foodId, grams }])
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, eaten]) => amountsOf(own, eaten))
}

/** The five nutrients of each day. */
export const dayIntakes = (table: FoodTable, days: readonly (readonly Amount[])[]): readonly DayIntake[] =>
  days.map(
    eaten => Object.fromEntries(nutrients.map(nutrient => [nutrient, intakeOf(table, eaten, nutrient)])) as DayIntake,
  )
