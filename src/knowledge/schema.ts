/**
 * The shapes of the knowledge, which define both the types and the checks. Only the build runs the checks; other code
 * uses the types.
 */
import * as v from 'valibot'
import * as words from './vocabulary.ts'

export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens'))
const Day = v.pipe(v.string(), v.isoDate())
const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
export const Sources = v.pipe(v.array(Id), v.minLength(1, 'needs at least one source'))

const OneLine = v.pipe(Sentence, v.regex(/^[^\n]*$/, 'stands on one line'))

/** A clinician's verdict on an entry as it was on that day. */
export const Reviewed = v.strictObject({
  by: OneLine,
  /** Their profession: "emergency physician". */
  role: OneLine,
  on: Day,
  verdict: v.picklist(words.reviewVerdicts),
  /** What to change, or why not. */
  note: v.optional(OneLine),
})
export type Reviewed = v.InferOutput<typeof Reviewed>

/** When an entry was written, who reviewed it, and until when it may be shown as advice. */
export const Review = {
  compiled: Day,
  /** `none` until there is a verdict in `reviewed`. A table sets it once for all its rows. */
  reviewedBy: v.optional(v.literal('none', 'is "none": who reviewed it stands in "reviewed"')),
  reviewed: v.optional(Reviewed),
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

/**
 * What answers a statement without asking it, so that no remedy asks what a person has already said. The check itself
 * still asks, because each danger is answered there in its own words.
 */
const Answered = {
  /** It is yes if this is true, and not sure if this may be true. */
  impliedBy: v.optional(v.lazy(() => Condition)),
  /** It is no if this is true. */
  ruledOutBy: v.optional(v.lazy(() => Condition)),
}

/** Where the complaint or the place changes the tier of a finding, and the medical reason. */
const Exception = v.pipe(
  v.strictObject({
    complaint: v.optional(v.picklist(words.complaints)),
    regions: v.optional(v.pipe(v.array(v.picklist(words.regions)), v.minLength(1))),
    tier: v.nullable(v.picklist(words.tiers)),
    because: Sentence,
  }),
  v.check(({ complaint, regions }) => complaint !== undefined || regions !== undefined, 'needs complaint or regions'),
)
export type Exception = v.InferOutput<typeof Exception>

/** Something that a person can answer with yes, no or not sure. */
export const Finding = v.strictObject({
  kind: v.picklist(words.findingKinds),
  /** First person, as ticked in the check: "I cannot pee". */
  statement: Sentence,
  /** Asked again when the answer was "not sure". */
  simpler: v.optional(Sentence),
  /** Why a statement that joins two facts by "and" is one sign. */
  joined: v.optional(Sentence),
  /** The tier that it requires by itself, whatever the complaint. */
  tier: v.nullable(v.picklist(words.tiers)),
  except: v.optional(v.pipe(v.array(Exception), v.minLength(1))),
  /** Asked only for these places; everywhere if absent. */
  regions: v.optional(v.pipe(v.array(v.picklist(words.regions)), v.minLength(1))),
  /** Asked only of this sex, and of everyone whose sex is not known. */
  sex: v.optional(v.picklist(['female', 'male'])),
  ...Answered,
  /** In a pregnancy, asked only in these weeks, and always if the week is not known. */
  pregnancyWeeks: v.optional(v.lazy(() => Bounds)),
  /** For a pattern: the red flags that it could be mistaken for. */
  resembles: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** Not asked once one of these is true, because that answers it. */
  answeredBy: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /**
   * Where it is asked, if not in a gate: by the causes, by the plan, with the person's medicines, or
   * (`partners`) only when another part of one of its rules is present.
   */
  askedIn: v.optional(v.picklist(['causes', 'plan', 'medicines', 'partners'])),
  mayMean: v.pipe(v.array(Sentence), v.minLength(1)),
  /** What to say on the phone; every emergency and same-day finding has one. */
  say: v.optional(Sentence),
  /** Whom to turn to, if not the usual doctor. */
  contact: v.optional(v.picklist(words.contacts)),
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

/** The condition of a red flag: a finding's id, or one of these. */
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

/** An example stored with a red flag, which becomes a test of it. */
const RedFlagCase = v.strictObject({
  present: v.array(Id),
  age: v.optional(v.number()),
  sex: v.optional(v.picklist(words.sexes)),
  hours: v.optional(v.number()),
  pregnancyWeeks: v.optional(v.number()),
  fires: v.boolean(),
})

/** A rule that requires a tier when findings occur together. */
export const RedFlag = v.strictObject({
  tier: v.picklist(words.tiers),
  /** It applies to one complaint only, with the medical reason; otherwise to every complaint. */
  only: v.optional(v.strictObject({ complaint: v.picklist(words.complaints), because: Sentence })),
  when: Condition,
  /** Plain words for what it may mean. */
  mayMean: v.pipe(v.array(Sentence), v.minLength(1)),
  why: Sentence,
  /** What to say on the phone, for emergency and same-day. */
  say: v.optional(Sentence),
  /** Whom to turn to, if not the usual doctor. */
  contact: v.optional(v.picklist(words.contacts)),
  sources: Sources,
  evidence: v.picklist(words.evidenceStatuses),
  /** At least one case that fires and one near miss. */
  cases: v.pipe(v.array(RedFlagCase), v.minLength(2)),
  ...Review,
})
export type RedFlag = v.InferOutput<typeof RedFlag>

/** A short line of a gate: the words, and the findings and facts that they name. */
const GateLine = v.strictObject({
  text: Sentence,
  names: v.pipe(v.array(Id), v.minLength(1)),
  /** Near to it, but not named: asked when the line is opened; "None" leaves them unanswered. */
  also: v.optional(v.array(Id), []),
  /** Shown for this complaint only, or at these places only; otherwise wherever a finding that it names is asked. */
  complaint: v.optional(v.picklist(words.complaints)),
  regions: v.optional(v.pipe(v.array(v.picklist(words.regions)), v.minLength(1))),
})
export type GateLine = v.InferOutput<typeof GateLine>

/** One short question of the check about a group of findings: "None", or "Yes, or not sure", which opens them. */
export const Gate = v.strictObject({
  /** The heading of its findings, once it is opened. */
  title: Sentence,
  asks: Sentence,
  /** More than six lines do not fit on a small screen. */
  lines: v.pipe(v.array(GateLine), v.minLength(1)),
  complaint: v.optional(v.picklist(words.complaints)),
  /** Asked only once one of these is present. */
  needs: v.optional(v.pipe(v.array(Id), v.minLength(1))),
})
export type Gate = v.InferOutput<typeof Gate>

/** The order of the gates, and the words of the check that belong to none. */
export const Interview = v.strictObject({
  order: v.strictObject({ back: v.array(Id), cramp: v.array(Id) }),
  /** The gates that come first at a place. */
  firstAt: v.record(v.picklist(words.regions), v.array(Id)),
  /** Why an answer or a medicine that the check does not use is accepted. */
  unused: v.strictObject({ medicines: Sentence, causes: Sentence, plan: Sentence, pattern: Sentence }),
  /** What the complaint and its place imply, so that it is not asked. */
  said: v.array(
    v.strictObject({
      complaint: v.optional(v.picklist(words.complaints)),
      regions: v.optional(v.array(v.picklist(words.regions))),
      finding: Id,
    }),
  ),
  titles: v.strictObject({ details: Sentence, partners: Sentence, combinations: Sentence }),
})
export type Interview = v.InferOutput<typeof Interview>

/** A lasting fact about a person that is not a finding, or a temporary one that excludes a remedy. */
export const PersonFact = v.strictObject({
  kind: v.picklist(['condition', 'medicine', 'now']),
  statement: Sentence,
  simpler: v.optional(Sentence),
  ...Answered,
  sources: Sources,
  ...Review,
})
export type PersonFact = v.InferOutput<typeof PersonFact>

/** What to do for a tier. */
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

/** The first line of the result for each contact. */
export const Contacts = v.strictObject({
  contacts: v.record(v.picklist(words.contacts), Sentence),
  sources: Sources,
  ...Review,
})
export type Contacts = v.InferOutput<typeof Contacts>

const MeaningShape = v.strictObject({
  findings: v.optional(v.array(Id), []),
  facts: v.optional(v.array(Id), []),
  /** Why a word that gives neither is accepted. */
  because: v.optional(Sentence),
})

/** The vocabulary of conditions and medicines: what each word of a case means. */
export const ConditionMap = v.strictObject({
  conditions: v.record(Id, MeaningShape),
  medicines: v.record(Id, MeaningShape),
})
export type ConditionMap = v.InferOutput<typeof ConditionMap>
