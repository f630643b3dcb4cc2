/** The shapes of the knowledge about causes of cramps. Only the build runs these checks; other code uses the types. */
import * as v from 'valibot'
import { Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const Positive = v.pipe(v.number(), v.gtValue(0))

/** measured: a published likelihood ratio. linked: a published association, used as a weight. judgement: our reading. */
const bases = ['measured', 'linked', 'judgement'] as const

const AgeBounds = v.strictObject({ gt: v.optional(v.number()), lt: v.optional(v.number()) })

/** What an answer says about a cause: above 1 it points to the cause, below 1 it speaks against it. */
export const Evidence = v.strictObject({
  when: v.union([Id, v.strictObject({ age: AgeBounds })]),
  ratio: Positive,
  interval: v.optional(v.tuple([Positive, Positive])),
  basis: v.picklist(bases),
  applies: v.optional(Sentence),
  source: Id,
})
export type Evidence = v.InferOutput<typeof Evidence>

/** The part of Unknot that the next step opens. */
const opens = ['hydration', 'stretching', 'medicine', 'food', 'appointment'] as const
const NextStep = v.strictObject({ text: Sentence, opens: v.picklist(opens) })

const CauseCase = v.strictObject({
  present: v.array(Id),
  absent: v.optional(v.array(Id)),
  age: v.optional(v.number()),
  /** Is it among the likely contributors? */
  likely: v.boolean(),
})

/** A contributor to cramps. Several act together; none is a diagnosis. */
export const Cause = v.strictObject({
  name: Sentence,
  explain: Sentence,
  /** How soon to act on it. */
  tier: v.picklist(words.tiers),
  evidence: v.pipe(v.array(Evidence), v.minLength(1)),
  distinguishing: v.array(Sentence),
  nextStep: NextStep,
  baseRate: Sentence,
  note: v.optional(Sentence),
  sources: Sources,
  cases: v.pipe(v.array(CauseCase), v.minLength(3, 'needs at least three cases')),
  ...Review,
})
export type Cause = v.InferOutput<typeof Cause>

/** A question about causes that is not a finding of the check. */
export const CauseQuestion = v.strictObject({
  statement: Sentence,
  /** How often people say yes: our own estimate, which only orders the questions. */
  chance: v.picklist(['often', 'sometimes', 'seldom']),
  regions: v.optional(v.array(v.picklist(words.regions))),
  /** Asked only if one of these is known to be true. */
  onlyWith: v.optional(v.array(Id)),
  /** Never asked, because Unknot derives it. */
  derived: v.optional(v.literal(true)),
  ...Review,
})
export type CauseQuestion = v.InferOutput<typeof CauseQuestion>

/** A condition that looks like a cramp and is not one. */
export const Mimic = v.strictObject({
  name: Sentence,
  keyFinding: Id,
  tellApart: Sentence,
  advice: Sentence,
  tier: v.picklist(words.tiers),
  sources: Sources,
  ...Review,
})
export type Mimic = v.InferOutput<typeof Mimic>

/** For back pain: what the answers point to. */
export const BackPointer = v.strictObject({
  name: Sentence,
  explain: Sentence,
  pointsTo: v.pipe(v.array(Id), v.minLength(1)),
  atLeast: v.pipe(v.number(), v.integer(), v.minValue(1)),
  nextStep: NextStep,
  tier: v.picklist(words.tiers),
  sources: Sources,
  ...Review,
})
export type BackPointer = v.InferOutput<typeof BackPointer>
