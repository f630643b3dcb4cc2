/**
 * Daylio's CSV: an entry is a mood, what was done, and a note. It becomes a note; none of it is a score of pain.
 * Columns as in MichaelCurrin/daylio-csv-parser, docs/csv-format.md, dayliopy/sample.csv and (the form of 2018, with the
 * year and the day apart) docs/usage.md. Formatting within notes as in DeutscheGabanna/Obsidian-Daylio-Parser.
 */
import { type Found, type Importer, type Read, readAs, type Tools } from '../importer.ts'
import { wholeText } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { columnsIn, type Row, tableRows } from '../table-rows.ts'
import { clockTime, dayInWords, onTheWall, realDay, type Told, type Zone } from '../times.ts'

const columns = ['full_date', 'year', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note']

export const daylio: Importer = {
  name: 'Daylio',
  file: 'CSV export (More, Export entries)',
  readFrom: [
    'MichaelCurrin/daylio-csv-parser: docs/csv-format.md, docs/usage.md, dayliopy/sample.csv',
    'DeutscheGabanna/Obsidian-Daylio-Parser (formatting in notes)',
  ],
  recognises: head => ['weekday', 'mood', 'activities'].every(column => columnsIn(head).includes(column)),
  begin: tools => wholeText(text => read(text, tools)),
}

function read(text: string, { readCsv, zone }: Tools): Read {
  const missed = misses('line')
  const found = tableRows(readCsv(text), columns, missed).flatMap((row): readonly Found[] => {
    const told = timeOf(row, zone)
    const said = wordsOf(row)
    if (told === undefined) missed.add(row.line, 'A row', 'its day or time cannot be read')
    else if (said === '') missed.add(row.line, 'A row', 'it says nothing')
    else return notesOf(told, said, row.line, missed)
    return []
  })
  const assumed = found.length > 0 ? ['Daylio tells no time zone. The zone of this device is taken.'] : []
  return readAs(missed, { found, assumed })
}

function timeOf({ cell }: Row, zone: Zone): Told | undefined {
  const day = realDay(cell('full_date')) ?? dayInWords(cell('date'), cell('year'))
  const time = clockTime(cell('time'))
  return day && time ? onTheWall(day, time, zone) : undefined
}

function wordsOf({ cell }: Row): string {
  const activities = cell('activities')
    .split('|')
    .map(each => each.trim())
    .filter(Boolean)
  return [
    cell('mood') && `Mood: ${cell('mood')}`,
    activities.length > 0 && activities.join(', '),
    plain(cell('note_title')),
    plain(cell('note')),
  ]
    .filter(Boolean)
    .join('. ')
}

/** Daylio formats notes with a few tags; the diary keeps plain text. */
const plain = (text: string): string =>
  text
    .replace(/<(br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replace(/<\/?(b|i|u|s|strong|em|p|div|ul|ol|li|span|font)(\s[^<>]*)?>/gi, '')
    .replace(/&nbsp;/g, ' ')
    .trim()
