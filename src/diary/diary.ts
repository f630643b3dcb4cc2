/** The folded diary: the shapes that screens, plans and reports read. */
import type { Complaint, Region, Sex, Side } from '../knowledge/vocabulary.ts'
import type { Answers, EventOf, EventType, SessionMark } from './event.ts'

/** Increase this when the fold of the same events changes, so that a cached fold is rebuilt. */
export const foldVersion = 8

/** Times are milliseconds since 1970; days are local to the event, like 2026-11-24. */
export interface Diary {
  readonly episodes: readonly Episode[]
  readonly sessions: readonly SessionRecord[]
  readonly person: Person
  readonly medicines: readonly MedicineUse[]
  readonly tries: readonly Try[]
  readonly days: readonly Day[]
  readonly reminders: readonly Reminder[]
  readonly trials: readonly TrialLog[]
  readonly courses: readonly CourseLog[]
  readonly products: readonly OwnProductKept[]
  readonly questions: readonly Question[]
  readonly visits: readonly Visit[]
  readonly foods: readonly OwnFoodKept[]
}

export interface Answered extends Answers {
  readonly page: string
  readonly at: number
}

/** One spasm or cramp, from start to end. */
export interface Episode {
  readonly id: string
  readonly complaint: Complaint
  readonly region: Region
  readonly side: Side | undefined
  readonly beganAt: number
  /** When the pain itself began, if given. */
  readonly onsetAt: number | undefined
  readonly setOffBy: string | undefined
  readonly answered: readonly Answered[]
  /** When the gates that name an emergency were last asked again. */
  readonly askedAgainAt: number | undefined
  readonly ratings: readonly Rating[]
  readonly notes: readonly string[]
  readonly endedAt: number | undefined
  /** It is over, and its questions wait for daylight. */
  readonly isAskedLater: boolean
  /** It is over, and its check is held all the same. */
  readonly isCheckedAfter: boolean
}

export interface Rating {
  readonly at: number
  /** 0 to 10. */
  readonly pain: number
  readonly session: string | undefined
}

/** One timed performance of a remedy. */
export interface SessionRecord {
  readonly id: string
  readonly episode: string | undefined
  readonly script: string
  readonly startedAt: number
  readonly marks: readonly { readonly kind: SessionMark; readonly at: number }[]
  readonly ended: 'done' | 'stopped' | undefined
  /** The course that it was started from, and the sets that it runs. */
  readonly course?: string
  readonly sets?: number
}

/** Facts that hold beyond an episode, each with its latest value. */
export interface Person {
  readonly age?: number
  readonly birthYear?: number
  readonly sex?: Sex
  readonly pregnant?: boolean
  readonly pregnancyWeeks?: number
  readonly conditions?: readonly string[]
  readonly allergies?: readonly string[]
  readonly units?: 'metric' | 'imperial'
  readonly country?: string
  /** When the age was told, and when the list of conditions was last kept: milliseconds since 1970. */
  readonly ageSaidAt?: number
  readonly conditionsSaidAt?: number
}

export interface MedicineUse {
  /** The name as given; names that differ only in case are the same use. */
  readonly name: string
  readonly ingredient: string | undefined
  readonly isCurrent: boolean
  readonly startedAt: number | undefined
  readonly stoppedAt: number | undefined
  readonly timesTaken: number
  readonly lastTakenAt: number | undefined
}

/** One use of a remedy, with the pain before and after it. */
export interface Try {
  /** The id of the session, or of the event that recorded it. */
  readonly id: string
  readonly remedy: string
  readonly episode: string | undefined
  readonly at: number
  readonly endedAt: number
  readonly status: 'done' | 'stopped'
  readonly before: number | undefined
  readonly after: number | undefined
  /** The sets that were done, where they were counted. */
  readonly sets?: number
}

export interface Day {
  readonly day: string
  /** Cramps counted in the morning, and cramps recorded as episodes. */
  readonly cramps: readonly DayCramps[]
  readonly pains: readonly DayPain[]
  readonly drankMl: number
  /** The number of events of this day. */
  readonly entries: number
}

export interface DayCramps {
  readonly kind: 'counted' | 'episode'
  readonly region: Region | undefined
  readonly count: number
}

export interface DayPain {
  readonly complaint: Complaint
  readonly region: Region | undefined
  readonly at: number
  readonly pain: number
}

export type Reminder = Pick<EventOf<'reminder-set'>, 'about' | 'time' | 'weekdays'> & { readonly id: string }

/** The events of one trial. The trials engine interprets them (src/plan/trial-progress.ts). */
export interface TrialLog {
  readonly id: string
  /** The frozen protocol as JSON text, and its hash. */
  readonly protocol: string
  readonly sha256: string
  readonly firstDay: string
  /** One per day, or one per episode. */
  readonly ratings: readonly TrialRating[]
  /** Days from the first up to, not including, the second; open while the pause lasts. */
  readonly pauses: readonly { readonly from: string; readonly to: string | undefined }[]
  readonly amendments: readonly { readonly at: number; readonly what: string; readonly why: string }[]
  readonly stopped: { readonly day: string; readonly why: string | undefined } | undefined
  readonly followed:
    | (Pick<EventOf<'trial-followed'>, 'better' | 'worse' | 'isNoticeable'> & { readonly at: number })
    | undefined
}

/** The events of one course of six weeks, in order. The course engine interprets them (src/course/from-diary.ts). */
export interface CourseLog {
  readonly id: string
  /** The id of the course in the knowledge. */
  readonly which: string
  readonly episode: string
  readonly firstDay: string
  readonly matters: string | undefined
  readonly done: readonly CourseEntry<'course-done'>[]
  readonly felt: readonly CourseEntry<'course-felt'>[]
  readonly skipped: readonly CourseEntry<'course-skipped'>[]
  readonly checked: readonly CourseEntry<'course-checked'>[]
  readonly answered: CourseEntry<'course-answered'> | undefined
  readonly likes: readonly string[]
  readonly dislikes: readonly string[]
  readonly stopped: string | undefined
}

/** The content of an event of a course. */
export type CourseEntry<Type extends EventType & `course-${string}`> = Omit<
  EventOf<Type>,
  'id' | 'v' | 'at' | 'type' | 'course' | 'instead' | 'note' | 'from'
>

export type TrialRating = Pick<EventOf<'trial-rated'>, 'day' | 'y' | 'isDone'> & {
  readonly episode: number | undefined
  readonly note: string | undefined
}

/** A product of the person's own; `event` is the event that added it, for striking it out. */
export type OwnProductKept = Omit<
  EventOf<'product-added'>,
  'id' | 'v' | 'at' | 'type' | 'product' | 'instead' | 'note' | 'from'
> & {
  readonly id: string
  readonly event: string
}

/** An appointment, planned or over. */
export interface Visit {
  readonly id: string
  readonly day: string
  readonly time: string | undefined
  /** One of the professionals. */
  readonly who: string | undefined
  readonly isCancelled: boolean
  /** What was advised, in the person's words; `event` is for striking it out. */
  readonly advised: { readonly at: number; readonly text: string; readonly event: string } | undefined
}

/** A question for a clinician; `id` is its event, for striking it out. */
export interface Question {
  readonly id: string
  readonly at: number
  readonly text: string
}

/** A food or recipe of the person's own; `event` is the latest event about it. */
export type OwnFoodKept = Pick<EventOf<'food-added'>, 'name' | 'grams' | 'holds' | 'parts'> & {
  readonly id: string
  readonly event: string
}

export const emptyDiary: Diary = {
  episodes: [],
  sessions: [],
  person: {},
  medicines: [],
  tries: [],
  days: [],
  reminders: [],
  trials: [],
  courses: [],
  products: [],
  questions: [],
  visits: [],
  foods: [],
}
