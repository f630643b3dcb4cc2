/** The shapes of the events of a trial. */
import * as v from 'valibot'
import { isDay } from '../time.ts'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(4000))
const Day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'there is no such day'))

export const TrialBegan = {
  trial: Id,
  /** The protocol as the JSON text that was hashed, so that the hash can always be checked. */
  protocol: v.pipe(v.string(), v.minLength(2), v.maxLength(60_000)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a hash is 64 hexadecimal digits')),
  /** The day of the first period. */
  firstDay: Day,
}
/** The outcome of a day, night or episode of the trial; the newest event counts. */
export const TrialRated = {
  trial: Id,
  /** The day; for an episode, the day it was rated. */
  day: Day,
  /** For an episode, its number, from 1. */
  episode: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  y: v.pipe(v.number(), v.minValue(-100), v.maxValue(1000)),
  /** Was the remedy of that day used? */
  isDone: v.boolean(),
}
export const TrialPaused = { trial: Id, day: Day }
export const TrialResumed = { trial: Id, day: Day }
export const TrialAmended = { trial: Id, what: Text, why: Text }
/** Stopped before its last day; a trial that was completed needs no event. */
export const TrialStopped = { trial: Id, day: Day, why: v.exactOptional(Text) }
/** The result of a trial that the plan should follow: ids of remedies, or names of things that are not in the knowledge. */
export const TrialFollowed = { trial: Id, better: Name, worse: Name, isNoticeable: v.boolean() }
