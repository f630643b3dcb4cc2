/**
 * What the screens share: the clock and new ids; a tap becomes an event, and the events fold to the diary. Results of
 * the engines are in `triage/check-now.ts` and `plan/plan-now.ts`, which the first screen does not load.
 */
import { computed, signal } from '@preact/signals'
import { askedLaterNow, currentEpisode } from '../../diary/current.ts'
import type { Diary, Episode } from '../../diary/diary.ts'
import type { DiaryEvent, EventBody } from '../../diary/event.ts'
import { uuidV7, uuidV7After } from '../../ids.ts'
import { localDay, localIso } from '../../time.ts'
import { append, diary, diaryWith, newestId } from './log.ts'

export { diary }

/** Milliseconds since 1970, updated when a screen is opened; a session reads the clock itself. */
export const openedAt = signal(Date.now())

/** The episode that the screens are about: under way, or over while its check is being answered. */
export const episode = computed<Episode | undefined>(() => currentEpisode(diary.value.episodes, openedAt.value))
/** The episode that is over and whose questions are due. */
export const askedLater = computed<Episode | undefined>(() => askedLaterNow(diary.value.episodes, openedAt.value))
export const lastEnded = computed<Episode | undefined>(() =>
  diary.value.episodes.findLast(({ endedAt }) => endedAt !== undefined),
)

/** The session under way, which continues after a reload. */
export const openSession = computed(() => diary.value.sessions.findLast(({ ended }) => ended === undefined))

const random = () => crypto.getRandomValues(new Uint8Array(10))

export const newId = (): string => uuidV7(Date.now(), random())

/** Adds an event: it is shown at once and written in the background. */
export function record(body: EventBody, at = localIso(new Date())): DiaryEvent {
  const event = stamped(body, at, newestId())
  openedAt.value = Date.now()
  void append([event])
  return event
}

/** Repeats the danger signs of an episode. An episode that is over stays over. */
export const askAgain = ({ id, endedAt }: Episode): DiaryEvent =>
  record({ type: 'asked-again', episode: id, ...(endedAt === undefined ? {} : { isOver: true }) })

/** Corrects an event in one step: the old one is struck out, and a corrected one is added. */
export function correct(event: DiaryEvent, body: EventBody): void {
  const strike = stamped({ type: 'struck-out', events: [event.id] }, localIso(new Date()), newestId())
  const corrected = stamped({ ...body, instead: event.instead ?? event.id }, event.at, strike.id)
  void append([strike, corrected])
}

/** The diary with this event added now. Nothing is stored. */
export const diaryIf = (body: EventBody): Diary => diaryWith(stamped(body, localIso(new Date()), newestId()))

const stamped = (body: EventBody, at: string, last: string): DiaryEvent => ({
  ...body,
  id: uuidV7After(last, Date.now(), random()),
  v: 2,
  at,
})

/** Strikes events out; they no longer count, and can be restored in History. */
export const strikeOut = (...events: readonly DiaryEvent[]): DiaryEvent =>
  record({ type: 'struck-out', events: events.map(({ id }) => id) })

export const today = (): string => localDay(Date.now())
