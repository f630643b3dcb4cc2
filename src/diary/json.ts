/**
 * The diary as JSON: every event as stored, one per line, in the order of their ids, with sorted keys. The same events
 * always give the same bytes.
 */
import { canonical, merge } from './merge.ts'
import type { KeptEvent } from './upgrade.ts'

/** The text of a diary, from events in any order; docs/diary-format.md describes it. */
export function toJson(events: readonly KeptEvent[]): string {
  const parts = jsonParts()
  return parts.more(merge(events)) + parts.end()
}

/** The same text in parts, for a diary too long for memory: `more` takes events in order, each id once. */
export function jsonParts() {
  let isFirst = true
  const between = () => {
    const text = isFirst ? '{"unknot":"diary","v":1,"events":[\n' : ',\n'
    isFirst = false
    return text
  }
  return {
    more: (events: readonly KeptEvent[]): string =>
      events.length === 0 ? '' : between() + events.map(canonical).join(',\n'),
    end: (): string => (isFirst ? `${between()}\n]}\n` : '\n]}\n'),
  }
}
