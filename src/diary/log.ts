/**
 * A growing diary: the fold of all events up to one, and the few newer events beside it. The newest event is folded by
 * itself; striking out a recent event refolds the recent ones; only a change that reaches further back needs all
 * events.
 */
import { type Diary, emptyDiary } from './diary.ts'
import type { DiaryEvent } from './event.ts'
import { counting, extend, fold, placeOf } from './fold.ts'
import { merge } from './merge.ts'
import { type KeptEvent, understood } from './upgrade.ts'

export interface Log {
  readonly diary: Diary
  readonly base: Base
  /** The events newer than the base, in order. */
  readonly tail: readonly DiaryEvent[]
}

/** The fold of every event up to the id `newest`; `count` of them, including struck-out ones. It can be cached. */
export interface Base {
  readonly diary: Diary
  readonly newest: string
  readonly count: number
}

export const emptyBase: Base = { diary: emptyDiary, newest: '', count: 0 }

/** Folds all stored events. Events of a newer Unknot are counted and not interpreted. */
export function baseOf(kept: readonly KeptEvent[]): Base {
  const log = merge(kept)
  return baseOn(understood(log), log.at(-1)?.id ?? '', log.length)
}

/** The same for events that were checked already. `newest` and `count` refer to all stored events. */
export const baseOn = (events: readonly DiaryEvent[], newest: string, count: number): Base => ({
  diary: fold(events),
  newest,
  count,
})

/** A log on a base, with no newer events yet. */
export const logOn = (base: Base): Log => ({ base, tail: [], diary: base.diary })

/** Adds events in any order; duplicates change nothing. `refold`: they reach into the base. */
export function add(log: Log, events: readonly DiaryEvent[]): Log | 'refold' {
  if (events.some(event => reaches(log, event))) return 'refold'
  const known = new Set(log.tail.map(({ id }) => id))
  const fresh = events.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return log
  const tail = merge(log.tail, fresh)
  const last = log.tail.at(-1)?.id ?? log.base.newest
  const isNewest = fresh.every(event => placeOf(event) > last && event.type !== 'struck-out')
  const diary = isNewest ? extend(log.diary, merge(fresh)) : extend(log.base.diary, counting(tail))
  return { base: log.base, tail, diary }
}

/** The same log on a newer base with an empty tail, so that little is refolded after a strike-out. */
export function settle({ base, tail, diary }: Log): Log {
  const newest = tail.at(-1)?.id
  return newest === undefined ? { base, tail, diary } : logOn({ diary, newest, count: base.count + tail.length })
}

/** Only a merge may name events of the base, and striking it out strikes those out. */
function reaches({ base: { newest }, tail }: Log, event: DiaryEvent): boolean {
  if (placeOf(event) <= newest) return true
  const merges = new Set(tail.flatMap(({ id, type }) => (type === 'merged' ? [id] : [])))
  return event.type === 'struck-out' && event.events.some(id => id <= newest || merges.has(id))
}
