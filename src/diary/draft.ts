/** A mutable diary for folding events, and the type of the folding steps. */
import type {
  CourseLog,
  Day,
  Diary,
  Episode,
  MedicineUse,
  OwnFoodKept,
  OwnProductKept,
  Person,
  Question,
  Reminder,
  SessionRecord,
  TrialLog,
  Try,
  Visit,
} from './diary.ts'
import type { DiaryEvent, EventOf, EventType } from './event.ts'
import { type Keyed, keyed } from './keyed.ts'

export interface Draft {
  readonly episodes: Keyed<Episode>
  readonly sessions: Keyed<SessionRecord>
  readonly medicines: Keyed<MedicineUse>
  readonly tries: Keyed<Try>
  readonly days: Keyed<Day>
  readonly reminders: Keyed<Reminder>
  readonly trials: Keyed<TrialLog>
  readonly courses: Keyed<CourseLog>
  readonly products: Keyed<OwnProductKept>
  readonly questions: Keyed<Question>
  readonly visits: Keyed<Visit>
  readonly foods: Keyed<OwnFoodKept>
  person: Person
}

export const draftOf = (diary: Diary, forMany: boolean): Draft => ({
  episodes: keyed(diary.episodes, ({ id }) => id, forMany),
  sessions: keyed(diary.sessions, ({ id }) => id, forMany),
  medicines: keyed(diary.medicines, ({ name }) => name.toLowerCase(), forMany),
  tries: keyed(diary.tries, ({ id }) => id, forMany),
  days: keyed(diary.days, ({ day }) => day, forMany),
  reminders: keyed(diary.reminders, ({ id }) => id, forMany),
  trials: keyed(diary.trials, ({ id }) => id, forMany),
  courses: keyed(diary.courses, ({ id }) => id, forMany),
  products: keyed(diary.products, ({ id }) => id, forMany),
  questions: keyed(diary.questions, ({ id }) => id, forMany),
  visits: keyed(diary.visits, ({ id }) => id, forMany),
  foods: keyed(diary.foods, ({ id }) => id, forMany),
  person: diary.person,
})

export const finish = (draft: Draft): Diary => ({
  episodes: draft.episodes.list(),
  sessions: draft.sessions.list(),
  person: draft.person,
  medicines: draft.medicines.list(),
  tries: draft.tries.list(),
  days: draft.days.list(),
  reminders: draft.reminders.list(),
  trials: draft.trials.list(),
  courses: draft.courses.list(),
  products: draft.products.list(),
  questions: draft.questions.list(),
  visits: draft.visits.list(),
  foods: draft.foods.list(),
})

/** The step for each type of event; `at` is its time in milliseconds since 1970. */
export type Steps = {
  readonly [Type in EventType]?: (draft: Draft, event: EventOf<Type>, at: number) => void
}

export function take(steps: Steps, draft: Draft, event: DiaryEvent, at: number): void {
  const step = steps[event.type] as ((draft: Draft, event: DiaryEvent, at: number) => void) | undefined
  step?.(draft, event, at)
}

/** Changes the item of a key, if there is one. */
export function change<Item>(items: Keyed<Item>, key: string, how: (item: Item) => Item): void {
  const item = items.get(key)
  if (item !== undefined) items.put(how(item))
}
