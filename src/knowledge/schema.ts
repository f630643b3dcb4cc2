/**
 * The shapes of what Unknot knows: one place for the type and the check.
 * Only the build runs these checks; the rest of the code takes the types.
 */
import * as v from 'valibot'
import * as words from './vocabulary.ts'

export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens'))
const Day = v.pipe(v.string(), v.isoDate())
const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
export const Sources = v.pipe(v.array(Id), v.minLength(1, 'needs at least one source'))

/** When an entry was written, who checked it, and until when it may be shown as advice. */
export const Review = {
  compiled: Day,
  reviewedBy: v.string(),
  nextReview: Day,
}

/** A citation, with how far it was verified. */
export const Source = v.strictObject({
  title: Sentence,
  citation: Sentence,
  where: v.optional(v.string()),
  verified: v.picklist([
    'verified',
    'partly-verified',
    'abstract-or-excerpt-seen',
    'secondary-copy-seen',
    'data-seen',
    'memory',
  ]),
  licence: v.optional(v.string()),
  seen: v.optional(v.string()),
})
export type Source = v.InferOutput<typeof Source>

const Tiers = v.strictObject({ back: v.nullable(v.picklist(words.tiers)), cramp: v.nullable(v.picklist(words.tiers)) })

/** Something a person can say yes, no or not sure to. */
export const Finding = v.strictObject({
  kind: v.picklist(words.findingKinds),
  category: Id,
  /** First person, as ticked in the check: "I cannot pee". */
  statement: Sentence,
  /** Asked again when the answer was "not sure"; every emergency finding has one. */
  simpler: v.optional(Sentence),
  tierAlone: Tiers,
  /** Asked only of these places; everywhere when absent. */
  regions: v.optional(v.pipe(v.array(v.picklist(words.regions)), v.minLength(1))),
  /** Asked only of this sex, and of everybody whose sex is not known. */
  sex: v.optional(v.picklist(['female', 'male'])),
  /** For a pattern: the red flags it could be taken for. */
  resembles: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** A pattern that is not asked by the check, and where it is used instead. */
  askedIn: v.optional(v.picklist(['causes', 'plan', 'medicines'])),
  mayMean: v.pipe(v.array(Sentence), v.minLength(1)),
  /** What to say on the phone; every emergency and same-day finding has one. */
  say: v.optional(Sentence),
  sources: Sources,
  evidence: v.picklist(words.evidenceStatuses),
  note: v.optional(Sentence),
  ...Review,
})
export type Finding = v.InferOutput<typeof Finding>

export const Bounds = v.pipe(
  v.strictObject({
    gte: v.optional(v.number()),
    gt: v.optional(v.number()),
    lte: v.optional(v.number()),
    lt: v.optional(v.number()),
  }),
  v.check(bounds => Object.values(bounds).some(value => value !== undefined), 'needs gte, gt, lte or lt'),
)
export type Bounds = v.InferOutput<typeof Bounds>

/** When a red flag holds: a finding's id, or one of these. */
export type Condition =
  | string
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly atLeast: { readonly n: number; readonly of: readonly Condition[] } }
  | { readonly age: Bounds }
  | { readonly sex: words.Sex }
  | { readonly hours: Bounds }
  | { readonly weeks: Bounds }
  | { readonly pregnancyWeeks: Bounds }

export const Condition: v.GenericSchema<Condition> = v.lazy(() => {
  const some = v.pipe(v.array(Condition), v.minLength(1, 'an empty condition would always or never hold'))
  return v.union([
    Id,
    v.strictObject({ all: some }),
    v.strictObject({ any: some }),
    v.strictObject({ atLeast: v.strictObject({ n: v.pipe(v.number(), v.integer(), v.minValue(1)), of: some }) }),
    v.strictObject({ age: Bounds }),
    v.strictObject({ sex: v.picklist(words.sexes) }),
    v.strictObject({ hours: Bounds }),
    v.strictObject({ weeks: Bounds }),
    v.strictObject({ pregnancyWeeks: Bounds }),
  ])
})

/** An example kept beside a red flag, and turned into a test of it. */
const RedFlagCase = v.strictObject({
  present: v.array(Id),
  age: v.optional(v.number()),
  sex: v.optional(v.picklist(words.sexes)),
  hours: v.optional(v.number()),
  pregnancyWeeks: v.optional(v.number()),
  fires: v.boolean(),
})

/** A rule that demands a tier when findings come together. */
export const RedFlag = v.strictObject({
  tier: v.picklist(words.tiers),
  complaint: v.picklist(['any', ...words.complaints]),
  when: Condition,
  /** Plain words for what it may mean. */
  mayMean: v.pipe(v.array(Sentence), v.minLength(1)),
  why: Sentence,
  /** What to say on the phone, for emergency and same-day. */
  say: v.optional(Sentence),
  sources: Sources,
  evidence: v.picklist(words.evidenceStatuses),
  /** At least one way it fires and one near miss. */
  cases: v.pipe(v.array(RedFlagCase), v.minLength(2)),
  ...Review,
})
export type RedFlag = v.InferOutput<typeof RedFlag>

/** A page of the check that opens the findings filed under it. */
export const Category = v.strictObject({
  statement: Sentence,
  title: Sentence,
  /** Examples, shown under the statement. */
  hint: v.optional(Sentence),
  /**
   * Emergency findings that stand on no page 1, and what no remedy asks once this is answered no: the words of
   * `statement` or `hint` that name each.
   */
  names: v.optional(v.record(Id, Sentence)),
})
export type Category = v.InferOutput<typeof Category>

/** Which findings each page asks, in order. */
export const Interview = v.strictObject({
  emergency: v.strictObject({ back: v.array(Id), cramp: v.array(Id) }),
  emergencyByRegion: v.record(v.picklist(words.regions), v.array(Id)),
  second: v.strictObject({ back: v.array(Id), cramp: v.array(Id) }),
  secondByRegion: v.record(v.picklist(words.regions), v.array(Id)),
  titles: v.record(v.string(), Sentence),
  groups: v.record(Id, v.strictObject({ title: Sentence, findings: v.array(Id) })),
})
export type Interview = v.InferOutput<typeof Interview>

/** A lasting fact about a person that is no finding, or a passing one that excludes a remedy. */
export const PersonFact = v.strictObject({
  kind: v.picklist(['condition', 'medicine', 'now']),
  statement: Sentence,
  simpler: v.optional(Sentence),
  sources: Sources,
  ...Review,
})
export type PersonFact = v.InferOutput<typeof PersonFact>

/** What a tier asks of a person. */
export const TierAdvice = v.strictObject({
  label: Sentence,
  heading: Sentence,
  action: Sentence,
  within: Sentence,
  sources: Sources,
  ...Review,
})
export type TierAdvice = v.InferOutput<typeof TierAdvice>
/** The type of the module that is built. @public */
export type AdviceByTier = Readonly<Record<words.Tier, TierAdvice>>

const MeaningShape = v.strictObject({ findings: v.optional(v.array(Id), []), facts: v.optional(v.array(Id), []) })

/** The one vocabulary of conditions and medicines: what each word of a case says. */
export const ConditionMap = v.strictObject({
  conditions: v.record(Id, MeaningShape),
  medicines: v.record(Id, MeaningShape),
})
export type ConditionMap = v.InferOutput<typeof ConditionMap>
