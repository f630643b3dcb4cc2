/** Is this a valid event, and if not, what is wrong with it? The full check, for files that come from elsewhere. */
import * as v from 'valibot'
import { isDay } from '../time.ts'
import { currentVersion, type EventType } from './event.ts'
import { eventShapes } from './event-schema.ts'
import { isKeptEvent, type KeptEvent, upgrade } from './upgrade.ts'

/** `newer`: written by a newer Unknot. It is kept unchanged, and only a newer version can check it. */
export type Checked =
  | { readonly kind: 'event'; readonly event: KeptEvent }
  | { readonly kind: 'newer'; readonly event: KeptEvent }
  | { readonly kind: 'wrong'; readonly why: string }

/** Checks the event in its current shape, and returns the event as stored. */
export function checkEvent(value: unknown): Checked {
  if (!isKeptEvent(value)) return { kind: 'wrong', why: lacking(value) }
  const upgraded = upgrade(value)
  if (upgraded.kind === 'newer') {
    const why = excessOf(value)
    return why === undefined ? { kind: 'newer', event: value } : { kind: 'wrong', why }
  }
  const { event } = upgraded
  const shape = shapes[event.type]
  if (shape === undefined) return { kind: 'wrong', why: `type: version ${currentVersion} has no "${cut(event.type)}"` }
  const read = v.safeParse(shape, event, { abortEarly: true })
  return read.success ? { kind: 'event', event: value } : { kind: 'wrong', why: said(read.issues[0]) }
}

/** An event of a newer Unknot is kept without interpretation, so it must be small and flat. */
const most = { letters: 500_000, depth: 8 }

function excessOf(event: KeptEvent): string | undefined {
  if (holdsPrototype(event)) return '"__proto__" is no name of a field'
  const isTooMuch = isDeep(event, most.depth) || JSON.stringify(event).length > most.letters
  return isTooMuch ? 'it is too large for one event' : undefined
}

const partsOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

const isDeep = (value: unknown, left: number): boolean =>
  typeof value === 'object' && value !== null && (left === 0 || partsOf(value).some(part => isDeep(part, left - 1)))

/** Checked no deeper than an event may be nested. */
const holdsPrototype = (value: unknown, left = most.depth): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || (left > 0 && partsOf(value).some(part => holdsPrototype(part, left - 1))))

/** Without a prototype, so that "constructor" is never a known type. */
const shapes: Readonly<Record<string, v.GenericSchema>> = Object.assign(
  Object.create(null) as object,
  eventShapes satisfies Readonly<Record<EventType, v.GenericSchema>>,
)

function lacking(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'not an object: an event is {"id": ...}'
  const { id, v: version, at, type } = value as Readonly<Record<string, unknown>>
  if (Object.hasOwn(value, '__proto__')) return '"__proto__" is no name of a field'
  if (typeof type !== 'string') return 'type: missing: it says what the event is, as "episode-began"'
  if (!Number.isInteger(version) || (version as number) < 1)
    return `v: missing or no version: today's is ${currentVersion}`
  if (typeof at !== 'string' || at[10] !== 'T' || !isDay(at.slice(0, 10)) || Number.isNaN(Date.parse(at)))
    return 'at: missing or no time: give ISO 8601 with its offset, as 2026-11-24T03:12:00+01:00'
  return `id: ${typeof id === 'string' ? `"${cut(id)}" is no id` : 'missing'}: an id is a UUID of version 7`
}

/** Valibot's message, with the path in front. */
function said(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue)
  return `${place === null ? '' : `${place}: `}${cut(issue.message.replace(/\s+/g, ' '), 200)}`
}

const cut = (text: string, most = 60): string => (text.length > most ? `${text.slice(0, most)}...` : text)
