/**
 * From what a file tells to what it would add: the preview, and then the one act that adds it. What is in the diary
 * already stays; a file read twice adds nothing; one strike-out undoes all of it.
 */
import type { DiaryEvent, EventOf } from '../diary/event.ts'
import { struckOut } from '../diary/struck.ts'
import { type KeptEvent, understood } from '../diary/upgrade.ts'
import type { Found, Read, Tools } from './importer.ts'
import { type ImporterId, importers } from './importers.ts'
import { misses, type NotUnderstood } from './misses.ts'
import { stableId } from './stable-id.ts'

/** What an import needs to know of the diary. */
export interface Known {
  readonly ids: ReadonlySet<string>
  /** Struck out one by one: the person does not want these, so no import brings them back. */
  readonly unwanted: ReadonlySet<string>
  /** Struck out together with the import that added them: the next import may add them anew. */
  readonly undone: ReadonlySet<string>
  /** By importer and day, the ids of the totals that count now. */
  readonly totals: ReadonlyMap<string, readonly string[]>
}

export interface Preview {
  readonly from: string
  /** In the order of their ids. */
  readonly toAdd: readonly KeptEvent[]
  readonly alreadyThere: number
  /** There, and struck out by the person one by one; they stay so. */
  readonly unwanted: number
  /** Totals of a day that this file tells anew: the new event, and the old ones that it strikes out. */
  readonly replaced: readonly { readonly by: string; readonly ids: readonly string[] }[]
  /** May kinds be left out? Events of Unknot itself speak of one another. */
  readonly canChoose: boolean
  /** How many of each kind would be added. */
  readonly counts: Readonly<Record<string, number>>
  /** First and last day of what would be added. */
  readonly days: readonly [string, string] | undefined
  readonly notUnderstood: readonly NotUnderstood[]
  readonly assumed: readonly string[]
}

/** A date further on than this is a slip, or a file made to push every later entry into the future. */
const mostAhead = 2 * 86_400_000

export function planImport(id: ImporterId, read: Read & { readonly ok: true }, known: Known, tools: Tools): Preview {
  const { name } = importers[id]
  const missed = misses(read.notUnderstood[0]?.where ?? 'line')
  const told = [...read.kept, ...stamped(name, read.found, known, tools, missed.add)]
  const isNew = (event: KeptEvent) => !known.ids.has(event.id)
  const toAdd = [...new Map(told.filter(isNew).map(event => [event.id, event])).values()].sort(byId)
  const unwanted = told.filter(event => known.unwanted.has(event.id)).length
  return {
    from: name,
    ...shapeOf(toAdd),
    canChoose: read.kept.length === 0,
    alreadyThere: told.length - toAdd.length - unwanted,
    unwanted,
    replaced: replacedBy(id, toAdd, known),
    notUnderstood: [...read.notUnderstood, ...missed.list()],
    assumed: read.assumed,
  }
}

/** The kind by which a person chooses: an episode's beginning and its end go together. */
function kindOf(event: KeptEvent): string {
  const { type, what } = event as KeptEvent & { readonly what?: string }
  if (type === 'measured') return what ?? type
  return type === 'episode-ended' ? 'episode-began' : type
}

/** The preview without some kinds. */
export function without(preview: Preview, kinds: ReadonlySet<string>): Preview {
  if (kinds.size === 0 || !preview.canChoose) return preview
  const toAdd = preview.toAdd.filter(event => !kinds.has(kindOf(event)))
  const ids = new Set(toAdd.map(({ id }) => id))
  return { ...preview, ...shapeOf(toAdd), replaced: preview.replaced.filter(({ by }) => ids.has(by)) }
}

/**
 * The events of the act: those of the preview, the strike-out of the totals they replace, and the `merged` event by which
 * all of it can be undone. `next` gives ids that sort after every other event, and after the ones it gave before.
 */
export function actOf(preview: Preview, at: string, next: (after: string) => string): readonly KeptEvent[] {
  const { toAdd, replaced, from } = preview
  if (toAdd.length === 0) return []
  const last = toAdd.at(-1)?.id ?? ''
  const struck = [...new Set(replaced.flatMap(({ ids }) => ids))].sort()
  const strike: readonly EventOf<'struck-out'>[] =
    struck.length === 0 ? [] : [{ id: next(last), v: 2, at, type: 'struck-out', events: struck }]
  const ids = [...toAdd, ...strike].map(({ id }) => id)
  const merged: EventOf<'merged'> = { id: next(strike[0]?.id ?? last), v: 2, at, type: 'merged', events: ids, from }
  return [...toAdd, ...strike, merged]
}

/** Looks through a diary once, for `planImport`. */
export function knownOf(kept: readonly KeptEvent[]): Known {
  const events = understood(kept)
  const struck = struckOut(events)
  const standing = events.filter(({ id }) => !struck.has(id))
  const direct = new Set(standing.flatMap(event => (event.type === 'struck-out' ? event.events : [])))
  const unwanted = new Set([...struck].filter(id => direct.has(id)))
  const totals = new Map<string, string[]>()
  for (const event of standing) {
    const key = event.from === undefined ? undefined : totalOf(event)
    if (key !== undefined) totals.set(key, [...(totals.get(key) ?? []), event.id])
  }
  return {
    ids: new Set(kept.map(({ id }) => id)),
    unwanted,
    undone: new Set([...struck].filter(id => !direct.has(id))),
    totals,
  }
}

/** Gives what was found its ids; what is no whole event is named. */
function stamped(
  name: string,
  found: readonly Found[],
  known: Known,
  { sha256, problemWith, now }: Tools,
  miss: (place: number, what: string, why: string) => void,
): readonly DiaryEvent[] {
  const counted = new Map<string, number>()
  return found.flatMap(each => {
    const first = stableId(sha256, name, each, 0, 0)
    const nth = counted.get(first) ?? 0
    counted.set(first, nth + 1)
    let id = nth === 0 ? first : stableId(sha256, name, each, nth, 0)
    for (let round = 1; known.undone.has(id); round++) id = stableId(sha256, name, each, nth, round)
    const event = { ...each.body, id, v: 2, at: each.at, from: name } as DiaryEvent
    const why = each.moment > now + mostAhead ? 'its day is in the future' : problemWith(event)
    if (why === undefined) return [event]
    miss(each.place, each.body.type, why)
    return []
  })
}

const byId = (a: KeptEvent, b: KeptEvent): number => (a.id < b.id ? -1 : 1)

function totalOf(event: DiaryEvent): string | undefined {
  const importer = Object.values(importers).find(({ name }) => name === event.from)
  const key = importer && 'totalOf' in importer ? importer.totalOf?.(event) : undefined
  return key === undefined ? undefined : `${event.from} ${key}`
}

function replacedBy(id: ImporterId, toAdd: readonly KeptEvent[], { totals }: Known): Preview['replaced'] {
  if (!('totalOf' in importers[id])) return []
  return toAdd.flatMap(event => {
    const key = totalOf(event as DiaryEvent)
    const ids = key === undefined ? undefined : totals.get(key)
    return ids ? [{ by: event.id, ids }] : []
  })
}

function shapeOf(toAdd: readonly KeptEvent[]): Pick<Preview, 'toAdd' | 'counts' | 'days'> {
  const days = toAdd.map(({ at }) => at.slice(0, 10)).sort()
  const [first, last] = [days[0], days.at(-1)]
  return { toAdd, counts: countsOf(toAdd), days: first && last ? [first, last] : undefined }
}

function countsOf(events: readonly KeptEvent[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const event of events) {
    const kind = event.type === 'measured' ? kindOf(event) : event.type
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
