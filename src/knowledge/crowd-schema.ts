/**
 * The shapes of the crowd: what is true, and how often, of ordinary people with a back spasm or a cramp. `npm run bench
 * -- crowd` simulates people from it and counts false alarms. Nothing here is advice.
 */
import * as v from 'valibot'
import { Bounds, Id, Review, type Source } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
const Weight = v.pipe(v.number(), v.minValue(0))

/** Percent from each age on: `{16: 2, 45: 10}` is 2 from 16 to 44 and 10 from 45 on. Below the first age it is 0. */
const ByAge = v.record(v.pipe(v.string(), v.regex(/^\d{2}$/, 'an age is two digits')), Percent)

/** Percent of people: one for all, by age, or by sex and then by age. */
export const Share = v.union([
  Percent,
  v.strictObject({ female: v.union([Percent, ByAge]), male: v.union([Percent, ByAge]) }),
  ByAge,
])
export type Share = v.InferOutput<typeof Share>

/** The origin of a figure: a source, or an assumption with its reason, which may rely on a source. */
const origin = {
  source: v.optional(Id),
  assumed: v.optional(v.literal(true)),
  because: v.optional(Sentence),
  /** How the figure was read from its source. */
  note: v.optional(Sentence),
}

interface Origin {
  readonly source?: string | undefined
  readonly assumed?: true | undefined
  readonly because?: string | undefined
}

const hasOrigin = ({ source, assumed, because }: Origin): boolean =>
  assumed ? because !== undefined : source !== undefined && because === undefined
const originMessage = 'needs a "source", or "assumed: true" with "because"'

/** The people that a share is about; everyone if absent. */
const Group = v.strictObject({
  complaint: v.optional(v.picklist(words.complaints)),
  regions: v.optional(v.pipe(v.array(v.picklist(words.regions)), v.minLength(1))),
  sex: v.optional(v.picklist(['female', 'male'])),
  hours: v.optional(Bounds),
  /** Facts that are all true of the person. */
  has: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** Facts of which at least one is true. */
  hasAny: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** Facts of which none is true. */
  lacks: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** Medicines of which at least one is taken. */
  takes: v.optional(v.pipe(v.array(Id), v.minLength(1))),
})
export type Group = v.InferOutput<typeof Group>

const ShareOf = v.pipe(
  v.strictObject({ of: v.optional(Group), share: Share, ...origin }),
  v.check(figure => hasOrigin(figure), originMessage),
)

/** A fact about a person, and what they then tick. */
export const CrowdFact = v.strictObject({
  /** In the third person; a fact about the person, independent of the questions of the check. */
  fact: Sentence,
  /** Findings and person facts that are then true. */
  says: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /**
   * For a finding of `says`: words that make its statement untrue of the person, wherever they occur in it. A person
   * who has been weak for years is not "newly" weak. So one crowd fits both the old and the new wording.
   */
  unless: v.optional(v.record(Id, Sentence)),
  /** The opposite: words without which the statement is not true of the person. */
  where: v.optional(v.record(Id, Sentence)),
  /** The look-alike that fits better than `says`: if the check has it, the person ticks it instead. */
  alike: v.optional(Id),
  /** Words of a case's `conditions`. */
  conditions: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** One word of a case's `medicines`, chosen by weight; `other` is a medicine that Unknot does not list. */
  takes: v.optional(
    v.pipe(
      v.strictObject({ oneOf: v.record(Id, Weight), ...origin }),
      v.check(
        takes => Object.keys(takes.oneOf).length === 1 || hasOrigin(takes),
        `several medicines: ${originMessage}`,
      ),
    ),
  ),
  /** The first matching group counts; if none matches, the fact is not true of the person. */
  shares: v.pipe(v.array(ShareOf), v.minLength(1)),
  ...Review,
})
export type CrowdFact = v.InferOutput<typeof CrowdFact>

const weighted = <const K extends v.GenericSchema<string, string>>(key: K) =>
  v.pipe(
    v.strictObject({ weights: v.record(key, Weight), ...origin }),
    v.check(figure => hasOrigin(figure), originMessage),
  )

const forEach = <S extends v.GenericSchema>(schema: S) => v.strictObject({ back: schema, cramp: schema })

/** Who is in the crowd: complaint, age, sex, place and time since it began. */
export const CrowdPeople = v.strictObject({
  /** How the crowd is divided between the complaints. */
  complaints: weighted(v.picklist(words.complaints)),
  /** People of a country by the age from which a band counts; the last band ends at `oldest`. */
  population: v.pipe(
    v.strictObject({ female: ByAge, male: ByAge, oldest: v.number(), ...origin }),
    v.check(figure => hasOrigin(figure), originMessage),
  ),
  /** How common a complaint is; it weighs the ages and sexes of the population. */
  prevalence: forEach(
    v.pipe(
      v.strictObject({ share: Share, ...origin }),
      v.check(figure => hasOrigin(figure), originMessage),
    ),
  ),
  regions: forEach(weighted(v.picklist(words.regions))),
  /** Hours since the pain began, by the hours up to which a band reaches. */
  hours: forEach(weighted(v.pipe(v.string(), v.regex(/^\d+$/)))),
  /** The share of people with a look-alike who tick the red flag instead. */
  misread: v.pipe(
    v.strictObject({ share: Percent, ...origin }),
    v.check(figure => hasOrigin(figure), originMessage),
  ),
  ...Review,
})
export type CrowdPeople = v.InferOutput<typeof CrowdPeople>

/** A published figure to compare the results with. */
export const PublishedFigure = v.strictObject({ what: Sentence, percent: Percent, source: Id, ...Review })
export type PublishedFigure = v.InferOutput<typeof PublishedFigure>

/** The built crowd: each fact comes after the facts that its groups name, with every source of a figure. */
export interface Crowd {
  readonly people: CrowdPeople
  readonly facts: readonly (readonly [id: string, fact: Omit<CrowdFact, keyof typeof Review>])[]
  readonly published: readonly Omit<PublishedFigure, keyof typeof Review>[]
  readonly sources: Readonly<Record<string, Pick<Source, 'title' | 'citation' | 'where' | 'verified'>>>
}
