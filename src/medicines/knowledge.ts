/** What the look-up of medicines needs to know. The host passes it in; it is built from `knowledge/medicines/`. */
import type {
  Ingredient,
  MedicineName,
  MedicineTexts,
  RecognisedMedicine,
  TypedWords,
} from '../knowledge/medicine-schema.ts'

/** An ingredient as a screen shows it: who reviewed it is said once, for all of them. */
export type ListedIngredient = Omit<Ingredient, 'findings' | 'facts' | 'compiled' | 'reviewedBy' | 'nextReview'>
export type KnownMedicine = Omit<RecognisedMedicine, 'findings' | 'facts' | 'compiled' | 'reviewedBy' | 'nextReview'>

/** A name: what it is, what it stands for, and whether it was seen with its ingredients or must be confirmed. */
export type Name = Pick<MedicineName, 'name' | 'kind' | 'ingredients' | 'others' | 'checked'>

export interface MedicineKnowledge {
  readonly ingredients: Readonly<Record<string, ListedIngredient>>
  readonly recognised: Readonly<Record<string, KnownMedicine>>
  readonly names: readonly Name[]
  /** Sets of names that look or sound alike. */
  readonly lookAlikes: readonly (readonly string[])[]
  readonly typedWords: TypedWords
  /** Plain sentences that many medicines share. */
  readonly texts: Omit<MedicineTexts, 'compiled' | 'reviewedBy'>
}
