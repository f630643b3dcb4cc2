/** The countable part of what was eaten in the period. */
import type { Nutrient } from '../knowledge/vocabulary.ts'

/** What the folded diary does not contain: the number of days with food, and the countable part of it. */
export interface FoodTold {
  readonly days: number
  /** The days with complete entries; undefined without the table of foods. */
  readonly wholeDays: number | undefined
  readonly facts: FoodFacts | undefined
}

/** Daily mean over the whole days. */
export interface FoodFacts {
  readonly days: number
  readonly reference: string | undefined
  readonly nutrients: readonly NutrientFact[]
}

export interface NutrientFact {
  readonly nutrient: Nutrient
  readonly unit: string
  /** At least this much a day. */
  readonly amount: number
  /** Null if no target is set, or if age or sex is not known. */
  readonly target: number | null
  /** How many of the recorded foods have no figure. */
  readonly unknown: number
}
