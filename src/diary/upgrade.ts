/**
 * Events of older shapes, upgraded when they are read and never rewritten where they are kept. Each step takes one
 * version to the next, one event to one event, so that the number of events stays.
 */
import { canFold, currentVersion, type DiaryEvent } from './event.ts'

/** An event as it was kept: of any version, and not yet known to be whole. */
export interface KeptEvent {
  readonly id: string
  readonly v: number
  readonly at: string
  readonly type: string
}

/** `newer`: written by a newer Unknot, to be kept and not to be understood. */
export type Upgraded =
  | { readonly kind: 'event'; readonly event: DiaryEvent }
  | { readonly kind: 'newer'; readonly event: KeptEvent }

/** The event in today's shape. */
export function upgrade(kept: KeptEvent): Upgraded {
  if (kept.v > currentVersion) return { kind: 'newer', event: kept }
  let event = kept
  for (let version = kept.v; version < currentVersion; version++) event = steps[version]?.(event) ?? event
  return { kind: 'event', event: event as DiaryEvent }
}

/** The events that this version understands, in today's shape; what is no event is left out. */
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

/** A strike-out named one event; now it names all that one act strikes, so that an import is undone by one event. */
function fromVersion1(event: KeptEvent): KeptEvent {
  if (event.type !== 'struck-out') return { ...event, v: 2 }
  const { event: struck, ...rest } = event as KeptEvent & { readonly event: string }
  return { ...rest, v: 2, events: [struck] } as KeptEvent
}

/** Is this an event at all, of whatever version? What a store gives back is looked at before it counts. */
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
    !Number.isNaN(Date.parse(at)) &&
    typeof type === 'string'
  )
}
