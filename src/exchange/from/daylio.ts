/**
 * Daylio's CSV: an entry is a mood, activities, scales and a note. It becomes a note; none of it is a pain score.
 * Columns as in MichaelCurrin/daylio-csv-parser, docs/csv-format.md, dayliopy/sample.csv and (the format of 2018, with
 * separate year and day) docs/usage.md. Formatting within notes as in DeutscheGabanna/Obsidian-Daylio-Parser.
 */

import { onTheWall } from '../../time.ts'
import { dayReader } from '../day-order.ts'
import { type FoundEvent, type Importer, limited, type Read, readAs, type Tools } from '../importer.ts'
import { tableText } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { columnsIn } from '../table-head.ts'
import { type Row, readTable, unknownColumns } from '../table-rows.ts'
import { clockTime } from '../written-clock.ts'
import { type WrittenDay, writtenDay, writtenTwice } from '../written-days.ts'

const columns = ['full_date', 'year', 'date', 'weekday', 'time', 'mood', 'activities', 'scales', 'note_title', 'note']

export const daylio: Importer = {
  readFrom: [
    'MichaelCurrin/daylio-csv-parser: docs/csv-format.md, docs/usage.md, dayliopy/sample.csv',
    'DeutscheGabanna/Obsidian-Daylio-Parser (formatting in notes)',
  ],
  hasOneNoteAtATime: true,
  recognises: head => ['weekday', 'mood', 'activities'].every(column => columnsIn(head).includes(column)),
  begin: tools => tableText(text => read(text, tools)),
}

function read(text: string, { zone, decodeEntities, answers }: Tools): Read {
  const missed = misses('line')
  const table = readTable(text, columns, missed)
  const days = dayReader(table, writtenIn, dayOf, answers)
  if (!days.ok) return days
  const found = table.rows.flatMap(
    limited((each): readonly FoundEvent[] => {
      const row = table.view(each)
      const day = days.dayOf(each)
      const time = clockTime(row.cell('time'))
      const told = day && time ? onTheWall(day, time, zone) : undefined
      const said = wordsOf(row, decodeEntities)
      if (day === undefined) missed.add(row.line, `The date "${wordsOfDay(row)}"`, 'no day is known: write 2026-03-27')
      else if (told === undefined)
        missed.add(row.line, `The time "${row.cell('time')}"`, 'no time is known: write 20:39')
      else if (said === '') missed.add(row.line, 'A row', 'it says nothing')
      else return notesOf(told, said, row.line, missed)
      return []
    }),
  )
  const zoned = found.length > 0 ? ['Daylio tells no time zone. The zone of this device is taken.'] : []
  return readAs(missed, table.count, { found, assumed: [...zoned, ...days.assumed, ...unknownColumns(table)] })
}

const wordsOfDay = ({ cell }: Row): string => cell('full_date') || `${cell('date')} ${cell('year')}`.trim()
const writtenIn = ({ cell }: Row): string => `${cell('full_date')} ${cell('date')} ${cell('year')}`

/** The day in words settles one in numbers that a spreadsheet wrote anew. */
function dayOf({ cell }: Row): WrittenDay {
  const full = writtenDay(cell('full_date'))
  const year = cell('year') || Object.values(full)[0]?.slice(0, 4)
  return writtenTwice(full, writtenDay(cell('date'), year))
}

function wordsOf({ cell, others }: Row, decodeEntities: (text: string) => string): string {
  const parts = (list: string) => list.split('|').map(each => each.trim())
  const activities = [parts(cell('activities')), parts(cell('scales'))].map(list => list.filter(Boolean).join(', '))
  const entry = { mood: cell('mood'), activities, title: cell('note_title'), note: cell('note') }
  return [noteOfEntry(entry, decodeEntities, '. '), ...others()].filter(Boolean).join('. ')
}

interface DaylioEntry {
  readonly mood: string
  readonly activities: readonly string[]
  readonly title: string
  readonly note: string
}

/** The words of an entry, the same from a CSV and from a backup. */
export function noteOfEntry(
  { mood, activities, title, note }: DaylioEntry,
  decodeEntities: (text: string) => string,
  between = ', ',
): string {
  return [
    mood && `Mood: ${mood}`,
    activities.filter(Boolean).join(between),
    decodeEntities(plain(title)).trim(),
    decodeEntities(plain(note)).trim(),
  ]
    .filter(Boolean)
    .join('. ')
}

/** Daylio formats notes with a few tags; the diary gets plain text, with the address of each link. */
const plain = (text: string): string =>
  text
    .replace(/<a\s[^<>]*?href="([^"<>]*)"[^<>]*>([^<]*)<\/a>/gi, (_, to: string, said: string) =>
      to.includes(said.trim()) || said.trim() === '' ? to : `${said} (${to})`,
    )
    .replace(/<(br|\/p|\/div|\/li|\/h\d)\s*\/?>/gi, '\n')
    .replace(/<\/?(b|i|u|s|strong|em|p|div|ul|ol|li|span|font|h\d)(\s[^<>]*)?>/gi, '')
