/**
 * Reads a diary from JSON that comes from elsewhere. Every event gets the full check, as in `unknot diary check`, so
 * that all ways in accept the same events.
 */
import { checkEvent } from './check-schema.ts'
import type { KeptEvent } from './upgrade.ts'

/** `newer-diary`: written by a newer Unknot in an unknown format; nothing of it is read. */
export type FromJson =
  | {
      readonly kind: 'diary'
      readonly events: readonly KeptEvent[]
      /** The position of each of the events, from 1. */
      readonly places: readonly number[]
      readonly wrong: readonly WrongEvent[]
    }
  | { readonly kind: 'no-diary' | 'newer-diary' }

/** An entry that is not a valid event. */
export interface WrongEvent {
  /** Its position among the events, from 1. */
  readonly place: number
  readonly value: unknown
  /** What is wrong with it, in one line. */
  readonly why: string
}

/** The version of the file format. */
const containerVersion = 1

/** Reads the text of a diary file: its valid events, and the invalid entries with position and reason. */
export function fromJson(text: string): FromJson {
  const read = parsed(text)
  const isDiary = typeof read === 'object' && read !== null && 'unknot' in read && read.unknot === 'diary'
  if (!isDiary) return { kind: 'no-diary' }
  if ('v' in read && typeof read.v === 'number' && read.v > containerVersion) return { kind: 'newer-diary' }
  if (!('events' in read) || !Array.isArray(read.events)) return { kind: 'no-diary' }
  const events: KeptEvent[] = []
  const places: number[] = []
  const wrong: WrongEvent[] = []
  for (const [index, value] of (read.events as readonly unknown[]).entries()) {
    const checked = checkEvent(value)
    if (checked.kind === 'wrong') wrong.push({ place: index + 1, value, why: checked.why })
    else {
      events.push(checked.event)
      places.push(index + 1)
    }
  }
  return { kind: 'diary', events, places, wrong }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
