/**
 * What the diary's screen shows for a period and a place, computed when one of these or the diary changes. An equal result
 * stays the same object, so that an event redraws only the cards that it changes.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Day } from '../../diary/diary.ts'
import { painChange } from '../../diary/pain-change.ts'
import { crampsIn, daysIn, episodesIn, type Filter, placesOf, remedyResults, worstPain } from '../../diary/views.ts'
import type { Region } from '../../knowledge/vocabulary.ts'
import { addDays, daysBetween, localDay } from '../../time.ts'
import { diary, openedAt, today } from '../state/store.ts'
import { period, weekdayOf } from '../ui/days.ts'
import type { PainPoint } from './pain-chart.tsx'

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
/** Parts of the diary that stay the same objects while other parts grow. */
const days = computed(() => diary.value.days)
const tries = computed(() => diary.value.tries)
const began = computed(() => diary.value.episodes)

const firstDay = computed(() => days.value.map(({ day }) => day).sort()[0] ?? now.value)
export const filter = computed<Filter>(() => {
  const length = spans[span.value]
  const from = length === undefined ? firstDay.value : addDays(now.value, 1 - length)
  return { ...period(from, now.value), ...(region.value === undefined ? {} : { region: region.value }) }
})

/** The days with cramps or pain. Drinks and food create a new object for the day, with the same lists. */
let toldBefore: ReadonlyMap<string, Day> = new Map()
export const dayByName = computed<ReadonlyMap<string, Day>>(() => {
  const told = new Map<string, Day>()
  let isSame = true
  for (const each of days.value) {
    if (each.cramps.length === 0 && each.pains.length === 0) continue
    const before = toldBefore.get(each.day)
    if (before?.cramps !== each.cramps || before.pains !== each.pains) isSame = false
    told.set(each.day, each)
  }
  if (!isSame || told.size !== toldBefore.size) toldBefore = told
  return toldBefore
})
export const places = alike(() => placesOf({ episodes: began.value, days: days.value }))
export const results = computed(() => remedyResults({ episodes: began.value, tries: tries.value }, filter.value))
export const episodeCount = computed(() => began.value.length)
export const episodes = computed(() => episodesIn({ episodes: began.value }, filter.value))

/** Cramps of these two weeks and of the two before. */
export const crampsLately = alike(() => {
  const of = (from: number, to: number) => {
    const lately = period(addDays(now.value, from), addDays(now.value, to))
    return crampsIn(
      { days: days.value },
      { ...lately, ...(region.value === undefined ? {} : { region: region.value }) },
    )
  }
  return { now: of(-13, 0), before: of(-27, -14) }
})

export interface PainSeen {
  readonly points: readonly PainPoint[]
  readonly isWeekly: boolean
}

export const painSeen = alike<PainSeen>(() => {
  const { from, to } = filter.value
  const isWeekly = daysBetween(from, to) > mostDaysDrawn
  const done = remediesByDay.value
  const points = daysIn({ days: days.value }, filter.value).flatMap(day => {
    const pain = worstPain(day, region.value)
    return pain === undefined ? [] : [{ day: day.day, pain, done: done.get(day.day) ?? [] }]
  })
  return { points: isWeekly ? byWeek(points) : points, isWeekly }
})

/** Pain before and now, in the two halves of the period. */
export const painChanged = alike(() => {
  const { from, to, region: at } = filter.value
  return painChange(
    { days: [...dayByName.value.values()] },
    { today: to, days: daysBetween(from, to) + 1, ...(at === undefined ? {} : { region: at }) },
  )
})

const remediesByDay = computed<ReadonlyMap<string, readonly string[]>>(() => {
  const { fromAt, toAt } = filter.value
  const byDay = new Map<string, string[]>()
  for (const { at, remedy } of tries.value) {
    if (at < fromAt || at >= toAt) continue
    const day = localDay(at)
    const done = byDay.get(day)
    if (done === undefined) byDay.set(day, [remedy])
    else if (!done.includes(remedy)) done.push(remedy)
  }
  return byDay
})

/** The worst pain of each week, and the remedies done in it. */
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

/** Computed again, but the same object as before if the result is equal. */
function alike<Value>(compute: () => Value): ReadonlySignal<Value> {
  let [value, text]: [Value | undefined, string] = [undefined, '']
  return computed(() => {
    const next = compute()
    const said = JSON.stringify(next)
    if (value === undefined || said !== text) [value, text] = [next, said]
    return value
  })
}
