/**
 * Which events count. A strike-out is an event like others and can be struck out itself, which restores what it struck.
 * It reaches only what was written before it, so that no two can strike each other.
 */
import type { DiaryEvent } from './event.ts'

/** Ids of the events that count no more, of a log in any order. */
export function struckOut(events: readonly DiaryEvent[]): ReadonlySet<string> {
  const struck = new Set<string>()
  const strikes = events.filter(event => event.type === 'struck-out').sort((a, b) => (a.id < b.id ? 1 : -1))
  for (const { id, events: reached } of strikes)
    if (!struck.has(id)) for (const target of reached) if (target < id) struck.add(target)
  return struck
}
