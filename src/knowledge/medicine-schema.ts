/** The shapes of what Unknot knows about medicines. Only the build runs these checks; the rest takes the types. */
import * as v from 'valibot'
import { Condition, Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const Cited = v.pipe(
  v.array(v.strictObject({ source: Id, label: v.optional(Sentence) })),
  v.minLength(1, 'needs at least one source'),
)

/** The frequency bands of the Council for International Organizations of Medical Sciences (CIOMS). */
const bands = ['very-common', 'common', 'uncommon', 'rare', 'very-rare', 'not-known', 'listed-without-band'] as const
/** How far a listing can be trusted to mean something; doubtful: about as often as on a dummy, or not in a label. */
const strengths = ['strong', 'moderate', 'weak', 'doubtful'] as const

const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))

/** What a case that names this medicine says, as findings and person facts. */
const means = { findings: v.optional(v.array(Id)), facts: v.optional(v.array(Id)) }

/** An ingredient that a source lists with muscle cramps or spasms. */
export const Ingredient = v.strictObject({
  name: Sentence,
  otherNames: v.optional(v.array(Sentence)),
  class: Sentence,
  /** cramp: the label lists it; electrolyte: a sign of lost salts; review-only: a review names it, no label does. */
  kind: v.picklist(['cramp', 'electrolyte', 'dystonia', 'infusion', 'withdrawal', 'review-only']),
  strength: v.picklist(strengths),
  reactions: v.pipe(v.array(Sentence), v.minLength(1)),
  band: v.picklist(bands),
  bandFrom: v.picklist(['seen', 'recall']),
  /** People in 100 with it, and with what it was compared with, in one trial. */
  share: v.optional(
    v.strictObject({
      medicine: Percent,
      other: Percent,
      with: v.picklist(['a dummy', 'another treatment', 'chemotherapy']),
    }),
  ),
  detail: v.optional(Sentence),
  why: v.pipe(v.array(Id), v.minLength(1)),
  starts: v.optional(Id),
  note: v.optional(Sentence),
  market: v.optional(Sentence),
  /** What stopping suddenly can bring on: said before anything else. */
  stopRisk: v.optional(Id),
  ...means,
  confidence: v.picklist(['verified', 'memory']),
  seenIn: v.optional(Id),
  sources: Cited,
  ...Review,
})
export type Ingredient = v.InferOutput<typeof Ingredient>

/** A medicine known by name that our sources do not list. */
export const RecognisedMedicine = v.strictObject({
  name: Sentence,
  otherNames: v.optional(v.array(Sentence)),
  /** none: known by name only, and no claim is made. */
  basis: v.picklist(['label-read', 'recalled', 'none']),
  note: v.optional(Sentence),
  stopRisk: v.optional(Id),
  ...means,
  sources: Cited,
  ...Review,
})
export type RecognisedMedicine = v.InferOutput<typeof RecognisedMedicine>

const nameKinds = ['ingredient', 'brand', 'combination', 'group', 'abbreviation'] as const

/** A row of the names: what a person may type, and the ingredients it stands for. */
export const MedicineName = v.strictObject({
  name: v.pipe(Sentence, v.maxLength(60)),
  kind: v.picklist(nameKinds),
  ingredients: v.pipe(v.array(Id), v.minLength(1, 'a name stands for at least one ingredient')),
  /** Ingredients of a combination that have no id here. */
  others: v.array(Sentence),
  regions: v.array(v.picklist(['US', 'UK', 'CA', 'AU'])),
  /** own: it is the ingredient's own name. drugs-at-fda: seen there with its ingredients. memory: to be confirmed. */
  checked: v.picklist(['own', 'drugs-at-fda', 'memory', 'group']),
})
export type MedicineName = v.InferOutput<typeof MedicineName>

/** Names that look or sound alike. */
export const LookAlikes = v.strictObject({ sets: v.array(v.pipe(v.array(Sentence), v.minLength(2))) })

const Words = v.array(v.pipe(v.string(), v.minLength(1)))

/** Words people type around a name, which say nothing about which medicine it is. */
export const TypedWords = v.strictObject({
  units: Words,
  forms: Words,
  salts: Words,
  around: Words,
  /** These may mean another product: without them a name is offered, never taken. */
  doubtful: Words,
})
export type TypedWords = v.InferOutput<typeof TypedWords>

const Texts = v.record(Id, Sentence)

/** Plain sentences that many medicines share. */
export const MedicineTexts = v.strictObject({
  why: Texts,
  starts: Texts,
  stopRisks: Texts,
  bands: v.record(v.picklist(bands), Sentence),
  strengths: v.record(v.picklist(strengths), Sentence),
  /** What is said with every answer. */
  advice: v.strictObject({
    keep: Sentence,
    ask: Sentence,
    listing: Sentence,
    'not-listed': Sentence,
    'not-checked': Sentence,
    'not-recognised': Sentence,
    report: Sentence,
    'no-supplements': Sentence,
    /** `{medicine}`, `{other}` and `{with}` are filled from an ingredient's share. */
    compared: Sentence,
    'start-unknown': Sentence,
  }),
  sources: Sources,
  ...Review,
})
export type MedicineTexts = v.InferOutput<typeof MedicineTexts>

const Days = v.pipe(
  v.strictObject({ gte: v.optional(v.number()), lte: v.optional(v.number()) }),
  v.check(({ gte, lte }) => gte !== undefined || lte !== undefined, 'needs gte or lte, in days'),
)

/**
 * When a rule's medicine counts. Without `since`: while it is taken. Otherwise when any of its parts holds:
 * started that many days ago (a start nobody dated counts), stopped that many days ago, or taken with one of the findings.
 */
export const Since = v.pipe(
  v.strictObject({
    taken: v.optional(v.literal(true)),
    started: v.optional(Days),
    stopped: v.optional(Days),
    findings: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  }),
  v.check(since => Object.values(since).some(part => part !== undefined), 'needs taken, started, stopped or findings'),
)
export type Since = v.InferOutput<typeof Since>

const DaysByMedicine = v.record(Id, v.number())

const UrgentCase = v.strictObject({
  complaint: v.optional(v.picklist(words.complaints), 'cramp'),
  medicines: v.array(Id),
  present: v.array(Id),
  startedDays: v.optional(DaysByMedicine),
  stoppedDays: v.optional(DaysByMedicine),
  fires: v.boolean(),
})

/** A medicine and signs that together need help: what `red-flags` are, with what the person takes. */
export const UrgentCombination = v.strictObject({
  title: Sentence,
  tier: v.picklist(words.tiers),
  /** Who to tell, where it is not the usual one. */
  contact: v.optional(v.picklist(['staff', 'treating-team'])),
  takes: v.pipe(v.array(Id), v.minLength(1)),
  /** One of these must be taken too. */
  alongside: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** Pairs that count by themselves. */
  together: v.optional(v.array(v.pipe(v.array(Id), v.minLength(2)))),
  since: v.optional(Since),
  when: Condition,
  mayMean: v.pipe(v.array(Sentence), v.minLength(1)),
  why: Sentence,
  say: Sentence,
  action: v.pipe(v.array(Sentence), v.minLength(1)),
  /** Official words on the medicine itself, passed on only when the rule has fired. */
  stopInstruction: v.optional(v.strictObject({ medicines: v.array(Id), text: v.array(Sentence) })),
  /** For the rest of its medicines. */
  keepInstruction: v.optional(Sentence),
  /** The symptoms in the words of the source, each with what asks it here. */
  symptoms: v.pipe(v.array(v.strictObject({ text: Sentence, asks: v.array(Id) })), v.minLength(1)),
  needed: Sentence,
  sources: Sources,
  confidence: v.picklist(['verified', 'partly-verified', 'memory']),
  /** At least one way it fires and one near miss. */
  cases: v.pipe(v.array(UrgentCase), v.minLength(2)),
  ...Review,
})
export type UrgentCombination = v.InferOutput<typeof UrgentCombination>
