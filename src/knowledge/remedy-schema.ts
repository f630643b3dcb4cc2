/** The shapes of remedies, exercises, plans and related tables. */
import * as v from 'valibot'
import { Id, Review, Sources } from './schema.ts'
import * as words from './vocabulary.ts'

const Sentence = v.pipe(v.string(), v.trim(), v.minLength(2))
const Range = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.check(([low, high]) => low <= high, 'from low to high'),
)

/** A fact (finding id or person-fact id) that withholds a remedy from this person, or changes it. */
export const Caution = v.strictObject({
  fact: Id,
  action: v.picklist(words.cautionActions),
  /** Why, and what to do instead: shown in place of the remedy. */
  text: Sentence,
  /** Applies only within these bounds, if the fact alone is too wide (late pregnancy: weeks). */
  pregnancyWeeks: v.optional(v.strictObject({ gte: v.number() })),
  /** Applies only to a definite yes, because a wider limit is never assumed. Without it, not sure counts as yes. */
  onlyIfSure: v.optional(v.literal(true)),
})
export type Caution = v.InferOutput<typeof Caution>

/** One part of a method that consists of several, in their order: warmth, a rest, then cold. */
export const Part = v.strictObject({
  kind: v.picklist(['heat', 'cold', 'cream', 'rest']),
  /** What it is called while it lasts. */
  name: Sentence,
  /** What to do; the session waits for it, except in a rest. */
  steps: v.pipe(v.array(Sentence), v.minLength(1)),
  minutes: v.number(),
  temperatureC: v.optional(Range),
  skinCheckEveryMinutes: v.optional(v.number()),
  takeOff: v.optional(Sentence),
  /** How the skin may look and feel meanwhile. */
  look: v.optional(v.array(Sentence)),
})
export type Part = v.InferOutput<typeof Part>

/** One method of a remedy, timed by a session. */
export const Method = v.strictObject({
  id: Id,
  name: Sentence,
  /** The places of pain that it suits; every place if absent. */
  regions: v.optional(v.pipe(v.array(v.picklist(words.regions)), v.minLength(1))),
  steps: v.pipe(v.array(Sentence), v.minLength(1)),
  minutes: v.optional(Range),
  /** Skin or water temperature in degrees Celsius. */
  temperatureC: v.optional(Range),
  perDay: v.optional(Range),
  /** Least minutes between two sessions. */
  gapMinutes: v.optional(v.number()),
  /** The interval in minutes at which a session asks about the skin. */
  skinCheckEveryMinutes: v.optional(v.number()),
  /** What ends heat or cold on the skin, in a few words. */
  takeOff: v.optional(Sentence),
  warn: v.optional(v.array(Sentence)),
  /** Who must leave this way out, besides those of the remedy: one cream is for other people than another. */
  notFor: v.optional(v.array(Caution)),
  /** Of a method that consists of several parts; `minutes` is then how long they take together. */
  parts: v.optional(v.pipe(v.array(Part), v.minLength(2))),
})
export type Method = v.InferOutput<typeof Method>

const CertaintyByComplaint = v.strictObject({
  back: v.nullable(v.picklist(words.certainties)),
  cramp: v.nullable(v.picklist(words.certainties)),
})

export const Remedy = v.strictObject({
  name: Sentence,
  /** One or two sentences: what it is and what it may do. */
  summary: Sentence,
  kind: v.picklist([
    'rest',
    'heat',
    'cold',
    'cream',
    'movement',
    'release',
    'massage',
    'device',
    'drink',
    'food',
    'comfort',
    'care',
    'information',
  ]),
  bestFor: v.array(Sentence),
  certainty: CertaintyByComplaint,
  verdict: Sentence,
  /** Detail under "sources and evidence": 30 words a sentence, grade 10. */
  effect: Sentence,
  /** May it be offered while waiting for same-day care? */
  safeWhileWaiting: v.boolean(),
  methods: v.array(Method),
  /** Further plain points: what to do and what to avoid. */
  points: v.optional(v.array(Sentence)),
  skinCheck: v.optional(
    v.strictObject({
      before: v.array(Sentence),
      during: v.array(Sentence),
      after: v.array(Sentence),
      /** Once it is off because it hurt: what to do for each look of the skin, from harmless to grave (`look: what to do`). */
      ifItHurts: v.pipe(v.array(Sentence), v.minLength(2)),
    }),
  ),
  notFor: v.array(Caution),
  stop: v.pipe(v.array(Sentence), v.minLength(1)),
  exercises: v.optional(v.array(Id)),
  /** For a remedy that differs by muscle (cramp release): region to exercise. */
  byRegion: v.optional(v.record(v.picklist(words.regions), Id)),
  sources: Sources,
  ...Review,
})
export type Remedy = v.InferOutput<typeof Remedy>

export const Exercise = v.strictObject({
  name: Sentence,
  regions: v.pipe(v.array(v.picklist(words.regions)), v.minLength(1)),
  kind: v.picklist(['stretch', 'mobility', 'strength', 'release', 'breathing']),
  /** Muscles, in plain words. */
  targets: v.pipe(v.array(Sentence), v.minLength(1)),
  start: Sentence,
  /** For a release: the immediate instruction, in at most six words. */
  now: v.optional(Sentence),
  equipment: v.optional(Sentence),
  steps: v.pipe(v.array(Sentence), v.minLength(2)),
  dose: v.strictObject({
    holdSeconds: v.number(),
    repeats: v.number(),
    sides: v.picklist([1, 2]),
    sets: v.number(),
    restSeconds: v.number(),
    perDay: v.number(),
    daysPerWeek: v.number(),
    tempo: v.optional(Sentence),
  }),
  /** Longer holds for people of 60 and over, if the remedy says so. */
  shouldFeel: Sentence,
  careful: v.array(Sentence),
  notFor: v.array(Caution),
  easier: v.optional(Sentence),
  safeWhileWaiting: v.boolean(),
  evidence: Sentence,
  certainty: v.picklist(words.certainties),
  sources: Sources,
  ...Review,
})
export type Exercise = v.InferOutput<typeof Exercise>

/** A step of a plan: which remedy or exercise, when, and how in this phase. */
export const PlanStep = v.strictObject({
  id: Id,
  when: Sentence,
  how: v.optional(Sentence),
  /** For what stops a cramp: when it has let go the step comes last, and says this in place of `when`. */
  whenOver: v.optional(Sentence),
})
export type PlanStep = v.InferOutput<typeof PlanStep>
const Phases = v.strictObject({
  '0-6': v.array(PlanStep),
  '6-24': v.array(PlanStep),
  '24-48': v.array(PlanStep),
  '48+': v.array(PlanStep),
})

/**
 * The steps for one complaint at one place, by tier and phase. An emergency has no plan. The text beside the steps is
 * chosen for the person: `plan-schema.ts`.
 */
export const PlanTable = v.strictObject({
  complaint: v.picklist(words.complaints),
  region: v.picklist(words.regions),
  cells: v.strictObject({ 'self-care': Phases, routine: Phases, soon: Phases, 'same-day': Phases }),
  sources: Sources,
  ...Review,
})
export type PlanTable = v.InferOutput<typeof PlanTable>

const PhoneNumber = v.pipe(v.string(), v.regex(/^[0-9 ]{2,14}$/, 'a phone number is digits and spaces, in quotes'))

/** Emergency numbers of a country. */
export const EmergencyNumber = v.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  name: Sentence,
  /** The number for an ambulance. */
  call: PhoneNumber,
  /** The number of a doctor or nurse for anything that is not an emergency. */
  advice: v.optional(v.strictObject({ call: PhoneNumber, name: Sentence })),
  /** How to reach help by text message. */
  text: v.optional(Sentence),
  /** How to reach help through a relay service, for people who cannot hear or speak. */
  relay: v.optional(Sentence),
  sources: Sources,
})
export type EmergencyNumber = v.InferOutput<typeof EmergencyNumber>

export const EmergencyNumbers = v.strictObject({ numbers: v.array(EmergencyNumber), ...Review })
export type EmergencyNumbers = v.InferOutput<typeof EmergencyNumbers>

/** A number with the date of the table and until when it may be relied on. */
export type DatedEmergencyNumber = EmergencyNumber & Pick<EmergencyNumbers, 'compiled' | 'nextReview'>

/** A line for a person who thinks of suicide or self-harm; a country may have one per language. */
export const CrisisLine = v.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** The name of the line. */
  name: Sentence,
  call: PhoneNumber,
  /** The language of the line, if a country has several lines or the line covers only one of its languages. */
  language: v.optional(Sentence),
  /** The opening hours; absent if no seen source gives them. */
  hours: v.optional(Sentence),
  /** How to reach it by text message. */
  text: v.optional(Sentence),
  sources: Sources,
})
export type CrisisLine = v.InferOutput<typeof CrisisLine>

export const CrisisLines = v.strictObject({ lines: v.array(CrisisLine), ...Review })
export type CrisisLines = v.InferOutput<typeof CrisisLines>

/** A page of plain information in sections, each with its sources. */
export const Page = v.strictObject({
  title: Sentence,
  lead: Sentence,
  sections: v.array(
    v.strictObject({ title: Sentence, points: v.pipe(v.array(Sentence), v.minLength(1)), sources: Sources }),
  ),
  ...Review,
})
export type Page = v.InferOutput<typeof Page>

/** The colours of the urine chart, from pale to brown, each with what it means or the finding it leads to. */
export const UrineColours = v.strictObject({
  intro: Sentence,
  notFor: v.array(Caution),
  colours: v.array(
    v.strictObject({ colour: v.string(), name: Sentence, text: v.optional(Sentence), finding: v.optional(Id) }),
  ),
  sources: Sources,
  ...Review,
})
export type UrineColours = v.InferOutput<typeof UrineColours>
