/** The shapes of what happens in a trial on oneself. */
import * as v from 'valibot'

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(4000))
const Day = v.pipe(v.string(), v.isoDate())

export const TrialBegan = {
  trial: Id,
  /** The protocol as the JSON text that was hashed, so that the hash can be checked for ever. */
  protocol: v.pipe(v.string(), v.minLength(2), v.maxLength(60_000)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a hash is 64 hexadecimal digits')),
  /** The day of the first period. */
  firstDay: Day,
}
/** The outcome of a day, night or episode of the trial; said again, the newest counts. */
export const TrialRated = {
  trial: Id,
  /** The day; of an episode the day it was rated. */
  day: Day,
  /** Of an episode its number, from 1. */
  episode: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  y: v.pipe(v.number(), v.minValue(-100), v.maxValue(1000)),
  /** Was the remedy of that day used? */
  isDone: v.boolean(),
}
export const TrialPaused = { trial: Id, day: Day }
export const TrialResumed = { trial: Id, day: Day }
export const TrialAmended = { trial: Id, what: Text, why: Text }
/** Ended before its last day; a trial that ran to its end needs no event. */
export const TrialStopped = { trial: Id, day: Day, why: v.exactOptional(Text) }
/** What the trial found, and that the plan shall follow it. Ids of remedies, or names where they are none of ours. */
export const TrialFollowed = { trial: Id, better: Name, worse: Name, isNoticeable: v.boolean() }
