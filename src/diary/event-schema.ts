/**
 * The shapes of the diary's events, which define both the types and the checks. Only code that reads foreign data
 * (imports, a restore, the check of a file) runs the checks; the engine uses the types.
 */
import * as v from 'valibot'
import { complaints, measures, regions, sexes, sides } from '../knowledge/vocabulary.ts'
import { isDay } from '../time.ts'
import {
  CourseAnswered,
  CourseBegan,
  CourseChecked,
  CourseDone,
  CourseFelt,
  CourseSkipped,
  CourseStopped,
  CourseWished,
} from './course-schema.ts'
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
const Day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'there is no such day'))
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is hours and minutes, as 07:30'))

/** 0 is no pain, 10 the worst imaginable (the numeric rating scale). */
const Pain = whole(0, 10)
const Region = v.picklist(regions)
const Side = v.picklist(sides)

/** RFC 9562, version 7: sorts by the time of writing. */
const EventId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'an id is a UUID of version 7'),
)

const Ids = v.pipe(v.array(EventId), v.minLength(1), v.readonly())

/** ISO 8601 with the local UTC offset, so that a diary read in another zone keeps its days. */
const At = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/,
    'a time is ISO 8601 with its offset, as 2026-11-24T03:12:00+01:00',
  ),
  v.check(text => isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)), 'there is no such time'),
)

const Details = v.strictObject({
  age: v.exactOptional(whole(0, 130)),
  sex: v.exactOptional(v.picklist(sexes)),
  /** At the time of the answer. */
  hoursSinceOnset: v.exactOptional(amount(1e6)),
  pregnancyWeeks: v.exactOptional(amount(45)),
})

/** A tap in a session; the session machine of the remedies interprets it. */
const Mark = v.picklist(['pause', 'resume', 'skip', 'back', 'stop'])

/** A summary of a session, for imported remedies; the app's own sessions store their taps. */
const SessionDone = v.strictObject({
  id: Id,
  startedAt: At,
  seconds: whole(0, 864_000),
  status: v.picklist(['done', 'stopped']),
})

/**
 * An event of a type, with its own fields and the fields that every event may have. `instead` names the event that it
 * corrects, which is struck out and replaced in the order; `from` is the name of the program it was imported from.
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
  /** `askLater`: Unknot asks about it by daylight, and not in the middle of the night. */
  'episode-ended': event('episode-ended', { episode: Id, askLater: v.exactOptional(v.boolean()) }),
  /** A page of the check: the answers to the red flags. */
  answered: event('answered', {
    episode: Id,
    page: v.string(),
    present: list(v.string()),
    absent: list(v.string()),
    unsure: list(v.string()),
    details: v.exactOptional(Details),
  }),
  /** The gates that name an emergency are asked again. The episode is open again, unless `isOver`: then it keeps its end. */
  'asked-again': event('asked-again', { episode: Id, isOver: v.exactOptional(v.boolean()) }),
  /** `course`: it was started from this course; `sets`: how many it runs, if not those of the exercise. */
  'session-began': event('session-began', {
    session: Id,
    episode: v.exactOptional(Id),
    script: Name,
    course: v.exactOptional(Id),
    sets: v.exactOptional(whole(1, 9)),
  }),
  'session-marked': event('session-marked', { session: Id, mark: Mark }),
  /** `sets`: how many were done to their end. */
  'session-ended': event('session-ended', {
    session: Id,
    status: v.picklist(['done', 'stopped']),
    sets: v.exactOptional(whole(0, 9)),
  }),
  /** A remedy done without the app's clock, or imported. `remedy` is its id, or its name in plain words. */
  'remedy-done': event('remedy-done', {
    remedy: Name,
    episode: v.exactOptional(Id),
    session: v.exactOptional(SessionDone),
    painBefore: v.exactOptional(Pain),
    painAfter: v.exactOptional(Pain),
  }),
  /** The number of cramps in the night that ended on the morning of `night`. Counts of the same night are added. */
  'cramps-counted': event('cramps-counted', {
    night: Day,
    count: whole(0, 99),
    region: v.exactOptional(Region),
    side: v.exactOptional(Side),
    pain: v.exactOptional(Pain),
  }),
  drank: event('drank', { drink: Name, ml: amount(10_000) }),
  /** `foodId` is an id of the food table, if the food was picked from it. */
  ate: event('ate', { food: Name, foodId: v.exactOptional(Id), grams: v.exactOptional(amount(10_000)) }),
  /** `medicine` is the name as given; `ingredient` is its id, if recognised. */
  'medicine-taken': event('medicine-taken', medicine),
  /** `undated`: taken already, with an unknown start. */
  'medicine-started': event('medicine-started', { ...medicine, undated: v.exactOptional(v.literal(true)) }),
  'medicine-stopped': event('medicine-stopped', medicine),
  noted: event('noted', { text: Text, episode: v.exactOptional(Id) }),
  /** Context from a device or another diary. */
  measured: event('measured', {
    what: v.picklist(measures),
    value: amount(1e7),
    until: v.exactOptional(At),
  }),
  /** Facts that hold beyond an episode. Each given field replaces its earlier value; a list is the complete list. */
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
  /**
   * The newest event of an id counts; if it is struck out, the reminder is off. `weekdays` counts from 1, Monday; every
   * day when absent.
   */
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
  'course-began': event('course-began', CourseBegan),
  'course-done': event('course-done', CourseDone),
  'course-felt': event('course-felt', CourseFelt),
  'course-skipped': event('course-skipped', CourseSkipped),
  'course-checked': event('course-checked', CourseChecked),
  'course-answered': event('course-answered', CourseAnswered),
  'course-wished': event('course-wished', CourseWished),
  'course-stopped': event('course-stopped', CourseStopped),
  /**
   * A product of the person's own, to compare with others; the newest event of an id counts. `best` and `step` define
   * its rating scale.
   */
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
  /** A question for a clinician, which is in the report until it is struck out. */
  'question-added': event('question-added', { text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)) }),
  /** An appointment; the newest event of an id counts. `who` is one of the professionals. */
  'visit-planned': event('visit-planned', {
    visit: Id,
    day: Day,
    time: v.exactOptional(Time),
    who: v.exactOptional(Id),
    cancelled: v.exactOptional(v.literal(true)),
  }),
  /** What was advised at a visit, in the person's words; planned or not. */
  'visit-told': event('visit-told', { visit: Id, day: Day, advised: Text, who: v.exactOptional(Id) }),
  /**
   * A food of the person's own: the label of one portion, or a recipe of foods by weight. The newest event of an id
   * counts, for the past too. Values that are not given are unknown.
   */
  'food-added': event('food-added', {
    food: v.pipe(v.string(), v.regex(/^own:[\w-]{1,60}$/, 'an own food has an id like own:1')),
    name: Name,
    /** The weight of one portion. */
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
  /** The events added by one action: an import or a restored backup. Striking this event out strikes them all out. */
  merged: event('merged', { events: Ids }),
  /** The named events no longer count. Striking out a strike-out restores the events it struck out. */
  'struck-out': event('struck-out', { events: Ids }),
} as const

/** Any event, in the current shape. */
export const DiaryEvent = v.union(Object.values(eventShapes))
export type DiaryEvent = v.InferOutput<(typeof eventShapes)[keyof typeof eventShapes]>
