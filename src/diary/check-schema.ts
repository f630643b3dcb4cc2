/** Is this an event, and if not, what is wrong with it? The full look, for files that come from elsewhere. */
import * as v from 'valibot'
import { currentVersion, type EventType } from './event.ts'
import { eventShapes } from './event-schema.ts'
import { isKeptEvent, type KeptEvent, upgrade } from './upgrade.ts'

/** `newer`: written by a newer Unknot. It is kept as it is, and only that one can check it. */
export type Checked =
  | { readonly kind: 'event'; readonly event: KeptEvent }
  | { readonly kind: 'newer'; readonly event: KeptEvent }
  | { readonly kind: 'wrong'; readonly why: string }

/** Looks at the event in today's shape; what is given back is the event as it was kept. */
export function checkEvent(value: unknown): Checked {
  if (!isKeptEvent(value)) return { kind: 'wrong', why: lacking(value) }
  const upgraded = upgrade(value)
  if (upgraded.kind === 'newer') return { kind: 'newer', event: value }
  const { event } = upgraded
  const shape = shapes[event.type]
  if (shape === undefined) return { kind: 'wrong', why: `type: version ${currentVersion} has no "${cut(event.type)}"` }
  const read = v.safeParse(shape, event, { abortEarly: true })
  return read.success ? { kind: 'event', event: value } : { kind: 'wrong', why: said(read.issues[0]) }
}

/** Without a prototype, so that no event can be of the type "constructor". */
const shapes: Readonly<Record<string, v.GenericSchema>> = Object.assign(
  Object.create(null) as object,
  eventShapes satisfies Readonly<Record<EventType, v.GenericSchema>>,
)

function lacking(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'not an object: an event is {"id": ...}'
  const { id, v: version, at, type } = value as Readonly<Record<string, unknown>>
  if (typeof type !== 'string') return 'type: missing: it says what the event is, as "episode-began"'
  if (!Number.isInteger(version) || (version as number) < 1)
    return `v: missing or no version: today's is ${currentVersion}`
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)))
    return 'at: missing or no time: give ISO 8601 with its offset, as 2026-11-24T03:12:00+01:00'
  return `id: ${typeof id === 'string' ? `"${cut(id)}" is no id` : 'missing'}: an id is a UUID of version 7`
}

/** Valibot's words, with the place in front. */
function said(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue)
  return `${place === null ? '' : `${place}: `}${cut(issue.message.replace(/\s+/g, ' '), 200)}`
}

const cut = (text: string, most = 60): string => (text.length > most ? `${text.slice(0, most)}...` : text)
