/**
 * From events to the diary. Folding goes in the order of the ids, which is the order of writing, but that a correction
 * takes the place of what it corrects; struck-out events never count. Adding the newest event touches what that event speaks of and nothing else.
 */
import { type Diary, emptyDiary } from './diary.ts'
import { type Draft, draftOf, finish, take } from './draft.ts'
import type { DiaryEvent } from './event.ts'
import { foldDay } from './fold-days.ts'
import { episodeSteps } from './fold-episodes.ts'
import { personSteps } from './fold-person.ts'
import { trialSteps } from './fold-trials.ts'
import { trySteps } from './fold-tries.ts'
import { merge } from './merge.ts'
import { struckOut } from './struck.ts'

export type { Diary, Episode, Reminder } from './diary.ts'

/** The diary of a whole log, in any order, with any event any number of times. */
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

/** Where an event stands in the order of folding. */
export const placeOf = ({ id, instead }: DiaryEvent): string => instead ?? id

/** The diary with newer events added, which must be in order, newer than all before, and not struck out. */
export function extend(diary: Diary, events: readonly DiaryEvent[]): Diary {
  const draft = draftOf(diary, events.length > 8)
  for (const event of events) step(draft, event)
  return finish(draft)
}

/** A try takes the pain before it from the episode, so it goes first. */
const order = [trySteps, episodeSteps, personSteps, trialSteps]

function step(draft: Draft, event: DiaryEvent): void {
  const at = Date.parse(event.at)
  for (const steps of order) take(steps, draft, event, at)
  foldDay(draft, event, at)
}
