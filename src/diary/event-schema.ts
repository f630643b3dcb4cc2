/**
 * The shapes of the diary's events: one place for the type and the check. Only what reads foreign data (imports, a
 * restore, the check of a file) runs these; the engine takes the types.
 */
import * as v from 'valibot'
import { complaints, measures, regions, sexes, sides } from '../knowledge/vocabulary.ts'
import {
  TrialAmended,
  TrialBegan,
  TrialFollowed,
  TrialPaused,
  TrialRated,
  TrialResumed,
  TrialStopped,
} from './trial-schema.ts'

const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly())
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const amount = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most))
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(4000))
const Day = v.pipe(v.string(), v.isoDate())
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is hours and minutes, as 07:30'))

/** 0 is no pain, 10 the worst one can think of (the numeric rating scale). */
const Pain = whole(0, 10)
const Region = v.picklist(regions)
const Side = v.picklist(sides)

/** RFC 9562, version 7: sorts by the time it was written. */
const EventId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'an id is a UUID of version 7'),
)

const Ids = v.pipe(v.array(EventId), v.minLength(1), v.readonly())

/** ISO 8601 with the offset of the place, so that a diary read elsewhere keeps its days. */
const At = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/,
    'a time is ISO 8601 with its offset, as 2026-11-24T03:12:00+01:00',
  ),
  v.check(text => !Number.isNaN(Date.parse(text)), 'there is no such time'),
)

const Details = v.strictObject({
  age: v.exactOptional(whole(0, 130)),
  sex: v.exactOptional(v.picklist(sexes)),
  /** At the time of the answer. */
  hoursSinceOnset: v.exactOptional(amount(1e6)),
  pregnancyWeeks: v.exactOptional(amount(45)),
})

/** A tap in a session; the session machine of the remedies knows what it does. */
const Mark = v.picklist(['pause', 'resume', 'skip', 'back', 'stop'])

/** A session as it went, for a remedy told from elsewhere; the app's own sessions leave their taps. */
const SessionDone = v.strictObject({
  id: Id,
  startedAt: At,
  seconds: whole(0, 864_000),
  status: v.picklist(['done', 'stopped']),
})

/**
 * An event of a type: what it says, and what each may say besides. `instead` names the event it corrects, which is struck
 * out and whose place in the order it takes; `from` is the name of what it was imported from.
 */
const event = <const Type extends string, Entries extends v.ObjectEntries>(type: Type, entries: Entries) =>
  v.pipe(
    v.strictObject({
      id: EventId,
      v: v.literal(2),
      at: At,
      type: v.literal(type),
      ...entries,
      instead: v.exactOptional(EventId),
      note: v.exactOptional(Text),
      from: v.exactOptional(Name),
    }),
    v.readonly(),
  )

const medicine = { medicine: Name, ingredient: v.exactOptional(Id), dose: v.exactOptional(Name) }

export const eventShapes = {
  /** A spasm (complaint `back`) or a cramp began. */
  'episode-began': event('episode-began', {
    episode: Id,
    complaint: v.picklist(complaints),
    region: Region,
    side: v.exactOptional(Side),
    pain: v.exactOptional(Pain),
    setOffBy: v.exactOptional(Name),
  }),
  'episode-rated': event('episode-rated', { episode: Id, pain: Pain, session: v.exactOptional(Id) }),
  'episode-ended': event('episode-ended', { episode: Id }),
  /** A page of the check: the answers to the red flags. */
  answered: event('answered', {
    episode: Id,
    page: v.string(),
    present: list(v.string()),
    absent: list(v.string()),
    unsure: list(v.string()),
    details: v.exactOptional(Details),
  }),
  /** Page 1 is asked again for the same episode. */
  'asked-again': event('asked-again', { episode: Id }),
  'session-began': event('session-began', { session: Id, episode: v.exactOptional(Id), script: Name }),
  'session-marked': event('session-marked', { session: Id, mark: Mark }),
  'session-ended': event('session-ended', { session: Id, status: v.picklist(['done', 'stopped']) }),
  /** A remedy done without the app's clock, or told from elsewhere. `remedy` is its id, or its name in plain words. */
  'remedy-done': event('remedy-done', {
    remedy: Name,
    episode: v.exactOptional(Id),
    session: v.exactOptional(SessionDone),
    painBefore: v.exactOptional(Pain),
    painAfter: v.exactOptional(Pain),
  }),
  /** How often it cramped in the night that ended on the morning of `night`. Counts of one night add up. */
  'cramps-counted': event('cramps-counted', {
    night: Day,
    count: whole(0, 99),
    region: v.exactOptional(Region),
    side: v.exactOptional(Side),
    pain: v.exactOptional(Pain),
  }),
  drank: event('drank', { drink: Name, ml: amount(10_000) }),
  /** `foodId` is an id of the food table, where the food was picked from it. */
  ate: event('ate', { food: Name, foodId: v.exactOptional(Id), grams: v.exactOptional(amount(10_000)) }),
  /** `medicine` is the name as said; `ingredient` its id where it was recognised. */
  'medicine-taken': event('medicine-taken', medicine),
  /** `undated`: taken already, and nobody knows since when. */
  'medicine-started': event('medicine-started', { ...medicine, undated: v.exactOptional(v.literal(true)) }),
  'medicine-stopped': event('medicine-stopped', medicine),
  noted: event('noted', { text: Text, episode: v.exactOptional(Id) }),
  /** Context that came from a device or another diary. */
  measured: event('measured', {
    what: v.picklist(measures),
    value: amount(1e7),
    until: v.exactOptional(At),
  }),
  /** What holds beyond an episode. Each field said replaces what was said before; a list is the whole list. */
  'profile-said': event('profile-said', {
    birthYear: v.exactOptional(whole(1900, 2100)),
    sex: v.exactOptional(v.picklist(sexes)),
    pregnant: v.exactOptional(v.boolean()),
    pregnancyWeeks: v.exactOptional(amount(45)),
    conditions: v.exactOptional(list(Name)),
    medicines: v.exactOptional(list(Name)),
    allergies: v.exactOptional(list(Name)),
    units: v.exactOptional(v.picklist(['metric', 'imperial'])),
    country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country is two capitals, as NL'))),
  }),
  /** The newest of an id holds; struck out, it is off. `weekdays` counts from 1, Monday; every day when absent. */
  'reminder-set': event('reminder-set', {
    reminder: Id,
    about: v.picklist(['stretching', 'check-in', 'night-rating']),
    time: Time,
    weekdays: v.exactOptional(list(whole(1, 7))),
  }),
  'trial-began': event('trial-began', TrialBegan),
  'trial-rated': event('trial-rated', TrialRated),
  'trial-paused': event('trial-paused', TrialPaused),
  'trial-resumed': event('trial-resumed', TrialResumed),
  'trial-amended': event('trial-amended', TrialAmended),
  'trial-stopped': event('trial-stopped', TrialStopped),
  'trial-followed': event('trial-followed', TrialFollowed),
  /** A product of the person's own, to be compared beside the others; the newest of an id holds. `best` and `step` say on which scale. */
  'product-added': event('product-added', {
    product: Id,
    name: Name,
    remedy: v.exactOptional(Id),
    stars: v.exactOptional(amount(1000)),
    best: v.exactOptional(amount(1000)),
    step: v.exactOptional(amount(1000)),
    reviews: v.exactOptional(whole(1, 1_000_000_000)),
    maxTemperatureC: v.exactOptional(amount(1000)),
    maxMinutes: v.exactOptional(amount(100_000)),
    lengthCm: v.exactOptional(amount(1000)),
    widthCm: v.exactOptional(amount(1000)),
    weightKg: v.exactOptional(amount(1000)),
  }),
  /** What the person wants to ask a clinician; it goes into the report until it is struck out. */
  'question-added': event('question-added', { text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)) }),
  /**
   * A food of the person's own: what a label says of one portion, or a recipe of foods by weight. The newest of an id
   * holds, for the past too. What is not said is unknown.
   */
  'food-added': event('food-added', {
    food: v.pipe(v.string(), v.regex(/^own:[\w-]{1,60}$/, 'an own food has an id like own:1')),
    name: Name,
    /** One portion weighs. */
    grams: v.pipe(v.number(), v.minValue(1), v.maxValue(10_000)),
    holds: v.exactOptional(
      v.strictObject({
        energy: v.exactOptional(amount(100_000)),
        sodium: v.exactOptional(amount(100_000)),
        potassium: v.exactOptional(amount(100_000)),
        magnesium: v.exactOptional(amount(100_000)),
        calcium: v.exactOptional(amount(100_000)),
        'vitamin-d': v.exactOptional(amount(100_000)),
        zinc: v.exactOptional(amount(100_000)),
      }),
    ),
    parts: v.exactOptional(
      v.pipe(
        v.array(v.strictObject({ food: Id, name: Name, grams: amount(10_000) })),
        v.minLength(1),
        v.maxLength(60),
        v.readonly(),
      ),
    ),
  }),
  /** One act added these events: an import, or a backup restored. Striking this out strikes them out. */
  merged: event('merged', { events: Ids }),
  /** The named events count no more. Striking a strike-out out restores what it struck. */
  'struck-out': event('struck-out', { events: Ids }),
} as const

/** Any event, in today's shape. */
export const DiaryEvent = v.union(Object.values(eventShapes))
export type DiaryEvent = v.InferOutput<(typeof eventShapes)[keyof typeof eventShapes]>
