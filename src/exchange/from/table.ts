/**
 * Any tracker's table, whose columns the person names. A row may give several events: a pain score, cramps of a night, a
 * medicine, a food, a note. Columns without a meaning for the diary go into the note.
 */
import type { EventBody } from '../../diary/event.ts'
import { addDays, atInstant, type EventTime, onTheWall, withOffset, type Zone } from '../../time.ts'
import { rounded, toMilligrams, toMillilitres } from '../amounts.ts'
import { regionIn, sideIn } from '../body-words.ts'
import { type Columns, type Meaning, meanings } from '../columns.ts'
import { dayReader } from '../day-order.ts'
import { type FoundEvent, type Importer, limited, type Read, readAs, type Tools } from '../importer.ts'
import { tableText } from '../json-reader.ts'
import { type Misses, misses } from '../misses.ts'
import { notesOf } from '../notes.ts'
import { numberIn } from '../numbers.ts'
import { painReadings, readingsAssumed } from '../pain-reading.ts'
import { type Row, readTable } from '../table-rows.ts'
import { clockTime } from '../written-clock.ts'
import { serialDay, writtenDay } from '../written-days.ts'

export const table: Importer = {
  readFrom: ['the person who chooses the file'],
  recognises: () => false,
  begin: tools => tableText(text => read(text, tools)),
}

type Cells = (meaning: Meaning) => string

function read(text: string, { zone, answers }: Tools): Read {
  const { columns } = answers
  if (columns?.date === undefined) return { ok: false, problem: 'a table: say which of its columns is the date' }
  const missed = misses('line')
  const chosen = meanings.flatMap(meaning => columns[meaning]?.toLowerCase() ?? [])
  const read = readTable(text, chosen, missed)
  const absent = Object.values(columns).find(name => !read.columns.includes(name.toLowerCase()))
  if (absent !== undefined) return { ok: false, problem: `a table without a column "${absent}"` }
  const cellsOf =
    (row: Row): Cells =>
    meaning =>
      row.cell(columns[meaning]?.toLowerCase() ?? '\n')
  const dayIn = (row: Row) => splitTime(cellsOf(row)('date')).day
  const days = dayReader(read, dayIn, row => writtenDay(dayIn(row)), answers)
  if (!days.ok) return days
  const readings = painReadings('table')
  const found = read.rows.flatMap(
    limited((each): readonly FoundEvent[] => {
      const row = read.view(each)
      const cells = cellsOf(row)
      const told = timeOf(cells, days.dayOf(each), zone)
      if (typeof told === 'string') {
        const [what, why] = told === 'day' ? badDay(cells('date')) : badTime(cells('time'))
        missed.add(row.line, what, why)
        return []
      }
      return eventsOf(cells, columns, { ...told, place: row.line }, readings, missed)
    }),
  )
  const leftOut = read.unknown.length > 0 ? [`These columns are left out: ${read.unknown.join(', ')}.`] : []
  const assumed = ['The table tells no time zone. The zone of this device is taken.', readingsAssumed]
  return readAs(missed, read.count, {
    found,
    assumed: [...(found.length > 0 ? assumed : []), ...days.assumed, ...leftOut],
  })
}

const badDay = (said: string) => [`The date "${said}"`, 'no day is known: write 2026-03-27'] as const
const badTime = (said: string) => [`The time "${said}"`, 'no time is known: write 20:39'] as const

/** "27 March 2026 at 8:39 PM" as its day and its time. */
function splitTime(text: string): { readonly day: string; readonly time: string } {
  const counted = serialDay(text)
  if (counted) return { day: text, time: counted.clock }
  const [, day = text, time = ''] =
    /^(.*\d)(?:T|,?\s+(?:at\s+|um\s+|à\s+)?)(\D{0,12}\d{1,2}\s?[:.h]\s?\d\d.*)$/i.exec(text) ?? []
  return clockTime(time) === undefined ? { day: text, time: '' } : { day, time }
}

/** What of the time cannot be read, or the time: an instant, or a day and a time of the clock. */
function timeOf(cells: Cells, day: string | undefined, zone: Zone): EventTime | 'day' | 'time' {
  const date = cells('date')
  const instant = withOffset(date) ?? (/^\d{10}(\d{3})?$/.test(date) ? epoch(date, zone) : undefined)
  if (instant) return instant
  const time = cells('time') || splitTime(date).time
  const clock = time === '' ? '12:00' : clockTime(time)
  if (day === undefined) return 'day'
  return (clock === undefined ? undefined : onTheWall(day, clock, zone)) ?? 'time'
}

const epoch = (text: string, zone: Zone) => atInstant(Number(text) * (text.length === 10 ? 1000 : 1), zone)

function eventsOf(
  cells: Cells,
  columns: Columns,
  at: Omit<FoundEvent, 'body'>,
  readings: ReturnType<typeof painReadings>,
  missed: Misses,
): readonly FoundEvent[] {
  const { place: line, ...told } = at
  const place = cells('place')
  const [region, side] = [regionIn(place), sideIn(place)]
  const own: FoundEvent[] = []
  const said: string[] = []
  const rest = (meaning: Meaning) => said.push(`${columns[meaning]}: ${cells(meaning)}`)
  const add = (body: EventBody) => own.push({ ...at, body })

  const pain = cells('pain') === '' ? undefined : painIn(cells('pain'))
  if (pain !== undefined && Number.isInteger(pain) && pain >= 0 && pain <= 10 && region)
    own.push(...readings({ told, until: undefined, region, side, pain, note: undefined, place: line }))
  else if (cells('pain') !== '') {
    rest('pain')
    if (pain === undefined || pain < 0 || pain > 10)
      missed.addPart(line, `The pain "${cells('pain')}"`, 'no score from 0 to 10; it stays in the note')
  }
  const count = cells('count') === '' ? undefined : numberIn(cells('count'))
  if (count !== undefined && Number.isInteger(count) && count >= 0) add(crampsOf(count, at, region, side))
  else if (cells('count') !== '') rest('count')
  if (cells('medicine') !== '' && cells('medicine').length <= 200 && cells('dose').length <= 200)
    add({ type: 'medicine-taken', medicine: cells('medicine'), ...(cells('dose') ? { dose: cells('dose') } : {}) })
  else for (const each of ['medicine', 'dose'] as const) if (cells(each) !== '') rest(each)
  const eaten = cells('food') === '' ? undefined : foodOf(cells('food'), cells('amount'), columns.amount ?? '')
  if (eaten) add(eaten)
  else for (const each of ['food', 'amount'] as const) if (cells(each) !== '') rest(each)
  if (place !== '' && (own.length === 0 || region === undefined)) rest('place')
  const text = [said.join('; '), cells('note')].filter(Boolean).join('. ')
  if (text === '' && own.length === 0) missed.add(line, 'A row', 'it says nothing')
  return [...own, ...notesOf(told, text, line, missed)]
}

/** "6", "6/10" and "6 of 10". */
function painIn(text: string): number | undefined {
  const [, score = text] = /^(.+?)\s*(?:\/|of|von|de|sur|su)\s*10$/i.exec(text) ?? []
  return numberIn(score)
}

/** Cramps of the evening belong to the night that follows; others to the night that ended that day. */
function crampsOf(count: number, { at }: Pick<EventTime, 'at'>, ...[region, side]: Place): EventBody {
  const night = Number(at.slice(11, 13)) >= 18 ? addDays(at.slice(0, 10), 1) : at.slice(0, 10)
  return { type: 'cramps-counted', night, count, ...(region ? { region } : {}), ...(side ? { side } : {}) }
}

type Place = [ReturnType<typeof regionIn>, ReturnType<typeof sideIn>]

/** The unit is in the cell, or in the name of the column: "Amount (g)". */
function foodOf(food: string, amount: string, column: string): EventBody | undefined {
  if (food.length > 200) return undefined
  const [, number = '', ownUnit = ''] = /^([\d.,\s]+)\s*(\p{L}*)$/u.exec(amount) ?? []
  const unit = ownUnit || (/[([](\w+)[)\]]|\b(g|ml|grams?)\b/i.exec(column)?.slice(1).find(Boolean) ?? '')
  const value = numberIn(number)
  const [ml, mg] = value === undefined ? [] : [toMillilitres(value, unit), toMilligrams(value, unit)]
  if (ml !== undefined) return { type: 'drank', drink: food, ml }
  if (mg !== undefined) return { type: 'ate', food, grams: rounded(mg / 1000) }
  return amount === '' ? { type: 'ate', food } : { type: 'ate', food, note: amount.slice(0, 4000) }
}
