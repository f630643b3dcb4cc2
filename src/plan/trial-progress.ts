/**
 * Where a trial is today, from the diary and the frozen protocol: which remedy, what to rate, when it ends; and its
 * records for the analysis.
 *
 * A pause shifts the days after it; the days keep their true distance, because the analysis counts true gaps. A night
 * is rated on the morning after it. Missed days stay missed.
 */

import type { TrialLog } from '../diary/diary.ts'
import { addDays, daysBetween, utcDay } from '../time.ts'
import type { FrozenProtocol, Protocol } from '../trials/protocol.ts'
import type { TrialRecords, TrialRow } from '../trials/records.ts'
import { lengthOf, type ScheduledPeriod } from '../trials/schedule.ts'

export interface TrialProgress {
  readonly log: TrialLog
  readonly frozen: FrozenProtocol
  readonly state: 'waiting' | 'running' | 'paused' | 'finished' | 'stopped'
  /** The number of days or episodes, and which one is today's, from 1. */
  readonly length: number
  readonly place: number
  /** Today's period; nothing of the schedule after it is shown. */
  readonly period: ScheduledPeriod | undefined
  /** What to rate today: a day, or an episode. Undefined if it was rated. */
  readonly toRate: { readonly day: string; readonly episode?: number } | undefined
  readonly wholeCycles: number
}

/** `today` and all days are like 2026-11-24. Undefined if the protocol cannot be read. */
export function trialProgressOf(log: TrialLog, today: string): TrialProgress | undefined {
  const frozen = frozenOf(log)
  if (frozen === undefined) return undefined
  const { protocol } = frozen
  return protocol.layout.kind === 'episodes' ? byEpisode(log, frozen, today) : byDay(log, frozen, today)
}

/**
 * The days on which a running trial still asks for a rating, from today or its first day on; a night is asked about on
 * the morning after it. Undefined if there is none, or in a trial of episodes.
 */
export function daysToCome(
  { frozen: { protocol }, state, length, place, period, toRate, log }: TrialProgress,
  today: string,
): { readonly firstDay: string; readonly days: number } | undefined {
  if (protocol.layout.kind === 'episodes' || !['waiting', 'running'].includes(state)) return undefined
  const mornings = protocol.outcome.model === 'rating' ? 0 : 1
  if (state === 'waiting') return { firstDay: addDays(log.firstDay, mornings), days: length }
  // The last night is rated when its trial is over.
  if (period === undefined) return { firstDay: today, days: 1 }
  const isDone = toRate === undefined
  const days = length - place + mornings + (isDone ? 0 : 1)
  return days > 0 ? { firstDay: isDone ? addDays(today, 1) : today, days } : undefined
}

/** One day of a trial, as the person sees it while it runs: without the ratings, which the next ones must not follow. */
export interface TrialDay {
  /** From 1, pauses left out. */
  readonly place: number
  readonly day: string
  readonly state: 'rated' | 'missed' | 'today' | 'to-come'
  /** Which arm it was or is; of a day to come nothing is shown. */
  readonly arm?: number
}

/**
 * Day by day where a trial stands; of spasms, one by one. A rating of a night is asked for on the morning after, so
 * tonight is not missed yet. `today` is like 2026-11-24.
 */
export function daysOfTrial({ log, frozen: { protocol }, length }: TrialProgress, today: string): readonly TrialDay[] {
  const armAt = (place: number) => periodAt(protocol, place)?.arm
  if (protocol.layout.kind === 'episodes') {
    const done = log.ratings.filter(({ episode }) => episode !== undefined).length
    return Array.from({ length }, (_, at) => {
      const rating = log.ratings.find(({ episode }) => episode === at + 1)
      const state = rating ? 'rated' : at === done ? 'today' : 'to-come'
      return dayOf(at + 1, rating?.day ?? today, state, rating ? armAt(at + 1) : undefined)
    })
  }
  const until = log.stopped?.day ?? today
  const past = trialDays(log, until)
  const mornings = protocol.outcome.model === 'rating' ? 0 : 1
  return Array.from({ length }, (_, at) => {
    const place = at + 1
    const day = past[at]
    if (day === undefined) return dayOf(place, addDays(past.at(-1) ?? log.firstDay, place - past.length), 'to-come')
    const isOpen = daysBetween(day, today) <= mornings && log.stopped === undefined
    return dayOf(place, day, isRated(log, day) ? 'rated' : isOpen ? 'today' : 'missed', armAt(place))
  })
}

const dayOf = (place: number, day: string, state: TrialDay['state'], arm?: number): TrialDay => ({
  place,
  day,
  state,
  ...(arm === undefined ? {} : { arm }),
})

/** As many ratings are still to come until the answer: days, nights or spasms. 0 once the trial is over or stopped. */
export function ratingsToCome(progress: TrialProgress, today: string): number {
  const { frozen, length, log, place, state } = progress
  if (state === 'finished' || state === 'stopped') return 0
  if (frozen.protocol.layout.kind === 'episodes')
    return length - log.ratings.filter(({ episode }) => episode !== undefined).length
  return state === 'paused' ? length - place : (daysToCome(progress, today)?.days ?? 0)
}

/** Rows for the analysis: every scheduled day up to now, rated or missed; of episodes the rated ones. */
export function recordsOf({ log, frozen: { protocol } }: TrialProgress, today: string, cycles?: number): TrialRecords {
  const last = cycles === undefined ? protocol.schedule : protocol.schedule.filter(({ cycle }) => cycle <= cycles)
  const arms = protocol.arms.map(({ label }, number) => ({ number, label }))
  if (protocol.layout.kind === 'episodes') {
    const rows = last.flatMap(({ period, arm, firstDay: day }): TrialRow[] => {
      const rating = log.ratings.find(({ episode }) => episode === day)
      return rating ? [{ day, period, arm, y: rating.y, nights: 1 }] : []
    })
    return { rows, arms }
  }
  const yByDay = new Map(log.ratings.map(({ day, y }) => [day, y]))
  const rows = trialDays(log, log.stopped?.day ?? today).flatMap((day, i): TrialRow[] => {
    const period = last.find(({ firstDay, lastDay }) => firstDay <= i + 1 && i + 1 <= lastDay)
    if (!period) return []
    const y = yByDay.get(day) ?? null
    // Today is missed only when it is over.
    if (day === today && y === null) return []
    return [{ day: daysBetween(log.firstDay, day) + 1, period: period.period, arm: period.arm, y, nights: 1 }]
  })
  return { rows, arms }
}

function byDay(log: TrialLog, frozen: FrozenProtocol, today: string): TrialProgress {
  const { protocol } = frozen
  const days = trialDays(log, today)
  const isPaused = log.pauses.some(({ from, to }) => to === undefined && from <= today)
  const length = lengthOf(protocol.layout, protocol.arms.length)
  const place = days.length
  const isNight = protocol.outcome.model !== 'rating'
  const over = place > length || (!isNight && place === length && isRated(log, days[length - 1]))
  const state =
    log.stopped !== undefined
      ? 'stopped'
      : over
        ? 'finished'
        : isPaused
          ? 'paused'
          : today < log.firstDay
            ? 'waiting'
            : 'running'
  const asked = days[isNight ? place - 2 : place - 1]
  const isAsked = state === 'running' || (isNight && state === 'finished' && place === length + 1)
  const isOpen = isAsked && asked !== undefined && !isRated(log, asked) && (!isNight || daysBetween(asked, today) === 1)
  return {
    log,
    frozen,
    state: isOpen && state === 'finished' ? 'running' : state,
    length,
    place: Math.min(place, length),
    period: state === 'running' ? periodAt(protocol, place) : undefined,
    toRate: isOpen ? { day: asked } : undefined,
    wholeCycles: wholeCycles(protocol, isNight ? place - 1 : place - (isRated(log, asked) ? 0 : 1)),
  }
}

function byEpisode(log: TrialLog, frozen: FrozenProtocol, today: string): TrialProgress {
  const { protocol } = frozen
  const length = lengthOf(protocol.layout, protocol.arms.length)
  const rated = log.ratings.filter(({ episode }) => episode !== undefined).length
  const isPaused = log.pauses.some(({ to }) => to === undefined)
  const state = log.stopped ? 'stopped' : rated >= length ? 'finished' : isPaused ? 'paused' : 'running'
  return {
    log,
    frozen,
    state,
    length,
    place: Math.min(rated + 1, length),
    period: state === 'running' ? periodAt(protocol, rated + 1) : undefined,
    toRate: state === 'running' ? { day: today, episode: rated + 1 } : undefined,
    wholeCycles: wholeCycles(protocol, rated),
  }
}

function frozenOf(log: TrialLog): FrozenProtocol | undefined {
  try {
    const protocol = JSON.parse(log.protocol) as Protocol
    if (!Array.isArray(protocol.schedule) || !Array.isArray(protocol.arms)) return undefined
    const amendments = log.amendments.map(({ at, what, why }) => ({
      day: Math.max(1, daysBetween(log.firstDay, utcDay(at)) + 1),
      what,
      why,
    }))
    return { protocol, sha256: log.sha256, amendments }
  } catch {
    return undefined
  }
}

/** The days of the trial up to one, without pauses. */
function trialDays({ firstDay, pauses }: TrialLog, until: string): readonly string[] {
  const count = daysBetween(firstDay, until) + 1
  const days = Array.from({ length: Math.max(0, Math.min(count, 3000)) }, (_, i) => addDays(firstDay, i))
  return days.filter(day => !pauses.some(({ from, to }) => from <= day && (to === undefined || day < to)))
}

const periodAt = ({ schedule }: Protocol, place: number): ScheduledPeriod | undefined =>
  schedule.find(({ firstDay, lastDay }) => firstDay <= place && place <= lastDay)

const wholeCycles = ({ schedule, arms }: Protocol, donePlaces: number): number =>
  Math.floor(schedule.filter(({ lastDay }) => lastDay <= donePlaces).length / arms.length)

const isRated = ({ ratings }: TrialLog, day: string | undefined): boolean => ratings.some(each => each.day === day)
