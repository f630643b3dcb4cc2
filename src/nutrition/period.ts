/**
 * What did a person eat of the five over a period, against target? For a report: averages over the days that something was
 * told of, never over days of silence, each "at least", with how many foods did not say.
 */
import { type Nutrient, nutrients } from '../knowledge/vocabulary.ts'
import type { FoodTable } from './food-table.ts'
import { intakeOf } from './intake.ts'
import type { Amount } from './person.ts'
import type { Target, Targets } from './targets.ts'

export interface PeriodNutrient extends Pick<Target, 'unit' | 'target' | 'kind' | 'upper' | 'upperScope'> {
  readonly nutrient: Nutrient
  /** A day, on average, at least. */
  readonly amount: number
  /** Of the target; null where there is none. */
  readonly share: number | null
  /** On how many of the days the target was reached; what is unknown could only add to it. */
  readonly daysReached: number
  /** Foods told that do not say. */
  readonly unknown: number
}

export interface Period {
  /** Days on which something was told. */
  readonly days: number
  /** Foods told on them. */
  readonly foods: number
  readonly nutrients: readonly PeriodNutrient[]
}

/** `days`: what was eaten on each day of the period; an empty day was not told of. */
export function periodOf(table: FoodTable, targets: Targets, days: readonly (readonly Amount[])[]): Period {
  const told = days.filter(eaten => eaten.length > 0)
  return {
    days: told.length,
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
