/** The shapes of the knowledge about food. Only the build runs these checks; other code uses the types. */
import * as v from 'valibot'
import { Id, Review } from './schema.ts'
import * as words from './vocabulary.ts'

const Words = v.pipe(v.string(), v.trim(), v.minLength(2))
const Grams = v.pipe(v.number(), v.minValue(0.5), v.maxValue(2000))
/** A portion in words, and its grams: ['1 medium', 118]. */
const Portion = v.tuple([Words, Grams])
const Contains = v.array(v.picklist(words.avoidables))

const Diet = v.picklist(words.diets)

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
  ingredient: v.optional(v.boolean()),
  cooking: v.optional(v.boolean()),
})

const Section = {
  group: v.picklist(words.foodGroups),
  diet: Diet,
  contains: Contains,
  most: Grams,
  family: v.optional(Id),
  together: v.optional(Grams),
  suggest: v.optional(v.boolean(), true),
  ingredient: v.optional(v.boolean(), false),
  cooking: v.optional(v.boolean()),
  portions: v.pipe(v.array(Words), v.minLength(1)),
}
const FdcId = v.pipe(v.string(), v.regex(/^\d+$/, 'a food is named by its FDC id'))

/** The everyday set: sections with shared values for their foods, by FDC id. */
export const EverydaySet = v.strictObject({
  ...Review,
  /** Foods that may never be in the set, whoever lists them. */
  never: v.strictObject({
    groups: v.array(Words),
    names: v.array(v.strictObject({ pattern: Words, why: Words })),
    mostOfSpices: Grams,
  }),
  /** A pattern of plain names: these foods are cooked at home, unless the food or its section says otherwise. */
  cookedNames: Words,
  staples: v.array(v.number()),
  sections: v.record(Id, v.strictObject({ ...Section, foods: v.record(FdcId, Food) })),
})
export type EverydaySet = v.InferOutput<typeof EverydaySet>

/**
 * Names of the world, and own entries. A food with `parts` is worked out from them, in grams of everyday foods by plain
 * name or of others by FDC id; `weighs` is what the dish then weighs, where water goes in or out. A food with `holds`
 * has these amounts in 100 g, from its label; what is not given is unknown.
 */
export const WorldFoods = v.strictObject({
  ...Review,
  /** More words by which an everyday food is found. */
  names: v.record(FdcId, Words),
  sections: v.record(
    Id,
    v.strictObject({
      ...Section,
      /** Found and logged by name; not one of the everyday foods, so that no menu and no list has it. */
      foundOnly: v.optional(v.boolean(), false),
      foods: v.record(
        FdcId,
        v.strictObject({
          ...Food.entries,
          parts: v.optional(v.record(Words, v.pipe(v.number(), v.minValue(0.1)))),
          weighs: v.optional(Grams),
          holds: v.optional(v.record(v.picklist(words.contents), v.pipe(v.number(), v.minValue(0)))),
          /** Where `holds` is from, or how the entry differs from the food. */
          from: v.optional(Words),
          /** Shown with the food, whoever looks at it; `caution` is the nutrition caution that it rests on. */
          warning: v.optional(Words),
          caution: v.optional(Id),
        }),
      ),
    }),
  ),
})
export type WorldFoods = v.InferOutput<typeof WorldFoods>

/** The taps of a usual day, and the small changes that may be proposed to it. Foods are named by their plain names. */
export const FoodChanges = v.strictObject({
  ...Review,
  usual: v.record(v.picklist(words.mealTimes), v.array(Words)),
  adds: v.array(
    v.strictObject({
      food: Words,
      /** What a person would call one portion of it. */
      say: Words,
      meal: v.picklist(words.mealTimes),
      /** The day must have a food of one of these jobs. */
      needs: v.optional(v.array(Id), []),
      /** Only for those who avoid this, or whose day has a plant milk. */
      insteadOf: v.optional(v.literal('dairy')),
    }),
  ),
  jobs: v.record(
    Id,
    v.strictObject({
      from: v.array(Words),
      to: v.array(Words),
      inDishes: v.optional(v.boolean(), false),
      notIn: v.optional(v.array(Words), []),
    }),
  ),
})
export type FoodChanges = v.InferOutput<typeof FoodChanges>

/** When a dish is eaten, and how it is made. */
const Made = {
  at: v.array(v.picklist(words.mealTimes)),
  /** The cuisine it comes from. */
  kitchen: Words,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(240)),
  /** The steps in a line or two. */
  how: Words,
  /** It is served with one portion of one of these partners. */
  with: v.optional(Id),
}

/** Dishes and meals: own entries of `WorldFoods` that a menu may use, more own entries, what stands beside them, and the shop. */
export const FoodDishes = v.strictObject({
  ...Review,
  partners: v.record(Id, v.array(Words)),
  extras: v.record(v.picklist(words.mealTimes), v.array(Words)),
  shop: v.strictObject({
    sections: v.record(Words, v.array(Id)),
    bought: v.record(
      Words,
      v.strictObject({
        as: Words,
        times: v.pipe(v.number(), v.minValue(0.1), v.maxValue(3)),
        /** The section of the shop, if not that of its family. */
        in: v.optional(Words),
      }),
    ),
  }),
  told: v.record(Words, v.strictObject(Made)),
  dishes: v.record(
    FdcId,
    v.strictObject({
      name: Words,
      parts: v.record(Words, v.pipe(v.number(), v.minValue(0.1))),
      weighs: v.optional(Grams),
      portion: Portion,
      ...Made,
    }),
  ),
})
export type FoodDishes = v.InferOutput<typeof FoodDishes>

/** The foods that the article names for each nutrient, with a word where it is off. */
export const ArticleFoods = v.strictObject({
  ...Review,
  nutrients: v.record(
    v.picklist(words.nutrients),
    v.array(
      v.strictObject({
        named: Words,
        food: v.number(),
        claim: Id,
        word: v.optional(Words),
      }),
    ),
  ),
})
export type ArticleFoods = v.InferOutput<typeof ArticleFoods>

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
  /** Applies whenever one of these cautions does. */
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
  /** Common medicines without a caution: they are recognised, with no effect. */
  harmless: Ids,
  cautions: v.record(Id, NutritionCaution),
})
export type NutritionCautions = v.InferOutput<typeof NutritionCautions>

/** What the passport of every food caution opens: all of them, with their sources. */
export interface FoodCautions {
  readonly texts: readonly string[]
  readonly sources: readonly string[]
  readonly compiled: string
  readonly nextReview: string
}
