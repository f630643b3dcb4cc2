/**
 * Turns the contents of a file into the preview of what would be added. What is in the diary already stays; importing a
 * file twice adds nothing.
 */

import type { DiaryEvent } from '../diary/event.ts'
import { canonical } from '../diary/merge.ts'
import { struckOut } from '../diary/struck.ts'
import { type KeptEvent, understood } from '../diary/upgrade.ts'
import { dayLong } from '../time.ts'
import { accountOf } from './account.ts'
import type { FoundEvent, Read, Tools } from './importer.ts'
import { implausible } from './limits.ts'
import { type Misses, misses } from './misses.ts'
import { type Preview, shapeOf } from './preview.ts'
import { type ImporterId, programs } from './programs.ts'
import { replacedBy, sameEntry } from './same-entry.ts'
import { stableId } from './stable-id.ts'

/** What an import needs from the diary. */
export interface DiaryIds {
  /** Every event by its id. */
  readonly events: ReadonlyMap<string, KeptEvent>
  /** Struck out individually: the person does not want these, so no import restores them. */
  readonly unwanted: ReadonlySet<string>
  /** Struck out together with the import that added them: the next import may add them again. */
  readonly undone: ReadonlySet<string>
  /** The ids of imported events that currently count, by what a later file of the same program may replace. */
  readonly replaceable: ReadonlyMap<string, readonly string[]>
}

/** A date further in the future than this is a mistake, or a file made to push every later entry into the future. */
const mostAhead = 2 * dayLong

type Readable = Read & { readonly ok: true }

export function planImport(id: ImporterId, whole: Readable, known: DiaryIds, tools: Tools): Preview {
  const { name } = programs[id]
  const missed = misses(whole.where)
  const read = { ...whole, kept: agreeing(whole, known, missed) }
  const stamped = stampedOf(name, read.found, known, tools, missed)
  const told = [...read.kept, ...stamped.filter(event => event !== undefined)]
  const isNew = (event: KeptEvent) => !known.events.has(event.id)
  const toAdd = [...new Map(told.filter(isNew).map(event => [event.id, event])).values()].sort(byId)
  const unwanted = told.filter(event => known.unwanted.has(event.id)).length
  const notUnderstood = [...read.notUnderstood, ...missed.list()]
  return {
    from: name,
    ...shapeOf(toAdd),
    canChoose: read.kept.length === 0,
    alreadyThere: told.length - toAdd.length - unwanted,
    unwanted,
    replaced: replacedBy(toAdd, told, known.replaceable),
    notUnderstood,
    leftOut: read.leftOut,
    accounted: accountOf(read, stamped, known.events, notUnderstood),
    foodSources: read.foodSources,
    assumed: read.assumed,
  }
}

/** Events never change: of two with one id and different content, the earlier one is kept and the other is listed. */
function agreeing({ kept, keptAt }: Readable, { events }: DiaryIds, missed: Misses): readonly KeptEvent[] {
  const first = new Map<string, KeptEvent>()
  return kept.filter((event, at) => {
    const other = events.get(event.id) ?? first.get(event.id)
    if (other === undefined) first.set(event.id, event)
    if (other === undefined || canonical(other) === canonical(event)) return true
    const where = events.has(event.id) ? 'the diary' : 'this file'
    missed.add(keptAt[at] ?? 0, `The entry "${event.id}"`, `${where} has another entry of this id, which is kept`)
    return false
  })
}

/** Reads a diary once, for `planImport`. */
export function knownOf(kept: readonly KeptEvent[]): DiaryIds {
  const events = understood(kept)
  const struck = struckOut(events)
  const standing = events.filter(({ id }) => !struck.has(id))
  const direct = new Set(standing.flatMap(event => (event.type === 'struck-out' ? event.events : [])))
  const unwanted = new Set([...struck].filter(id => direct.has(id)))
  const replaceable = new Map<string, string[]>()
  for (const event of standing) {
    const key = event.from === undefined ? undefined : sameEntry(event)
    if (key !== undefined) replaceable.set(key, [...(replaceable.get(key) ?? []), event.id])
  }
  return {
    events: new Map(kept.map(event => [event.id, event])),
    unwanted,
    undone: new Set([...struck].filter(id => !direct.has(id))),
    replaceable,
  }
}

/** Assigns ids to the events that were found, in their order. An invalid one is listed instead. */
function stampedOf(
  name: string,
  found: readonly FoundEvent[],
  known: DiaryIds,
  { sha256, problemWith, now }: Tools,
  missed: Misses,
): readonly (DiaryEvent | undefined)[] {
  const counted = new Map<string, number>()
  const wrong: { readonly each: FoundEvent; readonly why: string }[] = []
  const stamped = found.map(each => {
    const first = stableId(sha256, name, each, 0, 0)
    const nth = counted.get(first) ?? 0
    counted.set(first, nth + 1)
    let id = nth === 0 ? first : stableId(sha256, name, each, nth, 0)
    for (let round = 1; known.undone.has(id); round++) id = stableId(sha256, name, each, nth, round)
    const event = { ...each.body, id, v: 2, at: each.at, from: name } as DiaryEvent
    const isAhead = each.moment > now + mostAhead
    const why = isAhead
      ? `its day, ${each.at.slice(0, 10)}, is in the future`
      : (implausible(each) ?? problemWith(event))
    if (why === undefined) return event
    wrong.push({ each, why })
    return undefined
  })
  // If all events of a record are lost, the first of them represents the record.
  const standing = wrong.length > 0 ? found.flatMap(({ place }, at) => (stamped[at] ? [place] : [])) : []
  const listed = new Set(standing)
  for (const { each, why } of wrong) {
    const isPart = each.records === undefined && listed.has(each.place)
    missed[isPart ? 'addPart' : 'add'](each.place, nameOf(each), why)
    listed.add(each.place)
  }
  return stamped
}

const names: Readonly<Partial<Record<DiaryEvent['type'], string>>> = {
  noted: 'A note',
  drank: 'A drink',
  ate: 'A food',
  'cramps-counted': 'Cramps of a night',
  'episode-began': 'A pain score',
  'episode-ended': 'A pain score',
}

/** In words: "Sleep minutes", "Medicine taken". */
function nameOf({ body }: FoundEvent): string {
  const words = (body.type === 'measured' ? body.what : body.type).replaceAll('-', ' ')
  return names[body.type] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const byId = (a: KeptEvent, b: KeptEvent): number => (a.id < b.id ? -1 : 1)
