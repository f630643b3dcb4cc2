/** What the diary says once its events are folded: the shapes that screens, plans and reports read. */
import type { Complaint, Region, Sex, Side } from '../knowledge/vocabulary.ts'
import type { Answers, EventOf, SessionMark } from './event.ts'

/** Changes when the fold of the same events would change, so that one kept from before is folded anew. */
export const foldVersion = 4

/** Times are milliseconds since 1970; days are as the place of the event had them, like 2026-11-24. */
export interface Diary {
  readonly episodes: readonly Episode[]
  readonly sessions: readonly SessionRecord[]
  readonly person: Person
  readonly medicines: readonly MedicineUse[]
  readonly tries: readonly Try[]
  readonly days: readonly Day[]
  readonly reminders: readonly Reminder[]
  readonly trials: readonly TrialLog[]
  readonly products: readonly OwnProductKept[]
  readonly questions: readonly Question[]
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
  /** When the pain itself began, where the person said so. */
  readonly onsetAt: number | undefined
  readonly setOffBy: string | undefined
  readonly answered: readonly Answered[]
  /** When page 1 was last asked again. */
  readonly askedAgainAt: number | undefined
  readonly ratings: readonly Rating[]
  readonly notes: readonly string[]
  readonly endedAt: number | undefined
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
}

/** What holds beyond an episode, each as it was last said. */
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
}

export interface MedicineUse {
  /** As it was said; one use whatever its capitals. */
  readonly name: string
  readonly ingredient: string | undefined
  readonly isCurrent: boolean
  readonly startedAt: number | undefined
  readonly stoppedAt: number | undefined
  readonly timesTaken: number
  readonly lastTakenAt: number | undefined
}

/** A remedy tried once, with the pain before and after it. */
export interface Try {
  /** Of the session, or of the event that told it. */
  readonly id: string
  readonly remedy: string
  readonly episode: string | undefined
  readonly at: number
  readonly endedAt: number
  readonly status: 'done' | 'stopped'
  readonly before: number | undefined
  readonly after: number | undefined
}

export interface Day {
  readonly day: string
  /** Cramps counted in the morning, and cramps that were worked through as episodes. */
  readonly cramps: readonly DayCramps[]
  readonly pains: readonly DayPain[]
  readonly drankMl: number
  /** How many events of this day there are. */
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

/** What was said of one trial on oneself. What it means is the trials engine's to say (src/plan/trial-course.ts). */
export interface TrialLog {
  readonly id: string
  /** The frozen protocol as JSON text, and its hash. */
  readonly protocol: string
  readonly sha256: string
  readonly firstDay: string
  /** One a day, or one an episode. */
  readonly ratings: readonly TrialRating[]
  /** Days from the first to before the second; open while it lasts. */
  readonly pauses: readonly { readonly from: string; readonly to: string | undefined }[]
  readonly amendments: readonly { readonly at: number; readonly what: string; readonly why: string }[]
  readonly stopped: { readonly day: string; readonly why: string | undefined } | undefined
  readonly followed:
    | (Pick<EventOf<'trial-followed'>, 'better' | 'worse' | 'isNoticeable'> & { readonly at: number })
    | undefined
}

export type TrialRating = Pick<EventOf<'trial-rated'>, 'day' | 'y' | 'isDone'> & {
  readonly episode: number | undefined
  readonly note: string | undefined
}

/** A product of the person's own; `event` is what added it, to be struck out. */
export type OwnProductKept = Omit<
  EventOf<'product-added'>,
  'id' | 'v' | 'at' | 'type' | 'product' | 'instead' | 'note' | 'from'
> & {
  readonly id: string
  readonly event: string
}

/** What the person wants to ask a clinician; `id` is the event, to be struck out. */
export interface Question {
  readonly id: string
  readonly at: number
  readonly text: string
}

/** A food or recipe of the person's own; `event` is what said it last. */
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
  products: [],
  questions: [],
  foods: [],
}
