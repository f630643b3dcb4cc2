/**
 * Bearable's CSV: one row for each rating, dose or list of factors. Doses and time asleep become events of their own; the
 * rest become notes, because Bearable's symptoms go from 1 to 4 and are no pain score from 0 to 10.
 * Columns and values as in andrewmiller0728/BearableDataProcessing (src/main/resources/Bearable_Export_20210728.csv,
 * src/main/java/database/BearableStringParser.java), and, with the column "date formatted", as in
 * bcwilsondotcom/obsidian-bearable-import-plugin (main.ts, src/dataTypes).
 */
import type { EventBody } from '../../diary/event.ts'
import { numberIn } from '../amounts.ts'
import { type Found, type Importer, type Read, readAs, type Tools } from '../importer.ts'
import { wholeText } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { columnsIn, type Row, tableRows } from '../table-rows.ts'
import { clockTime, dayInWords, onTheWall, realDay, type Told, type Zone } from '../times.ts'

const columns = [
  'date',
  'date formatted',
  'weekday',
  'time of day',
  'category',
  'rating/amount',
  'detail',
  'notes',
] as const

const mostNote = 3900

/** Bearable names parts of the day; the diary needs an hour. */
const partsOfDay: Readonly<Record<string, string>> = {
  '': '12:00',
  'all day': '12:00',
  pre: '06:00',
  am: '09:00',
  mid: '13:00',
  pm: '19:00',
}

export const bearable: Importer = {
  name: 'Bearable',
  file: 'CSV export',
  readFrom: [
    'andrewmiller0728/BearableDataProcessing: Bearable_Export_20210728.csv, BearableStringParser.java',
    'bcwilsondotcom/obsidian-bearable-import-plugin: main.ts, src/dataTypes',
  ],
  recognises: head => ['category', 'rating/amount', 'detail'].every(column => columnsIn(head).includes(column)),
  begin: tools => wholeText(text => read(text, tools)),
}

function read(text: string, { readCsv, zone }: Tools): Read {
  const missed = misses('line')
  const found = tableRows(readCsv(text), columns, missed).flatMap((row): readonly Found[] => {
    const told = timeOf(row, zone)
    const body = bodyOf(row)
    if (row.cell('notes').length > mostNote)
      missed.add(row.line, 'A very long note', `only its first ${mostNote} letters are kept`)
    if (told === undefined) missed.add(row.line, 'A row', 'its day or time cannot be read')
    else if (typeof body === 'string') missed.add(row.line, row.cell('category') || 'A row', body)
    else if (body.type === 'noted') return notesOf(told, body.text, row.line, missed, body.note)
    else return [{ ...told, body, place: row.line }]
    return []
  })
  const assumed = [
    'Bearable tells no time zone. The zone of this device is taken.',
    'Bearable names parts of the day. Before waking becomes 6:00, morning 9:00, midday 13:00, evening 19:00.',
    'Symptoms become notes: Bearable counts them from 1 to 4, a pain score goes from 0 to 10.',
  ]
  return readAs(missed, { found, assumed: found.length > 0 ? assumed : [] })
}

function timeOf({ cell }: Row, zone: Zone): Told | undefined {
  const day = realDay(cell('date formatted')) ?? realDay(cell('date')) ?? dayInWords(cell('date'))
  const part = cell('time of day').toLowerCase()
  const time = Object.hasOwn(partsOfDay, part) ? partsOfDay[part] : clockTime(part)
  return day && time ? onTheWall(day, time, zone) : undefined
}

/** The event, or why there is none. */
function bodyOf({ cell }: Row): EventBody | string {
  const category = cell('category')
  if (category === '') return 'it has no category'
  const note = cell('notes') === '' ? {} : { note: cell('notes').slice(0, mostNote) }
  if (/^meds\/supplements$/i.test(category)) {
    const taken = doseOf(cell('detail'), cell('rating/amount'))
    return taken ? { type: 'medicine-taken', ...taken, ...note } : 'it names no medicine'
  }
  if (/^sleep$/i.test(category)) {
    const slept = minutesSlept(cell('rating/amount'))
    if (slept !== undefined) return { type: 'measured', what: 'sleep-minutes', value: slept, ...note }
  }
  const said = [cell('rating/amount'), cell('detail').replace(/\s*\|\s*/g, ', ')].filter(Boolean).join(', ')
  return said === '' ? 'it says nothing' : { type: 'noted', text: `${category}: ${said}`, ...note }
}

/** "Ibuprofen (mg)" with 600 is Ibuprofen, 600 mg. */
function doseOf(detail: string, amount: string) {
  const [, named = detail, unit = ''] = /^(.*\S)\s*\(([^()]*)\)$/.exec(detail) ?? []
  const medicine = named.trim().slice(0, 200)
  const dose = `${amount} ${unit}`.trim().slice(0, 200)
  if (medicine === '') return undefined
  return { medicine, ...(numberIn(amount) === undefined || dose === '' ? {} : { dose }) }
}

/** "7:30" is seven and a half hours. */
function minutesSlept(amount: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(amount) ?? []
  return hours === undefined || Number(hours) > 24 ? undefined : Number(hours) * 60 + Number(minutes)
}
