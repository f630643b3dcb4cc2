/** The shapes of products, of their kinds and of the needs they are compared for. Facts only; no link leads to a shop. */
import * as v from 'valibot'
import { Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const Sentences = v.pipe(v.array(Sentence), v.minLength(1))

/** Stars as displayed, and how they were rounded. */
export const Rating = v.strictObject({
  stars: v.number(),
  /** The highest possible rating. */
  best: v.optional(v.number(), 5),
  /** The distance between two possible values: 0.5 for half stars. */
  step: v.optional(v.number(), 0.5),
  reviews: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type Rating = v.InferOutput<typeof Rating>

export const Product = v.strictObject({
  name: Sentence,
  /** The id of its kind (`ProductKind`). */
  kind: Id,
  /** Its place in the article's list. */
  articlePlace: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The remedy it is used for; null if Unknot advises none of its kind. */
  remedy: v.optional(Id),
  /** A missing rating is unknown, never zero. */
  rating: v.optional(Rating),
  powered: v.boolean(),
  maxTemperatureC: v.optional(v.number()),
  maxMinutes: v.optional(v.number()),
  /** What is known about it: from the article, a maker or a record. */
  stated: v.array(Sentence),
  notStated: v.array(Sentence),
  /** What the evidence says about this kind of product. */
  verdict: Sentence,
  /** Guidelines advise against it as a routine. */
  advisedAgainst: v.optional(Sentence),
  /** Why a listing is not trusted. */
  mismatch: v.optional(Sentence),
  /** The property that exceeds a safety limit, shown in the title line. */
  warning: v.optional(Sentence),
  /** The setting that keeps it within the limit. */
  setting: v.optional(Sentence),
  /** The same as numbers, for the heading. */
  settingAtMost: v.optional(v.strictObject({ temperatureC: v.number(), minutes: v.number() })),
  safety: Sentences,
  lookFor: Sentences,
  sources: Sources,
  ...Review,
})
export type Product = v.InferOutput<typeof Product>

/** A kind of thing that is sold for pain or cramps. */
export const ProductKind = v.strictObject({
  name: Sentence,
  /** The remedy it is used for; absent if Unknot advises none of its kind. */
  remedy: v.optional(Id),
  /** What the evidence says of things of this kind. */
  evidence: Sentence,
  /** Guidelines advise against it as a routine. */
  isAdvisedAgainst: v.optional(v.boolean()),
  /** What does the same for nothing. */
  instead: Sentence,
  sources: Sources,
  ...Review,
})
export type ProductKind = v.InferOutput<typeof ProductKind>

export const Need = v.strictObject({
  name: Sentence,
  complaint: v.picklist(words.complaints),
  /** What one needs to buy, in a sentence; `otherwise` where the remedy that it names is not for this person. */
  answer: v.strictObject({ text: Sentence, remedy: Id, otherwise: Sentence }),
  /** What helps without buying anything, with the remedies that it is based on. */
  buyNothing: v.pipe(v.array(v.strictObject({ text: Sentence, remedy: Id })), v.minLength(1)),
  /** Remedies that a product may serve for this need; empty if buying is not advised. */
  remedies: v.array(Id),
  /** Set if the evidence for this need is lower than the remedy's for its complaint. */
  atMost: v.optional(v.record(Id, v.picklist(words.certainties)), {}),
  why: Sentence,
  sources: Sources,
  ...Review,
})
export type Need = v.InferOutput<typeof Need>
