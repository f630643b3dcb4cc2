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

/** What an event of each type cannot do without; a name with [] is a list. */
const needs: Readonly<Record<EventType, readonly string[]>> = {
  'episode-began': ['episode', 'complaint', 'region'],
  'episode-rated': ['episode', 'pain'],
  'episode-ended': ['episode'],
  answered: ['episode', 'page', 'present[]', 'absent[]', 'unsure[]'],
  'asked-again': ['episode'],
  'session-began': ['session', 'script'],
  'session-marked': ['session', 'mark'],
  'session-ended': ['session', 'status'],
  'remedy-done': ['remedy'],
  'cramps-counted': ['night', 'count'],
  drank: ['drink', 'ml'],
  ate: ['food'],
  'medicine-taken': ['medicine'],
  'medicine-started': ['medicine'],
  'medicine-stopped': ['medicine'],
  noted: ['text'],
  measured: ['what', 'value'],
  'profile-said': [],
  'reminder-set': ['reminder', 'about', 'time'],
  'product-added': ['product', 'name'],
  merged: ['events[]'],
  'struck-out': ['events[]'],
}

/** Every type of event. */
export const eventTypes = Object.keys(needs) as readonly EventType[]

/** Has an event of today's version what its type needs? A quick look, for what comes back from a store. */
export function hasItsNeeds(event: Readonly<Record<string, unknown>>): boolean {
  const needed = needs[event.type as EventType] as readonly string[] | undefined
  return (
    needed?.every(name =>
      name.endsWith('[]') ? Array.isArray(event[name.slice(0, -2)]) : event[name] !== undefined && event[name] !== null,
    ) ?? false
  )
}
