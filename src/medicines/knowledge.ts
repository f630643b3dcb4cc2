/** The knowledge about medicines. It is built from `knowledge/medicines/` and passed in by the caller. */
import type {
  Ingredient,
  MedicineName,
  MedicineTexts,
  RecognisedMedicine,
  TypedWords,
} from '../knowledge/medicine-schema.ts'
import type { NameRegion, SubstanceKind } from '../knowledge/vocabulary.ts'

type Dates = 'compiled' | 'reviewedBy' | 'reviewed' | 'nextReview'

/** An ingredient for display; the reviewer is stated once for all of them. */
export type ListedIngredient = Omit<Ingredient, 'findings' | 'facts' | Dates>
export type KnownMedicine = Omit<RecognisedMedicine, 'findings' | 'facts' | 'unread' | Dates>

/** What is said of medicines. */
export interface MedicineKnowledge {
  readonly ingredients: Readonly<Record<string, ListedIngredient>>
  readonly recognised: Readonly<Record<string, KnownMedicine>>
  /** What is no medicine, by id. */
  readonly kinds: Readonly<Record<string, Exclude<SubstanceKind, 'medicine'>>>
  /** Plain sentences shared by many medicines. */
  readonly texts: Omit<MedicineTexts, 'compiled' | 'reviewedBy' | 'reviewed'>
}

/** A name with everything that it holds. The same name stands twice where packs or countries differ. */
export interface Name extends Pick<MedicineName, 'name' | 'kind' | 'checked'> {
  readonly ingredients: readonly string[]
  /** The source names not all of what it holds. */
  readonly isPartial: boolean
  readonly regions: readonly NameRegion[]
  /** How much it is dispensed in England: powers of ten of items a year, 0 to 8. */
  readonly use: number
}

export interface NamedSubstance {
  readonly name: string
  readonly kind: SubstanceKind
  readonly isListed: boolean
}

/** What the look-up of names needs. */
export interface NameKnowledge {
  readonly names: readonly Name[]
  /** By id: every substance that a name holds. */
  readonly substances: Readonly<Record<string, NamedSubstance>>
  /** Sets of names that look or sound alike. */
  readonly lookAlikes: readonly (readonly string[])[]
  readonly typedWords: TypedWords
}
