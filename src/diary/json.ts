/**
 * The diary as JSON: every event as it is kept, one a line, in the order of their ids, with their keys in order. The
 * same events always give the same bytes.
 */
import { canonical, merge } from './merge.ts'
import { isKeptEvent, type KeptEvent } from './upgrade.ts'

/** The text of a diary, of events in any order; docs/diary-format.md describes it. */
export function toJson(events: readonly KeptEvent[]): string {
  const parts = jsonParts()
  return parts.more(merge(events)) + parts.end()
}

/** The same text a part at a time, for a diary too long to be held: `more` takes events in order, each id once. */
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

export type FromJson =
  | { readonly kind: 'diary'; readonly events: readonly KeptEvent[]; readonly wrong: readonly unknown[] }
  | { readonly kind: 'no-diary' }

/** `wrong` lists what stands among the events and is none. */
export function fromJson(text: string): FromJson {
  const read = parsed(text)
  const isDiary = typeof read === 'object' && read !== null && 'unknot' in read && read.unknot === 'diary'
  if (!isDiary || !('events' in read) || !Array.isArray(read.events)) return { kind: 'no-diary' }
  const all: readonly unknown[] = read.events
  return { kind: 'diary', events: all.filter(isKeptEvent), wrong: all.filter(each => !isKeptEvent(each)) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
