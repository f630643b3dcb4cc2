/** The shapes of the knowledge about medicines. Only the build runs these checks; other code uses the types. */
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
/** How reliable a listing is; doubtful: about as frequent as with placebo, or not in a label. */
const strengths = ['strong', 'moderate', 'weak', 'doubtful'] as const

const Percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))

/** What it means when a case names this medicine, as findings and person facts. */
const means = { findings: v.optional(v.array(Id)), facts: v.optional(v.array(Id)) }

/** An ingredient that a source lists with muscle cramps or spasms. */
export const Ingredient = v.strictObject({
  name: Sentence,
  otherNames: v.optional(v.array(Sentence)),
  class: Sentence,
  /**
   * cramp: the label lists it; electrolyte: a sign of lost salts; review-only: a review names it, but no label does.
   */
  kind: v.picklist(['cramp', 'electrolyte', 'dystonia', 'infusion', 'withdrawal', 'back-pain', 'review-only']),
  strength: v.picklist(strengths),
  reactions: v.pipe(v.array(Sentence), v.minLength(1)),
  band: v.picklist(bands),
  bandFrom: v.picklist(['seen', 'recall']),
  /** People in 100 with it, and with the comparison, in one trial. */
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
  /** Signs at which its leaflet or a regulator says to stop it and to get help: "Do not stop it" is then not said. */
  stopSigns: v.optional(v.pipe(v.array(Sentence), v.minLength(1))),
  market: v.optional(Sentence),
  /** The effects of stopping suddenly, shown before anything else. */
  stopRisk: v.optional(Id),
  ...means,
  /** verified: the reaction was seen in a text for this ingredient. group: for its group only. memory: not seen. */
  confidence: v.picklist(['verified', 'group', 'memory']),
  seenIn: v.optional(Id),
  sources: Cited,
  ...Review,
})
export type Ingredient = v.InferOutput<typeof Ingredient>

/** A medicine known by name that our sources do not list. */
export const RecognisedMedicine = v.strictObject({
  name: Sentence,
  otherNames: v.optional(v.array(Sentence)),
  /** none: known by name only, with no claim. */
  basis: v.picklist(['label-read', 'recalled', 'none']),
  /** Why no text about it was read. */
  unread: v.optional(Sentence),
  /** A supplement is known as one. */
  is: v.optional(v.picklist(['supplement'])),
  note: v.optional(Sentence),
  stopRisk: v.optional(Id),
  ...means,
  sources: Cited,
  ...Review,
})
export type RecognisedMedicine = v.InferOutput<typeof RecognisedMedicine>

const Named = v.pipe(Sentence, v.maxLength(60))
const Holds = v.pipe(v.array(Id), v.minLength(1, 'a name stands for at least one ingredient'))

/** A row of the names that we know ourselves: the typed form, and all its ingredients. */
export const MedicineName = v.strictObject({
  name: Named,
  kind: v.picklist(words.nameKinds),
  ingredients: Holds,
  regions: v.array(v.picklist(words.nameRegions)),
  /** own: the ingredient's own name. register: seen in a register with its ingredients. memory: neither. */
  checked: v.picklist(words.nameChecks),
})
export type MedicineName = v.InferOutput<typeof MedicineName>

/** A row of the registers. A name with several rows holds different things in different countries or packs. */
export const RegisterName = v.strictObject({
  name: Named,
  ingredients: Holds,
  /** The source names not all of what it holds. */
  isPartial: v.boolean(),
  regions: v.pipe(v.array(v.picklist(words.nameRegions)), v.minLength(1)),
  /** Items dispensed in England in one year. */
  use: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type RegisterName = v.InferOutput<typeof RegisterName>

/** What people say: a group with its members, or a nickname of one medicine. */
export const EverydayName = v.strictObject({ name: Named, kind: v.picklist(['group', 'nickname']), ingredients: Holds })
export type EverydayName = v.InferOutput<typeof EverydayName>

/** A substance of the registers of which nothing but the name is known here. */
export const Substance = v.strictObject({ id: Id, name: Sentence, kind: v.picklist(words.substanceKinds) })
export type Substance = v.InferOutput<typeof Substance>

/** A contradiction between registers, or with our list, and what was decided. */
export const SettledName = v.strictObject({
  name: Named,
  ingredients: Holds,
  regions: v.array(v.picklist(words.nameRegions)),
  was: Sentence,
  why: Sentence,
})
export type SettledName = v.InferOutput<typeof SettledName>

/** Names that look or sound alike. */
export const LookAlikes = v.strictObject({ sets: v.array(v.pipe(v.array(Sentence), v.minLength(2))) })

const Words = v.array(v.pipe(v.string(), v.minLength(1)))

/** Words typed around a name that do not identify the medicine. */
export const TypedWords = v.strictObject({
  units: Words,
  forms: Words,
  salts: Words,
  around: Words,
  /** Makers and shops that stand in front of a generic name. */
  makers: Words,
  /** Words of every day that are never taken for a misspelled medicine. */
  ordinary: Words,
  /** Words that may mean another product: a name without them is offered, never accepted. */
  doubtful: Words,
})
export type TypedWords = v.InferOutput<typeof TypedWords>

const Texts = v.record(Id, Sentence)

/** Plain sentences shared by many medicines. */
export const MedicineTexts = v.strictObject({
  why: Texts,
  starts: Texts,
  stopRisks: Texts,
  bands: v.record(v.picklist(bands), Sentence),
  strengths: v.record(v.picklist(strengths), Sentence),
  /** The text shown with every answer. */
  advice: v.strictObject({
    keep: Sentence,
    'keep-unless': Sentence,
    unless: Sentence,
    ask: Sentence,
    listing: Sentence,
    'not-listed': Sentence,
    'not-checked': Sentence,
    'not-recognised': Sentence,
    supplement: Sentence,
    food: Sentence,
    'no-general-check': Sentence,
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

/** Two kinds of medicine that should be asked about when they are taken together, with signs or without. */
export const Interaction = v.strictObject({
  title: Sentence,
  about: v.picklist(['muscles', 'potassium', 'sodium', 'bleeding', 'serotonin']),
  /** How soon to ask. */
  tier: v.picklist(words.tiers),
  one: v.pipe(v.array(Id), v.minLength(1)),
  /** With one of these; without it any two of `one`. */
  other: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  why: Sentence,
  action: v.pipe(v.array(Sentence), v.minLength(1)),
  sources: Sources,
  confidence: v.picklist(['verified', 'partly-verified', 'memory']),
  ...Review,
})
export type Interaction = v.InferOutput<typeof Interaction>

const Days = v.pipe(
  v.strictObject({ gte: v.optional(v.number()), lte: v.optional(v.number()) }),
  v.check(({ gte, lte }) => gte !== undefined || lte !== undefined, 'needs gte or lte, in days'),
)

/**
 * When a rule's medicine counts. Without `since`: while it is taken. Otherwise if any of its parts applies: started
 * that many days ago (an unknown start counts), stopped that many days ago, or taken with one of the findings.
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

/** Medicines and signs that together need help: like `red-flags`, including what the person takes. */
export const UrgentCombination = v.strictObject({
  title: Sentence,
  tier: v.picklist(words.tiers),
  /** Whom to tell, if not the usual contact. */
  contact: v.optional(v.picklist(words.contacts)),
  takes: v.pipe(v.array(Id), v.minLength(1)),
  /** The least number of `takes`; one if absent. */
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2))),
  /** One of these must be taken as well. */
  alongside: v.optional(v.pipe(v.array(Id), v.minLength(1))),
  /** Pairs that count by themselves. */
  together: v.optional(v.array(v.pipe(v.array(Id), v.minLength(2)))),
  since: v.optional(Since),
  when: Condition,
  mayMean: v.pipe(v.array(Sentence), v.minLength(1)),
  why: Sentence,
  say: Sentence,
  action: v.pipe(v.array(Sentence), v.minLength(1)),
  /** Official words about the medicine, shown only when the rule has fired. */
  stopInstruction: v.optional(v.strictObject({ medicines: v.array(Id), text: v.array(Sentence) })),
  /** For its other medicines. */
  keepInstruction: v.optional(Sentence),
  /** The symptoms in the words of the source, each with the finding that asks about it here. */
  symptoms: v.pipe(v.array(v.strictObject({ text: Sentence, asks: v.array(Id) })), v.minLength(1)),
  needed: Sentence,
  sources: Sources,
  confidence: v.picklist(['verified', 'partly-verified', 'memory']),
  /** At least one case that fires and one near miss. */
  cases: v.pipe(v.array(UrgentCase), v.minLength(2)),
  ...Review,
})
export type UrgentCombination = v.InferOutput<typeof UrgentCombination>
