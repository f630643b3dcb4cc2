/** The input of the nutrition engine besides the table of foods. */
import type { NutritionCaution, TargetSet } from '../knowledge/nutrition-schema.ts'
import type { Reference } from '../knowledge/vocabulary.ts'

export interface NutritionKnowledge {
  readonly targets: Readonly<Record<Reference, TargetSet>>
  /** A class of medicines and its members, by ingredient id. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  readonly cautions: Readonly<Record<string, NutritionCaution>>
  /** Every accepted word for a condition. */
  readonly conditions: readonly string[]
  /** Every other known medicine; an unknown one makes potassium an "ask". */
  readonly medicines: readonly string[]
  readonly nextReview: string
}
