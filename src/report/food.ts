/** The nutrition line: five nutrients over the days with recorded food. Every amount is "at least". */
import type { DiaryEvent } from '../diary/event.ts'
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from '../nutrition/food-table.ts'
import { type Intake, intakeOf } from '../nutrition/intake.ts'
import { amountsOf, type OwnFood, type Part } from '../nutrition/own-foods.ts'
import type { Amount } from '../nutrition/person.ts'
import type { Targets } from '../nutrition/targets.ts'
import { isWholeDay, leastDays } from '../nutrition/whole-days.ts'
import type { FoodFacts } from './food-facts.ts'
import { isSupplement } from './medicines.ts'
import type { SectionInput } from './section-input.ts'

export interface FoodSection {
  readonly kind: 'food'
  /** Days with any recorded food, including entries in the person's own words. */
  readonly toldDays: number
  /** Days with complete entries; undefined without the table of foods. */
  readonly wholeDays: number | undefined
  /** Undefined if there are too few whole days for a mean. */
  readonly eaten: FoodFacts | undefined
  /** Supplements taken in the period, in words. */
  readonly supplements: readonly string[]
  /** Drinks of the days with recorded drinks. */
  readonly drinks: { readonly mlPerDay: number; readonly days: number } | undefined
}

export type DayIntake = Readonly<Record<Nutrient, Intake>>

/**
 * The mean of whole days; undefined if they are too few to say anything. `targets` is undefined if age or sex is not
 * known.
 */
export function foodFacts(intakes: readonly DayIntake[], targets: Targets | undefined): FoodFacts | undefined {
  if (intakes.length < leastDays) return undefined
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

export function foodSection({ diary, food, isIn, from, to }: SectionInput): FoodSection {
  const drinking = diary.days.filter(({ day, drankMl }) => day >= from && day <= to && drankMl > 0)
  const supplements = diary.medicines.filter(
    ({ name, ingredient, isCurrent, lastTakenAt }) =>
      isSupplement(ingredient ?? name) && (isCurrent || (lastTakenAt !== undefined && isIn(lastTakenAt))),
  )
  return {
    kind: 'food',
    toldDays: food?.days ?? 0,
    wholeDays: food?.wholeDays,
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

/** The number of days in the period with any recorded food. */
export const foodDays = (events: readonly DiaryEvent[], from: string, to: string): number =>
  new Set(
    events.flatMap(({ type, at }) => (type === 'ate' ? at.slice(0, 10) : [])).filter(day => day >= from && day <= to),
  ).size

/** The foods of the table that were eaten on each day of the period, in grams. `events` are those that count. */
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

/** The days with complete entries. */
export const wholeDays = (table: FoodTable, days: readonly (readonly Amount[])[]) =>
  days.filter(eaten => isWholeDay(table, eaten))

/** The five nutrients of each day. */
export const dayIntakes = (table: FoodTable, days: readonly (readonly Amount[])[]): readonly DayIntake[] =>
  days.map(
    eaten => Object.fromEntries(nutrients.map(nutrient => [nutrient, intakeOf(table, eaten, nutrient)])) as DayIntake,
  )
