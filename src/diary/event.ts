/**
 * The diary's events: what a person answered and did. The log only grows; a correction strikes an event out and appends
 * another. `at` is when it happened, `id` sorts by when it was written, and `v` is the version of the shape: an older
 * one is upgraded when it is read (upgrade.ts).
 */
import type { DiaryEvent } from './event-schema.ts'

export type { DiaryEvent }
export type EventType = DiaryEvent['type']
export type EventOf<Type extends EventType> = Extract<DiaryEvent, { readonly type: Type }>

type WithoutStamp<Event> = Event extends unknown ? Omit<Event, 'id' | 'v' | 'at'> : never
/** What an event says, before it is given its id, its version and its time. */
export type EventBody = WithoutStamp<DiaryEvent>

export type SessionMark = EventOf<'session-marked'>['mark']
/** What a page of the check asks besides statements. */
export type Details = NonNullable<EventOf<'answered'>['details']>
export type Answers = Pick<EventOf<'answered'>, 'present' | 'absent' | 'unsure'>

/** The version of the shapes that are written today. */
export const currentVersion = 2

/**
 * What an event of each type cannot do without, and what else the fold counts with. A name is a text, with # a number,
 * with [] a list; with ? it may be absent.
 */
const needs: Readonly<Record<EventType, readonly string[]>> = {
  'episode-began': ['episode', 'complaint', 'region', 'pain#?'],
  'episode-rated': ['episode', 'pain#'],
  'episode-ended': ['episode'],
  answered: ['episode', 'page', 'present[]', 'absent[]', 'unsure[]'],
  'asked-again': ['episode'],
  'session-began': ['session', 'script'],
  'session-marked': ['session', 'mark'],
  'session-ended': ['session', 'status'],
  'remedy-done': ['remedy', 'painBefore#?', 'painAfter#?'],
  'cramps-counted': ['night', 'count#', 'pain#?'],
  drank: ['drink', 'ml#'],
  ate: ['food', 'grams#?'],
  'medicine-taken': ['medicine'],
  'medicine-started': ['medicine'],
  'medicine-stopped': ['medicine'],
  noted: ['text'],
  measured: ['what', 'value#'],
  'profile-said': ['birthYear#?', 'conditions[]?', 'medicines[]?', 'allergies[]?'],
  'reminder-set': ['reminder', 'about', 'time', 'weekdays[]?'],
  'trial-began': ['trial', 'protocol', 'sha256', 'firstDay'],
  'trial-rated': ['trial', 'day', 'episode#?', 'y#'],
  'trial-paused': ['trial', 'day'],
  'trial-resumed': ['trial', 'day'],
  'trial-amended': ['trial', 'what', 'why'],
  'trial-stopped': ['trial', 'day'],
  'trial-followed': ['trial', 'better', 'worse'],
  'product-added': ['product', 'name', 'stars#?', 'reviews#?'],
  'question-added': ['text'],
  'food-added': ['food', 'name', 'grams#', 'parts[]?'],
  merged: ['events[]'],
  'struck-out': ['events[]'],
}

/** Every type of event. */
export const eventTypes = Object.keys(needs) as readonly EventType[]

interface Need {
  readonly field: string
  readonly mayBeAbsent: boolean
  readonly kind: 'string' | 'number' | 'list'
}

/** The needs by type, read once: every event of a long diary is looked at by them at each start. */
const needsOf: ReadonlyMap<string, readonly Need[]> = new Map(
  Object.entries(needs).map(([type, texts]) => [
    type,
    texts.map(
      (text): Need => ({
        field: text.replace(/[^a-zA-Z0-9]/g, ''),
        mayBeAbsent: text.endsWith('?'),
        kind: text.includes('[]') ? 'list' : text.includes('#') ? 'number' : 'string',
      }),
    ),
  ]),
)

/**
 * Can an event of today's version be folded? A quick look at what comes back from a store: milder than the full shape, so
 * that nothing a person told is put aside for a trifle.
 */
export function canFold(event: Readonly<Record<string, unknown>>): boolean {
  const needed = needsOf.get(event.type as string)
  if (needed === undefined) return false
  for (const { field, mayBeAbsent, kind } of needed) {
    const value = event[field]
    const isThere = kind === 'list' ? Array.isArray(value) : typeof value === kind
    if (!isThere && !(value === undefined && mayBeAbsent)) return false
  }
  return true
}
