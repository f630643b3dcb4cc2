/**
 * Which events count. A strike-out is an event like others and can itself be struck out, which restores its events;
 * striking out a merge strikes out everything it added. A strike-out applies only to older events, so that no two can
 * strike each other out.
 */
import type { DiaryEvent, EventOf } from './event.ts'

/** The ids of the events that no longer count, for a log in any order. Only strike-outs and merges are examined. */
export function struckOut(events: readonly DiaryEvent[]): ReadonlySet<string> {
  const added = new Map(events.flatMap(event => (event.type === 'merged' ? [[event.id, event.events] as const] : [])))
  const struck = new Set<string>()
  const strikes = events.filter((event): event is EventOf<'struck-out'> => event.type === 'struck-out')
  for (const { id, events: named } of strikes.sort((a, b) => (a.id < b.id ? 1 : -1))) {
    if (struck.has(id)) continue
    for (const each of named)
      for (const reached of [each, ...(added.get(each) ?? [])]) if (reached < id) struck.add(reached)
  }
  return struck
}
