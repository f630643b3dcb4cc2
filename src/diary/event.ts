/**
 * The diary's events: what a person answered and did. The log is append-only; a correction strikes an event out and
 * appends another. `at` is when it happened, `id` sorts by the time of writing, and `v` is the version of the shape:
 * older shapes are upgraded on read (upgrade.ts).
 */
import { comparisons, complaints, courseCheckIns, regions, sexes, sides } from '../knowledge/vocabulary.ts'
import { isDay } from '../time.ts'
import type { DiaryEvent } from './event-schema.ts'

export type { DiaryEvent }
export type EventType = DiaryEvent['type']
export type EventOf<Type extends EventType> = Extract<DiaryEvent, { readonly type: Type }>

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'id' | 'v' | 'at'> : never
/** The content of an event, before it gets its id, its version and its time. */
export type EventBody = WithoutStamp<DiaryEvent>

export type SessionMark = EventOf<'session-marked'>['mark']
/** What a page of the check asks for besides statements. */
export type Details = NonNullable<EventOf<'answered'>['details']>
export type Answers = Pick<EventOf<'answered'>, 'present' | 'absent' | 'unsure'>

/** The version of the shapes that are currently written. */
export const currentVersion = 2

type Check = (value: unknown) => boolean
type Fields = Readonly<Record<string, Check>>

const text: Check = value => typeof value === 'string'
const flag: Check = value => typeof value === 'boolean'
const number: Check = value => typeof value === 'number' && Number.isFinite(value)
const texts: Check = value => Array.isArray(value) && value.every(text)
const day: Check = value => typeof value === 'string' && isDay(value)
const time: Check = value => typeof value === 'string' && !Number.isNaN(Date.parse(value))
const oneOf =
  (values: readonly unknown[]): Check =>
  value =>
    values.includes(value)
/** An object of fields, each of which may be absent if its check allows that. */
const object =
  (fields: Fields): Check =>
  value =>
    isObject(value) && hasFields(value, Object.entries(fields))
const maybe =
  (check: Check): Check =>
  value =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check)

const place = { complaint: oneOf(complaints), region: oneOf(regions) }
const medicine = { medicine: text, ingredient: maybe(text) }
const ended = oneOf(['done', 'stopped'])

/** The fields that an event of each type must have, and the others that the fold uses. */
const needs: Readonly<Record<EventType, Fields>> = {
  'episode-began': { episode: text, ...place, side: maybe(oneOf(sides)), pain: maybe(number), setOffBy: maybe(text) },
  'episode-rated': { episode: text, pain: number, session: maybe(text) },
  'episode-ended': { episode: text, askLater: maybe(flag) },
  answered: {
    episode: text,
    page: text,
    present: texts,
    absent: texts,
    unsure: texts,
    details: maybe(
      object({
        age: maybe(number),
        sex: maybe(oneOf(sexes)),
        hoursSinceOnset: maybe(number),
        pregnancyWeeks: maybe(number),
      }),
    ),
  },
  'asked-again': { episode: text, isOver: maybe(flag) },
  'session-began': { session: text, episode: maybe(text), script: text, course: maybe(text), sets: maybe(number) },
  'session-marked': { session: text, mark: oneOf(['pause', 'resume', 'skip', 'back', 'stop']) },
  'session-ended': { session: text, status: ended, sets: maybe(number) },
  'remedy-done': {
    remedy: text,
    episode: maybe(text),
    session: maybe(object({ id: text, startedAt: time, seconds: number, status: ended })),
    painBefore: maybe(number),
    painAfter: maybe(number),
  },
  'cramps-counted': { night: day, count: number, region: maybe(place.region), pain: maybe(number) },
  drank: { drink: text, ml: number },
  ate: { food: text, foodId: maybe(text), grams: maybe(number) },
  'medicine-taken': medicine,
  'medicine-started': medicine,
  'medicine-stopped': medicine,
  noted: { text, episode: maybe(text) },
  measured: { what: text, value: number, until: maybe(time) },
  'profile-said': {
    birthYear: maybe(number),
    sex: maybe(oneOf(sexes)),
    pregnant: maybe(flag),
    pregnancyWeeks: maybe(number),
    conditions: maybe(texts),
    medicines: maybe(texts),
    allergies: maybe(texts),
    units: maybe(oneOf(['metric', 'imperial'])),
    country: maybe(text),
  },
  'reminder-set': { reminder: text, about: text, time: text, weekdays: maybe(listOf(number)) },
  'trial-began': { trial: text, protocol: text, sha256: text, firstDay: day },
  'trial-rated': { trial: text, day, episode: maybe(number), y: number },
  'trial-paused': { trial: text, day },
  'trial-resumed': { trial: text, day },
  'trial-amended': { trial: text, what: text, why: text },
  'trial-stopped': { trial: text, day, why: maybe(text) },
  'trial-followed': { trial: text, better: text, worse: text },
  'course-began': { course: text, which: text, episode: text, firstDay: day, matters: maybe(text) },
  'course-done': {
    course: text,
    day,
    walkMinutes: maybe(number),
    exercises: maybe(texts),
    painBefore: maybe(number),
    painAfter: maybe(number),
  },
  'course-felt': { course: text, day, pain: number },
  'course-skipped': { course: text, day, why: maybe(text) },
  'course-checked': {
    course: text,
    day,
    checkIn: oneOf(courseCheckIns),
    compared: oneOf(comparisons),
    pain: maybe(number),
    matters: maybe(number),
  },
  'course-answered': { course: text, day, yes: texts, no: texts, unsure: texts },
  'course-wished': { course: text, exercise: text, wish: oneOf(['likes', 'dislikes', 'neither']) },
  'course-stopped': { course: text, day },
  'product-added': { product: text, name: text, remedy: maybe(text), stars: maybe(number), reviews: maybe(number) },
  'question-added': { text },
  'visit-planned': { visit: text, day, time: maybe(text), who: maybe(text), cancelled: maybe(flag) },
  'visit-told': { visit: text, day, advised: text, who: maybe(text) },
  'food-added': {
    food: text,
    name: text,
    grams: number,
    holds: maybe(value => isObject(value) && Object.values(value).every(number)),
    parts: maybe(listOf(object({ food: text, name: text, grams: number }))),
  },
  merged: { events: texts },
  'struck-out': { events: texts },
}

/** Every type of event. */
export const eventTypes = Object.keys(needs) as readonly EventType[]

/** The fields that every event may have. */
const common: Fields = { instead: maybe(text), note: maybe(text), from: maybe(text) }

/** The required fields by type, precomputed, because every event of a long diary is checked at each start. */
const needsOf: ReadonlyMap<string, readonly (readonly [string, Check])[]> = new Map(
  Object.entries(needs).map(([type, fields]) => [type, Object.entries({ ...common, ...fields })]),
)

/**
 * Can an event of the current version be folded and shown? A quick check of events from a store: milder than the full
 * shape, so that no event is put aside for a minor fault. Events from a file get the full check (check-schema.ts).
 */
export function canFold(event: Readonly<Record<string, unknown>>): boolean {
  const needed = needsOf.get(event.type as string)
  return needed !== undefined && hasFields(event, needed)
}

function hasFields(value: Readonly<Record<string, unknown>>, fields: readonly (readonly [string, Check])[]): boolean {
  for (const [field, isRight] of fields) if (!isRight(value[field])) return false
  return true
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
