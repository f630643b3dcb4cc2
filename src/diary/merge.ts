/**
 * Merges two logs into one: the union of their events by id, in the order of the ids. The result does not depend on the
 * order of the logs or on repetition.
 */
import type { KeptEvent } from './upgrade.ts'

/**
 * If one id belongs to two different events (a damaged copy), one of them is chosen by its text, so every device
 * chooses the same.
 */
export function merge<Event extends KeptEvent>(...logs: readonly (readonly Event[])[]): readonly Event[] {
  const [only] = logs
  if (only && logs.length === 1 && isInOrder(only)) return only
  const byId = new Map<string, Event>()
  for (const log of logs)
    for (const event of log) {
      const other = byId.get(event.id)
      byId.set(event.id, other === undefined || other === event ? event : chosen(other, event))
    }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A log that was merged before. Skipping it saves time for long diaries. */
const isInOrder = (log: readonly KeptEvent[]): boolean =>
  log.every(({ id }, place) => place === 0 || (log[place - 1]?.id ?? '') < id)

function chosen<Event>(a: Event, b: Event): Event {
  const [textA, textB] = [canonical(a), canonical(b)]
  return textA <= textB ? a : b
}

/** JSON with the keys in order, so that equal events have equal text. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const parts: string[] = []
  for (const key of Object.keys(value).sort()) {
    const part = (value as Readonly<Record<string, unknown>>)[key]
    if (part !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(part)}`)
  }
  return `{${parts.join(',')}}`
}
