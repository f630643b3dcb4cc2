/** The shapes of what Unknot knows about food. Only the build runs these checks; the rest of the code takes the types. */
import * as v from 'valibot'
import { Id } from './schema.ts'
import * as words from './vocabulary.ts'

const Day = v.pipe(v.string(), v.isoDate())
const Review = { compiled: Day, reviewedBy: v.string(), nextReview: Day }
const Words = v.pipe(v.string(), v.trim(), v.minLength(2))
const Grams = v.pipe(v.number(), v.minValue(0.5), v.maxValue(2000))
/** Words and the grams they stand for: ['1 medium', 118]. */
const Portion = v.tuple([Words, Grams])
const Contains = v.array(v.picklist(words.avoidables))

const Food = v.strictObject({
  name: Words,
  also: v.optional(Words),
  portion: v.optional(Portion),
  most: v.optional(Grams),
  diet: v.optional(v.picklist(words.diets)),
  contains: v.optional(Contains),
  suggest: v.optional(v.boolean()),
  leafy: v.optional(v.boolean()),
  pregnancy: v.optional(v.boolean()),
})

/** The everyday set: sections that set what holds for their foods, by FDC id. */
export const EverydaySet = v.strictObject({
  ...Review,
  /** What may never stand in the set, whoever lists it. */
  never: v.strictObject({
    groups: v.array(Words),
    names: v.array(v.strictObject({ pattern: Words, why: Words })),
    mostOfSpices: Grams,
  }),
  staples: v.array(v.number()),
  sections: v.record(
    Id,
    v.strictObject({
      group: v.picklist(words.foodGroups),
      diet: v.picklist(words.diets),
      contains: Contains,
      most: Grams,
      family: v.optional(Id),
      together: v.optional(Grams),
      suggest: v.optional(v.boolean(), true),
      portions: v.pipe(v.array(Words), v.minLength(1)),
      foods: v.record(v.pipe(v.string(), v.regex(/^\d+$/, 'a food is named by its FDC id')), Food),
    }),
  ),
})
export type EverydaySet = v.InferOutput<typeof EverydaySet>

const Ids = v.array(Id)
const Kind = v.picklist(['RDA', 'AI', 'PRI'])

/** A set of targets by life stage. A row is [target, kind, upper limit]; null is a gap. */
export const TargetSet = v.strictObject({
  ...Review,
  name: Words,
  stages: v.record(
    Id,
    v.strictObject({
      sex: v.picklist(['female', 'male', 'any']),
      lifeStage: v.picklist(words.lifeStages),
      from: v.number(),
      to: v.nullable(v.number()),
    }),
  ),
  nutrients: v.record(
    v.picklist([...words.nutrients, 'sodium', 'water']),
    v.strictObject({
      unit: v.picklist(['mg', 'µg', 'ml']),
      year: v.number(),
      upperScope: v.picklist(['all', 'supplements']),
      sources: v.pipe(Ids, v.minLength(1)),
      rows: v.record(Id, v.tuple([v.nullable(v.number()), v.nullable(Kind), v.nullable(v.number())])),
    }),
  ),
})
export type TargetSet = v.InferOutput<typeof TargetSet>

const scopes = [
  'food',
  'supplements',
  'salt-substitutes',
  'antacids',
  'laxatives',
  'fortified-drinks',
  'dairy',
  'drinks',
  'fluids',
  'information',
] as const

/** A reason to stop, ask, keep apart in time or tell, about nutrients. */
export const NutritionCaution = v.strictObject({
  nutrients: v.pipe(v.array(v.picklist([...words.nutrients, 'sodium', 'water', 'vitamin-k'])), v.minLength(1)),
  action: v.picklist(words.nutritionActions),
  scope: v.pipe(v.array(v.picklist(scopes)), v.minLength(1)),
  conditions: v.optional(Ids, []),
  medicines: v.optional(Ids, []),
  /** Holds whenever one of these cautions does. */
  withCaution: v.optional(Ids, []),
  everyone: v.optional(v.boolean(), false),
  under: v.optional(v.number()),
  /** Leafy greens are not proposed. */
  leafy: v.optional(v.boolean(), false),
  text: Words,
  hours: v.optional(Words),
  sources: Ids,
  evidence: v.picklist(words.evidenceStatuses),
})
export type NutritionCaution = v.InferOutput<typeof NutritionCaution>

export const NutritionCautions = v.strictObject({
  ...Review,
  /** A class of medicines and its members, by ingredient id. */
  classes: v.record(Id, Ids),
  /** Common medicines for which no caution stands: they are recognised, and nothing follows. */
  harmless: Ids,
  cautions: v.record(Id, NutritionCaution),
})
export type NutritionCautions = v.InferOutput<typeof NutritionCautions>

/** What the passport of every caution about food opens: all of them, with what they rest on. */
export interface FoodCautions {
  readonly texts: readonly string[]
  readonly sources: readonly string[]
  readonly compiled: string
  readonly nextReview: string
}
