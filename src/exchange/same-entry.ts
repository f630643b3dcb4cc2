/**
 * Which earlier event a later file of the same program replaces: the total of the same day, or the same entry, edited
 * there. An edited entry has the time of its earlier version, which the file no longer contains.
 */
import type { DiaryEvent } from '../diary/event.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { importers } from './importers.ts'
import { boxName, idStem } from './medicine-names.ts'
import { importerIds, programs } from './programs.ts'

export type Replaced = readonly { readonly by: string; readonly ids: readonly string[] }[]

/** What an imported event and its later form have in common; undefined for those that are never replaced. */
export function sameEntry(event: DiaryEvent): string | undefined {
  const id = importerIds.find(each => programs[each].name === event.from)
  if (id === undefined) return undefined
  const importer = importers[id]
  const total = importer.totalOf?.(event)
  if (total !== undefined) return `${event.from} total ${total}`
  const detail = event.type === 'noted' && importer.hasOneNoteAtATime ? '' : detailOf(event)
  // An imported id begins with the moment of the event, which no zone changes.
  return detail === undefined ? undefined : `${event.from} ${event.id.slice(0, 13)} ${event.type} ${detail}`
}

/** Tells apart what several entries of a moment are about. */
function detailOf(event: DiaryEvent): string | undefined {
  switch (event.type) {
    case 'noted':
      return /^[^:]{1,40}:/.exec(event.text)?.[0]
    case 'measured':
      return event.what
    case 'drank':
      return event.drink
    case 'ate':
      return event.food
    case 'medicine-taken':
    case 'medicine-started':
    case 'medicine-stopped':
      return boxName(event).toLowerCase()
    case 'episode-began':
      return event.region
    case 'cramps-counted':
      return event.region ?? ''
    default:
      return undefined
  }
}

/** `told` is everything in the file: entries of the diary that are also in the file are not replaced. */
export function replacedBy(
  toAdd: readonly KeptEvent[],
  told: readonly KeptEvent[],
  replaceable: ReadonlyMap<string, readonly string[]>,
): Replaced {
  const inFile = new Set(told.map(({ id }) => idStem(id)))
  const left = new Map<string, string[]>()
  return toAdd.flatMap(event => {
    const key = 'from' in event ? sameEntry(event as DiaryEvent) : undefined
    if (key === undefined) return []
    const earlier = left.get(key) ?? (replaceable.get(key) ?? []).filter(id => !inFile.has(idStem(id)))
    const isTotal = key.startsWith(`${(event as DiaryEvent).from} total `)
    // The entries of a combination are one entry of the file.
    const first = earlier[0] && idStem(earlier[0])
    const ids = isTotal ? earlier : earlier.filter(id => idStem(id) === first)
    left.set(key, isTotal ? [] : earlier.filter(id => !ids.includes(id)))
    return ids.length > 0 ? [{ by: event.id, ids }] : []
  })
}
