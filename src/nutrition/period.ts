/**
 * How much of the five nutrients did a person eat over a period, compared with the targets? For a report: averages over
 * the whole days, never over days without entries or with few, each "at least", with the number of foods without a
 * figure.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Amount } from './person.ts'
import type { Target, Targets } from './targets.ts'
import { isWholeDay } from './whole-days.ts'

export interface PeriodNutrient extends Pick<Target, 'unit' | 'target' | 'kind' | 'upper' | 'upperScope'> {
  readonly nutrient: Nutrient
  /** The daily average, at least. */
  readonly amount: number
  /** The share of the target; null if there is none. */
  readonly share: number | null
  /** The number of days on which the target was reached; unknown amounts could only add to it. */
  readonly daysReached: number
  /** Recorded foods without a figure. */
  readonly unknown: number
}

export interface Period {
  /** Whole days. */
  readonly days: number
  /** Days with too few entries to count, left out. */
  readonly sparse: number
  /** Foods recorded on those days. */
  readonly foods: number
  readonly nutrients: readonly PeriodNutrient[]
}

/** `days`: the eaten foods of each day of the period; an empty day has no entries. */
export function periodOf(table: FoodTable, targets: Targets, days: readonly (readonly Amount[])[]): Period {
  const told = days.filter(eaten => isWholeDay(table, eaten))
  return {
    days: told.length,
    sparse: days.filter(eaten => eaten.length > 0).length - told.length,
    foods: told.reduce((sum, eaten) => sum + eaten.length, 0),
    nutrients: nutrients.map(nutrient => {
      const intakes = told.map(eaten => intakeOf(table, eaten, nutrient))
      const amount = intakes.reduce((sum, intake) => sum + intake.amount, 0) / Math.max(1, told.length)
      const { unit, target, kind, upper, upperScope } = targets.nutrients[nutrient]
      return {
        nutrient,
        unit,
        target,
        kind,
        upper,
        upperScope,
        amount,
        share: target === null ? null : amount / target,
        daysReached: target === null ? 0 : intakes.filter(intake => intake.amount >= target).length,
        unknown: intakes.reduce((sum, intake) => sum + intake.unknown, 0),
      }
    }),
  }
}
