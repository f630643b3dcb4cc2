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

const types: Readonly<Record<EventType, true>> = {
  'episode-began': true,
  'episode-rated': true,
  'episode-ended': true,
  answered: true,
  'asked-again': true,
  'session-began': true,
  'session-marked': true,
  'session-ended': true,
  'remedy-done': true,
  'cramps-counted': true,
  drank: true,
  ate: true,
  'medicine-taken': true,
  'medicine-started': true,
  'medicine-stopped': true,
  noted: true,
  measured: true,
  'profile-said': true,
  'reminder-set': true,
  'trial-began': true,
  'trial-rated': true,
  'trial-paused': true,
  'trial-resumed': true,
  'trial-amended': true,
  'trial-stopped': true,
  'trial-followed': true,
  merged: true,
  'struck-out': true,
}

/** Every type of event. */
export const eventTypes = Object.keys(types) as readonly EventType[]
