/**
 * Upgrades events of older shapes on read; stored events are never rewritten. Each step turns one version into the next
 * and one event into one event, so that the number of events stays the same.
 */

import { isDay } from '../time.ts'
import { canFold, currentVersion, type DiaryEvent } from './event.ts'

/** An event as stored: of any version, and not checked yet. */
export interface KeptEvent {
  readonly id: string
  readonly v: number
  readonly at: string
  readonly type: string
}

/** `newer`: written by a newer Unknot; kept, but not interpreted. */
export type Upgraded =
  | { readonly kind: 'event'; readonly event: DiaryEvent }
  | { readonly kind: 'newer'; readonly event: KeptEvent }

/** The event in the current shape. */
export function upgrade(kept: KeptEvent): Upgraded {
  if (kept.v > currentVersion) return { kind: 'newer', event: kept }
  let event = kept
  for (let version = kept.v; version < currentVersion; version++) event = steps[version]?.(event) ?? event
  return { kind: 'event', event: event as DiaryEvent }
}

/** The events that this version understands, in the current shape; invalid ones are left out. */
export function understood(kept: readonly KeptEvent[]): readonly DiaryEvent[] {
  const events: DiaryEvent[] = []
  for (const each of kept) {
    const upgraded = isKeptEvent(each) ? upgrade(each) : undefined
    if (upgraded?.kind === 'event' && canFold(upgraded.event)) events.push(upgraded.event)
  }
  return events
}

/** By the version they start from. */
const steps: Readonly<Record<number, (event: KeptEvent) => KeptEvent>> = { 1: fromVersion1 }

/** A strike-out named one event; now it names all events of one action, so that one event undoes an import. */
function fromVersion1(event: KeptEvent): KeptEvent {
  if (event.type !== 'struck-out') return { ...event, v: 2 }
  const { event: struck, ...rest } = event as KeptEvent & { readonly event: string }
  return { ...rest, v: 2, events: [struck] } as KeptEvent
}

/** Is this an event, of any version? Everything that a store returns is checked with this first. */
export function isKeptEvent(value: unknown): value is KeptEvent {
  if (typeof value !== 'object' || value === null) return false
  const { id, v, at, type } = value as Readonly<Record<string, unknown>>
  return (
    typeof id === 'string' &&
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id) &&
    typeof v === 'number' &&
    Number.isInteger(v) &&
    v >= 1 &&
    typeof at === 'string' &&
    at[10] === 'T' &&
    isDay(at.slice(0, 10)) &&
    !Number.isNaN(Date.parse(at)) &&
    typeof type === 'string' &&
    // Copied into another object, this key would change its prototype.
    !Object.hasOwn(value, '__proto__')
  )
}
