/**
 * Folds events into the diary. The order is that of the ids, which is the order of writing, except that a correction
 * takes the place of the event that it corrects; struck-out events never count. Adding the newest event changes only
 * what that event refers to.
 */
import { type Diary, emptyDiary } from './diary.ts'
import { type Draft, draftOf, finish, take } from './draft.ts'
import type { DiaryEvent } from './event.ts'
import { courseSteps } from './fold-courses.ts'
import { foldDay } from './fold-days.ts'
import { episodeSteps } from './fold-episodes.ts'
import { personSteps } from './fold-person.ts'
import { trialSteps } from './fold-trials.ts'
import { trySteps } from './fold-tries.ts'
import { merge } from './merge.ts'
import { struckOut } from './struck.ts'

export type { Diary, Episode, Reminder } from './diary.ts'

/** The diary of a complete log, in any order and with any number of duplicates. */
export function fold(events: readonly DiaryEvent[]): Diary {
  return extend(emptyDiary, counting(events))
}

/** The events that count, in the order of folding. */
export function counting(events: readonly DiaryEvent[]): readonly DiaryEvent[] {
  const struck = struckOut(events)
  const left = merge(events).filter(({ id }) => !struck.has(id))
  if (left.every(({ instead }) => instead === undefined)) return left
  return left.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0))
}

/** The position of an event in the order of folding. */
export const placeOf = ({ id, instead }: DiaryEvent): string => instead ?? id

/** The diary with newer events added. They must be in order, newer than all others, and not struck out. */
export function extend(diary: Diary, events: readonly DiaryEvent[]): Diary {
  const draft = draftOf(diary, events.length > 8)
  for (const event of events) step(draft, event)
  return finish(draft)
}

/** A try reads the pain before it from the episode, so it is folded first. */
const order = [trySteps, episodeSteps, personSteps, trialSteps, courseSteps]

function step(draft: Draft, event: DiaryEvent): void {
  const at = Date.parse(event.at)
  for (const steps of order) take(steps, draft, event, at)
  foldDay(draft, event, at)
}
