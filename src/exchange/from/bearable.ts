/**
 * Bearable's CSV: one row for each rating, dose or list of factors. Doses and time asleep become events of their own
 * type; the rest become notes, because Bearable's symptoms go from 1 to 4 and are not a pain score from 0 to 10.
 * Columns and values as in andrewmiller0728/BearableDataProcessing (src/main/resources/Bearable_Export_20210728.csv,
 * src/main/java/database/BearableStringParser.java), and, with the column "date formatted", as in
 * bcwilsondotcom/obsidian-bearable-import-plugin (main.ts, src/dataTypes).
 */
import type { EventBody } from '../../diary/event.ts'
import { onTheWall } from '../../time.ts'
import { dayReader } from '../day-order.ts'
import { type FoundEvent, type Importer, limited, type Read, readAs, type Tools } from '../importer.ts'
import { tableText } from '../json-reader.ts'
import { type Misses, misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { plainText } from '../plain-text.ts'
import { columnsIn } from '../table-head.ts'
import { type Row, readTable, unknownColumns } from '../table-rows.ts'
import { clockTime } from '../written-clock.ts'
import { type WrittenDay, writtenDay, writtenTwice } from '../written-days.ts'

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
  morning: '09:00',
  mid: '13:00',
  midday: '13:00',
  noon: '12:00',
  afternoon: '15:00',
  pm: '19:00',
  evening: '19:00',
  night: '22:00',
  bedtime: '22:00',
}

export const bearable: Importer = {
  readFrom: [
    'andrewmiller0728/BearableDataProcessing: Bearable_Export_20210728.csv, BearableStringParser.java',
    'bcwilsondotcom/obsidian-bearable-import-plugin: main.ts, src/dataTypes',
  ],
  recognises: head => ['category', 'rating/amount', 'detail'].every(column => columnsIn(head).includes(column)),
  begin: tools => tableText(text => read(text, tools)),
}

function read(text: string, { zone, answers }: Tools): Read {
  const missed = misses('line')
  const table = readTable(text, columns, missed)
  const days = dayReader(table, writtenIn, dayOf, answers)
  if (!days.ok) return days
  const found = table.rows.flatMap(
    limited((each): readonly FoundEvent[] => {
      const row = table.view(each)
      const { cell, line } = row
      const day = days.dayOf(each)
      const time = timeOf(cell('time of day'))
      const told = day && time ? onTheWall(day, time, zone) : undefined
      const body = bodyOf(row)
      if (day === undefined) missed.add(line, `The date "${wordsOfDay(row)}"`, 'no day is known: write 2026-03-27')
      else if (told === undefined)
        missed.add(line, `The time "${cell('time of day')}"`, 'no time of day is known: write am, pm or 20:39')
      else if (typeof body === 'string') missed.add(line, cell('category') || 'A row', body)
      else return eventsOf(body, noteOf(row), { ...told, place: line }, missed)
      return []
    }),
  )
  return readAs(missed, table.count, {
    found,
    assumed: [...(found.length > 0 ? assumed : []), ...days.assumed, ...unknownColumns(table)],
  })
}

const assumed = [
  'Bearable tells no time zone. The zone of this device is taken.',
  'Bearable names parts of the day. Before waking becomes 6:00, morning 9:00, midday 13:00, evening 19:00, night 22:00.',
  'Symptoms become notes: Bearable counts them from 1 to 4, a pain score goes from 0 to 10.',
]

const wordsOfDay = ({ cell }: Row): string => cell('date formatted') || cell('date')
const writtenIn = ({ cell }: Row): string => `${cell('date formatted')} ${cell('date')}`

const dayOf = ({ cell }: Row): WrittenDay => writtenTwice(writtenDay(cell('date formatted')), writtenDay(cell('date')))

function timeOf(text: string): string | undefined {
  const part = text.toLowerCase()
  return Object.hasOwn(partsOfDay, part) ? partsOfDay[part] : clockTime(part)
}

const noteOf = ({ cell, others }: Row): string => [cell('notes'), ...others()].filter(Boolean).join('. ')

/** A note that is too long for its event continues in separate notes. */
function eventsOf(
  body: EventBody,
  note: string,
  { place, ...told }: Omit<FoundEvent, 'body'>,
  missed: Misses,
): readonly FoundEvent[] {
  if (body.type === 'noted' && body.text.length > mostNote)
    return notesOf(told, [body.text, note].filter(Boolean).join('. '), place, missed)
  const isLong = note.length > mostNote
  const own = note === '' || isLong ? {} : { note }
  return [{ ...told, body: { ...body, ...own }, place }, ...(isLong ? notesOf(told, note, place, missed) : [])]
}

/** The event, or the reason why there is none. */
function bodyOf({ cell }: Row): EventBody | string {
  const category = cell('category')
  if (category === '') return 'it has no category'
  if (/^meds\/supplements$/i.test(category)) return doseOf(cell('detail'), cell('rating/amount'))
  if (/^sleep$/i.test(category)) {
    const slept = minutesSlept(cell('rating/amount'))
    if (slept !== undefined) return { type: 'measured', what: 'sleep-minutes', value: slept }
  }
  const said = [cell('rating/amount'), cell('detail').replace(/\s*\|\s*/g, ', ')].filter(Boolean).join(', ')
  return said === '' ? 'it says nothing' : { type: 'noted', text: `${category}: ${said}` }
}

/** "Ibuprofen (mg)" with 600 is Ibuprofen, 600 mg. The amount stays as it is written: "1,000", "2 tablets", "½". */
function doseOf(detail: string, amount: string): EventBody | string {
  const [, named = detail, unit = ''] = /^(.*\S)\s*\(([^()]*)\)$/.exec(detail) ?? []
  const medicine = named.trim()
  const dose = amount === '' ? '' : `${amount} ${unit}`.trim()
  if (medicine === '') return 'it names no medicine'
  if (/^[-\u2212\u2013] ?\d|^0+([.,]0*)?(?![\d.,/½¼¾])/.test(plainText(amount)))
    return `an amount of "${amount}" is not taken`
  if (medicine.length > 200 || dose.length > 200) return { type: 'noted', text: `${medicine}: ${dose}` }
  return { type: 'medicine-taken', medicine, ...(dose === '' ? {} : { dose }) }
}

/** "7:30" is seven and a half hours. */
function minutesSlept(amount: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,3}):([0-5]\d)$/.exec(plainText(amount)) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
