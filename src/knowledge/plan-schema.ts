/**
 * The shapes of the text of a plan (how it opens, what to avoid, when to get help) and of the reasons to withhold
 * several remedies together.
 *
 * Their conditions are those of the red flags, and may also use the terms of `src/plan/situation.ts`: the complaint,
 * the place, the tier, a rule or combination that fired. Not sure counts as yes here.
 */
import * as v from 'valibot'
import { PlanStep } from './remedy-schema.ts'
import { Condition, Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const some = <T>(shape: v.GenericSchema<unknown, T>) => v.pipe(v.array(shape), v.minLength(1))

/** Findings and facts that a text names: a person who has one of them does not see the text. */
const Names = v.optional(some(Id))

const Line = {
  /** For whom; for everyone if absent. */
  for: v.optional(Condition),
  /** Of the lines of one slot, only the first in the file that applies is shown. */
  slot: v.optional(Id),
  sources: Sources,
  ...Review,
}

/** How a plan opens: the first entry in the file that applies. */
export const Opening = v.strictObject({ text: Sentence, ...Line })
export type Opening = v.InferOutput<typeof Opening>

/** What to avoid for now. */
export const Avoid = v.strictObject({ text: Sentence, names: Names, ...Line })
export type Avoid = v.InferOutput<typeof Avoid>

const Sign = v.pipe(
  Sentence,
  v.check(text => !/[,.]|^[A-Z]/.test(text), 'a sign is a part of a sentence, without comma, full stop and capital'),
)

/** A change that needs help: one line, consisting of its signs. */
export const SeekHelp = v.strictObject({
  /** How soon help is needed when a sign appears; the most urgent lines come first. */
  tier: v.picklist(words.tiers),
  /** Each completes "Get help if you have ...", without capital or full stop. */
  signs: some(v.strictObject({ text: Sign, names: Names, for: v.optional(Condition) })),
  /** Whom to call or what to say, as a sentence after the signs. */
  action: v.optional(Sentence),
  ...Line,
})
export type SeekHelp = v.InferOutput<typeof SeekHelp>

/** What to do once a cramp has let go, before sleep. */
export const AfterCramp = v.strictObject({
  text: Sentence,
  names: Names,
  /** It is about drinking: said only to people for whom the limits on drinking are known not to apply. */
  isDrink: v.optional(v.boolean(), false),
  ...Line,
})
export type AfterCramp = v.InferOutput<typeof AfterCramp>

/** Remedies and exercises that match every given part. */
const Items = v.pipe(
  v.strictObject({
    ids: v.optional(some(Id)),
    /** `exercises`, or a kind of exercise or remedy. */
    kinds: v.optional(some(Id)),
    /** For an exercise, its own places; for a remedy, the place of the pain. */
    regions: v.optional(some(v.picklist(words.regions))),
  }),
  v.check(({ ids, kinds }) => ids !== undefined || kinds !== undefined, 'needs ids or kinds'),
)

/** Why several remedies and exercises are withheld or limited together, and what replaces them. */
export const Withheld = v.strictObject({
  because: Condition,
  /** Facts asked before one of the items is offered, if an answer could make `because` true. */
  asks: v.optional(some(Id)),
  withholds: some(Items),
  action: v.optional(v.picklist(words.cautionActions), 'withhold'),
  /** Why, and what to do instead: shown in place of the remedy. */
  text: Sentence,
  /** Steps shown in place of the first of the items. */
  instead: v.optional(some(PlanStep)),
  sources: Sources,
  ...Review,
})
export type Withheld = v.InferOutput<typeof Withheld>

/** When a step of a plan is due on the clock: once if none of the three is given. */
export const Rhythm = v.pipe(
  v.strictObject({
    /** The words of the plan that it reads. */
    when: Sentence,
    everyHours: v.optional(v.pipe(v.number(), v.minValue(1))),
    at: v.optional(v.picklist(['evening', 'bedtime'])),
    /** It waits for something that happens, and not for the clock. */
    anyTime: v.optional(v.literal(true)),
  }),
  v.check(
    ({ everyHours, at, anyTime }) => [everyHours, at, anyTime].filter(each => each !== undefined).length < 2,
    'has at most one of everyHours, at and anyTime',
  ),
)
export type Rhythm = v.InferOutput<typeof Rhythm>
export const Rhythms = v.strictObject({ rhythms: some(Rhythm) })

/** The texts of plans, by id, in the order of the files. The type of the built module. */
export interface PlanLines {
  readonly openings: Readonly<Record<string, Opening>>
  readonly avoid: Readonly<Record<string, Avoid>>
  readonly seekHelp: Readonly<Record<string, SeekHelp>>
  readonly afterCramp: Readonly<Record<string, AfterCramp>>
}
