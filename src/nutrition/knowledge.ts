/** What the nutrition engine is given besides the table of foods. */
import type { NutritionCaution, TargetSet } from '../knowledge/nutrition-schema.ts'
import type { Reference } from '../knowledge/vocabulary.ts'

export interface NutritionKnowledge {
  readonly targets: Readonly<Record<Reference, TargetSet>>
  /** A class of medicines and its members, by ingredient id. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  readonly cautions: Readonly<Record<string, NutritionCaution>>
  /** Every word a person's conditions may be said with. */
  readonly conditions: readonly string[]
  /** Every medicine known besides those of the classes; an unknown one makes potassium an "ask". */
  readonly medicines: readonly string[]
  readonly nextReview: string
}
