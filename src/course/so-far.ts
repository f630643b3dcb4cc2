/** What was done of a course so far, as the engine reads it. Days count from 1, the first day of the course. */
import { type Comparison, type CourseCheckIn, courseWeeks, type SkipReason } from '../knowledge/vocabulary.ts'
import type { OwnVerdict } from '../plan/own-verdicts.ts'

/** A day's session. Pain is 0 to 10; after a cramp it is how sore the muscle is. What is not given is unknown. */
export interface SessionDone {
  readonly what: 'session'
  readonly day: number
  readonly painBefore?: number
  readonly painAfter?: number
  readonly painNextMorning?: number
  readonly walkMinutes?: number
  /** Ids. */
  readonly exercises?: readonly string[]
}

export interface SkippedDay {
  readonly what: 'skipped'
  readonly day: number
  readonly why?: SkipReason
}

export interface CheckIn {
  readonly what: 'check-in'
  readonly day: number
  readonly at: CourseCheckIn
  readonly pain?: number
  readonly compared: Comparison
  /** 0 to 10: how well the person can do what matters to them. */
  readonly matters?: number
}

/** The six questions of week 2: ids of `knowledge/course-questions.yaml`. */
export interface Answers {
  readonly what: 'answers'
  readonly day: number
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly unsure: readonly string[]
}

export type Done = SessionDone | SkippedDay | CheckIn | Answers

export interface SoFar {
  /** The course that was chosen or begun; else the first that fits. */
  readonly course?: string
  /** Today. */
  readonly day: number
  readonly done: readonly Done[]
  /** Ids of exercises that the person likes, or does not want. */
  readonly likes: readonly string[]
  readonly dislikes: readonly string[]
  /** A trial runs from the first to the last of these days: the rest of the course stays as it is. */
  readonly still?: { readonly from: number; readonly to?: number }
  readonly verdicts?: readonly OwnVerdict[]
}

export const nothingYet: SoFar = { day: 1, done: [], likes: [], dislikes: [] }

const weekLong = 7
export const courseDays = courseWeeks * weekLong

/** The week a day of the course lies in, from 1; the last one for days past its end. */
export const weekOf = (day: number): number => Math.min(courseWeeks, Math.ceil(Math.max(1, day) / weekLong))

/** The day's session: several of one day as one, with the pain before the first and the highest pain after. */
export function sessionsByDay(done: readonly Done[]): readonly SessionDone[] {
  const days = new Map<number, SessionDone>()
  for (const each of done.filter(entry => entry.what === 'session').toSorted((a, b) => a.day - b.day)) {
    const earlier = days.get(each.day)
    days.set(each.day, earlier === undefined ? each : joined(earlier, each))
  }
  return [...days.values()]
}

function joined(a: SessionDone, b: SessionDone): SessionDone {
  const most = (key: 'painAfter' | 'painNextMorning') => {
    const values = [a[key], b[key]].filter(value => value !== undefined)
    return values.length === 0 ? {} : { [key]: Math.max(...values) }
  }
  const before = a.painBefore ?? b.painBefore
  return {
    what: 'session',
    day: a.day,
    ...(before === undefined ? {} : { painBefore: before }),
    ...most('painAfter'),
    ...most('painNextMorning'),
    walkMinutes: (a.walkMinutes ?? 0) + (b.walkMinutes ?? 0),
    exercises: [...new Set([...(a.exercises ?? []), ...(b.exercises ?? [])])],
  }
}
