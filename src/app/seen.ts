/** What the diary's screen shows of a period and a place, computed when one of these or the diary changes. */
import { computed, signal } from '@preact/signals'
import type { Day } from '../diary/diary.ts'
import { crampsIn, daysIn, episodesIn, type Filter, placesOf, remedyResults, worstPain } from '../diary/views.ts'
import type { Region } from '../knowledge/vocabulary.ts'
import { addDays, dayOf, daysBetween, period, weekdayOf } from './days.ts'
import type { PainPoint } from './parts/pain-chart.tsx'
import { diary, openedAt, today } from './store.ts'

export const spans = { '30': 30, '90': 90, '365': 365, all: undefined } as const
export type Span = keyof typeof spans

export const region = signal<Region | undefined>(undefined)
export const span = signal<Span>('90')

/** Days are drawn one by one up to this long a period, weeks beyond. */
const mostDaysDrawn = 120

const now = computed(() => {
  openedAt.value
  return today()
})
const firstDay = computed(() => diary.value.days.map(({ day }) => day).sort()[0] ?? now.value)
export const filter = computed<Filter>(() => {
  const days = spans[span.value]
  const from = days === undefined ? firstDay.value : addDays(now.value, 1 - days)
  return { ...period(from, now.value), ...(region.value === undefined ? {} : { region: region.value }) }
})

export const dayByName = computed<ReadonlyMap<string, Day>>(
  () => new Map(diary.value.days.map(each => [each.day, each])),
)
export const places = computed(() => placesOf(diary.value))
export const results = computed(() => remedyResults(diary.value, filter.value))
export const episodes = computed(() => episodesIn(diary.value, filter.value))

/** Cramps of these two weeks and of the two before. */
export const crampsLately = computed(() => {
  const of = (from: number, to: number) => {
    const lately = period(addDays(now.value, from), addDays(now.value, to))
    return crampsIn(diary.value, { ...lately, ...(region.value === undefined ? {} : { region: region.value }) })
  }
  return { now: of(-13, 0), before: of(-27, -14) }
})

export interface PainSeen {
  readonly points: readonly PainPoint[]
  readonly isWeekly: boolean
}

export const painSeen = computed<PainSeen>(() => {
  const { from, to } = filter.value
  const isWeekly = daysBetween(from, to) > mostDaysDrawn
  const done = remediesByDay.value
  const points = daysIn(diary.value, filter.value).flatMap(day => {
    const pain = worstPain(day, region.value)
    return pain === undefined ? [] : [{ day: day.day, pain, done: done.get(day.day) ?? [] }]
  })
  return { points: isWeekly ? byWeek(points) : points, isWeekly }
})

const remediesByDay = computed<ReadonlyMap<string, readonly string[]>>(() => {
  const { fromAt, toAt } = filter.value
  const byDay = new Map<string, string[]>()
  for (const { at, remedy } of diary.value.tries) {
    if (at < fromAt || at >= toAt) continue
    const day = dayOf(at)
    const done = byDay.get(day)
    if (done === undefined) byDay.set(day, [remedy])
    else if (!done.includes(remedy)) done.push(remedy)
  }
  return byDay
})

/** The worst pain of each week, and all that was done in it. */
function byWeek(points: readonly PainPoint[]): readonly PainPoint[] {
  const weeks = new Map<string, PainPoint>()
  for (const { day, pain, done } of points) {
    const monday = addDays(day, -weekdayOf(day))
    const week = weeks.get(monday)
    weeks.set(monday, {
      day: monday,
      pain: Math.max(pain, week?.pain ?? 0),
      done: [...new Set([...(week?.done ?? []), ...done])],
    })
  }
  return [...weeks.values()]
}
