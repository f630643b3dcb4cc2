/**
 * What the screens share. Here the clock and the ids enter; a tap becomes an event, the events fold to the diary, and
 * the engines answer from it.
 */
import { computed, signal } from '@preact/signals'
import type { DiaryEvent, EventBody } from '../diary/event.ts'
import { type Episode, fold } from '../diary/fold.ts'
import { upgrade } from '../diary/upgrade.ts'
import { uuidV7 } from '../ids.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { assess } from '../plan/assess.ts'
import { episodeCase } from '../plan/episode-case.ts'
import type { Case } from '../triage/case.ts'
import { openStorage, type Storage } from './storage.ts'

export const events = signal<readonly DiaryEvent[]>([])
export const diary = computed(() => fold(events.value))
/** Said when the last event could not be kept. */
export const storageProblem = signal<string | undefined>(undefined)
export const isKept = signal(true)

/** Milliseconds since 1970, moved on when a screen is opened; a session reads the clock itself. */
export const openedAt = signal(Date.now())

/** The episode that has begun and not ended, the newest. */
export const episode = computed<Episode | undefined>(() =>
  diary.value.episodes.findLast(({ endedAt }) => endedAt === undefined),
)
export const lastEnded = computed<Episode | undefined>(() =>
  diary.value.episodes.findLast(({ endedAt }) => endedAt !== undefined),
)

export const caseNow = computed<Case | undefined>(() =>
  episode.value ? episodeCase(triageKnowledge, diary.value, episode.value, openedAt.value) : undefined,
)
export const triageNow = computed(() => (caseNow.value ? assess(triageKnowledge, caseNow.value) : undefined))

/** The session under way, which a reload takes up again. */
export const openSession = computed(() => diary.value.sessions.findLast(({ ended }) => ended === undefined))

let storage: Storage | undefined

/** Reads the diary; screens wait for it. */
export async function startStore(): Promise<void> {
  storage = await openStorage()
  isKept.value = storage.isKept
  events.value = (await storage.events()).flatMap(kept => {
    const upgraded = upgrade(kept)
    return upgraded.kind === 'event' ? [upgraded.event] : []
  })
}

export const newId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

/** Adds an event: it counts on screen at once, and is written behind. */
export function record(body: EventBody): DiaryEvent {
  openedAt.value = Date.now()
  const event: DiaryEvent = { ...body, id: newId(), v: 2, at: localIso(new Date()) }
  events.value = [...events.value, event]
  storage?.append(event).catch(() => {
    storageProblem.value = 'This could not be kept on your device. It is lost when you close the page.'
  })
  return event
}

/** Deletes everything; the function it returns puts it back. */
export async function deleteEverything(): Promise<() => Promise<void>> {
  const before = events.value
  await storage?.clear()
  events.value = []
  return async () => {
    await storage?.append(...before)
    events.value = before
  }
}

export const today = (): string => localIso(new Date()).slice(0, 10)

/** ISO 8601 with the offset of the place, so that a diary read elsewhere keeps its days. */
function localIso(time: Date): string {
  const offset = -time.getTimezoneOffset()
  const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}
