/**
 * Daylio's own backup, a zip with `backup.daylio` in it, which is JSON in Base64. An entry becomes the same note as from
 * Daylio's CSV, so that a person who reads both has it once. Shape as in JoelOtter/dayligo, charistas/daylio-scribe
 * (its guide to the backup) and public converters: `dayEntries` with day, month from 0, hour and minute on the clock of
 * the person, `timeZoneOffset` in milliseconds, `mood` and `tags` by id.
 */
import { onTheWall, realDay, zoneOf } from '../../time.ts'
import { type FoundEvent, type Importer, limited, type Read, readAs, type Tools } from '../importer.ts'
import { type Json, listOf, numberOf, partOf, textOf } from '../json-value.ts'
import { misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { noteOfEntry } from './daylio.ts'

export const daylioBackup: Importer = {
  readFrom: ['JoelOtter/dayligo', 'charistas/daylio-scribe: DAYLIO_BACKUP_GUIDE.md'],
  hasOneNoteAtATime: true,
  recognisesJson: content =>
    Array.isArray(partOf(content, 'dayEntries')) && partOf(content, 'customMoods') !== undefined,
  readJson: read,
}

const moodNames: Readonly<Record<number, string>> = { 1: 'rad', 2: 'good', 3: 'meh', 4: 'bad', 5: 'awful' }

function read(backup: Json, tools: Tools): Read {
  const missed = misses('entry')
  const moods = namesById(partOf(backup, 'customMoods'), mood => {
    const own = textOf(partOf(mood, 'custom_name'))
    return own || moodNames[numberOf(partOf(mood, 'predefined_name_id')) ?? 0] || ''
  })
  const tags = namesById(partOf(backup, 'tags'), tag => textOf(partOf(tag, 'name')))
  const entries = listOf(partOf(backup, 'dayEntries'))
  const found = entries.flatMap(
    limited((entry, index): readonly FoundEvent[] => {
      const place = index + 1
      const told = timeOf(entry, tools)
      const said = noteOfEntry(
        {
          mood: moods.get(partOf(entry, 'mood')) ?? '',
          activities: listOf(partOf(entry, 'tags')).flatMap(tag => tags.get(tag) ?? []),
          title: textOf(partOf(entry, 'note_title')),
          note: textOf(partOf(entry, 'note')),
        },
        tools.decodeEntities,
      )
      if (told === undefined) missed.add(place, 'An entry', 'its year, month, day, hour and minute are no time')
      else if (said === '') missed.add(place, 'An entry', 'it says nothing')
      else return notesOf(told, said, place, missed)
      return []
    }),
  )
  for (const part of ['goalEntries', 'assets'] as const) {
    const count = listOf(partOf(backup, part)).length
    if (count > 0) missed.addPart(1, `The part "${part}"`, `the diary has no place for it: ${count}`)
  }
  return readAs(missed, entries.length, { found })
}

function namesById(list: Json, nameOf: (each: Json) => string): ReadonlyMap<Json, string> {
  return new Map(listOf(list).map(each => [partOf(each, 'id'), nameOf(each)]))
}

function timeOf(entry: Json, { zone }: Tools) {
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(part =>
    numberOf(partOf(entry, part)),
  )
  const offset = numberOf(partOf(entry, 'timeZoneOffset'))
  const two = (value = Number.NaN) => String(value).padStart(2, '0')
  const on = realDay(`${year}-${two((month ?? Number.NaN) + 1)}-${two(day)}`)
  const own = offset === undefined ? zone : zoneOf(() => offset / 60_000)
  return on === undefined ? undefined : onTheWall(on, `${two(hour)}:${two(minute)}`, own)
}
