/**
 * Reads the records of a trial from a CSV file or from JSON, and checks them against the outcome. An error is one line:
 * where (line and column), what, how to fix it. Format: docs/trials.md.
 */
import type { AnalysisOptions } from './options.ts'
import type { Arm, TrialRecords, TrialRow } from './records.ts'
import { parseTable } from './table.ts'

export type ReadRecords =
  | { readonly ok: true; readonly records: TrialRecords; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly error: string }

/** An unchecked row: its position, and its values by column. */
interface Raw {
  readonly where: string
  readonly values: Readonly<Record<string, unknown>>
}

const columns = ['day', 'period', 'arm', 'arm_label', 'y', 'nights'] as const
const needed = ['day', 'period', 'arm', 'y'] as const
const mostRows = 2000
const mostArms = 6
const mostCount = 10_000
const missing: readonly unknown[] = ['', 'NA', 'NaN', null, undefined]

class Fault extends Error {}

/** `text` is a CSV file whose first line names the columns. */
export function readCsv(text: string, options: AnalysisOptions): ReadRecords {
  const table = parseTable(text)
  if (!table.ok) return table
  const header = table.header.map(name => name.toLowerCase())
  const twice = header.find((name, i) => header.indexOf(name) !== i)
  if (twice !== undefined) return { ok: false, error: `line 1: the column "${twice}" stands twice: keep one` }
  const rows = table.rows.map(({ line, cells }) => ({
    where: `line ${line}`,
    values: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])),
  }))
  return read(rows, header, 'line 1', options)
}

/** `rows` is an array of objects with the columns of the CSV format as keys. */
export function readRows(rows: unknown, options: AnalysisOptions): ReadRecords {
  if (!Array.isArray(rows)) return { ok: false, error: 'rows: give an array of objects, one a day' }
  const raw: Raw[] = []
  for (const [i, values] of rows.entries()) {
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      return {
        ok: false,
        error: `rows[${i}]: give an object like {"day":1,"period":1,"arm":0,"arm_label":"ice","y":6}`,
      }
    raw.push({ where: `rows[${i}]`, values: values as Raw['values'] })
  }
  return read(raw, [...new Set(raw.flatMap(({ values }) => Object.keys(values)))], 'rows', options)
}

function read(raw: readonly Raw[], names: readonly string[], head: string, options: AnalysisOptions): ReadRecords {
  try {
    const absent = needed.find(name => !names.includes(name))
    if (raw.length === 0) throw new Fault(`${head}: there are no rows: give one a scheduled day`)
    if (raw.length > mostRows) throw new Fault(`${head}: ${raw.length} rows: a trial has at most ${mostRows}`)
    if (absent !== undefined)
      throw new Fault(`${head}: the column "${absent}" is missing: needed are ${needed.join(', ')}`)
    const ignored = names.filter(name => !(columns as readonly string[]).includes(name))
    return { ok: true, records: check(raw, options), ignored }
  } catch (problem) {
    if (problem instanceof Fault) return { ok: false, error: problem.message }
    throw problem
  }
}

function check(raw: readonly Raw[], options: AnalysisOptions): TrialRecords {
  const armByNumber = new Map<number, string>()
  const armByPeriod = new Map<number, number>()
  const whereOfDay = new Map<number, string>()
  const read = raw.map(({ where, values }) => {
    const day = whole(values.day, where, 'day', -100_000, 100_000)
    const period = whole(values.period, where, 'period', -100_000, 100_000)
    const arm = whole(values.arm, where, 'arm', 0, 100_000)
    const given = values.arm_label
    const label = missing.includes(given) ? `arm ${arm}` : String(given).trim()
    const before = armByNumber.get(arm)
    if (before !== undefined && before !== label)
      throw new Fault(
        `${where}, column "arm_label": arm ${arm} is "${label}" here and "${before}" before: use one name`,
      )
    armByNumber.set(arm, label)
    const armBefore = armByPeriod.get(period)
    if (armBefore !== undefined && armBefore !== arm)
      throw new Fault(
        `${where}, column "arm": period ${period} has arm ${arm} here and arm ${armBefore} before: a period has one arm`,
      )
    armByPeriod.set(period, arm)
    const dayBefore = whereOfDay.get(day)
    if (dayBefore !== undefined)
      throw new Fault(`${where}, column "day": day ${day} stands in ${dayBefore} too: give each day one row`)
    whereOfDay.set(day, where)
    const nights = missing.includes(values.nights) ? 1 : whole(values.nights, where, 'nights', 1, 1000)
    if (options.model === 'rating' && nights !== 1)
      throw new Fault(`${where}, column "nights": ratings have one row a day: leave the column out`)
    return { day, period, arm, nights, y: outcome(values.y, nights, where, options) }
  })
  const arms = armsOf(armByNumber)
  const rows: TrialRow[] = read
    .map(row => ({ ...row, arm: arms.findIndex(({ number }) => number === row.arm) }))
    .sort((a, b) => a.day - b.day)
  return { rows, arms }
}

function armsOf(labels: ReadonlyMap<number, string>): readonly Arm[] {
  const arms = [...labels].map(([number, label]) => ({ number, label })).sort((a, b) => a.number - b.number)
  if (arms.length < 2) throw new Fault('column "arm": there is one arm only: a trial compares at least two')
  if (arms.length > mostArms) throw new Fault(`column "arm": ${arms.length} arms: a trial has at most ${mostArms}`)
  const same = arms.find(({ label }, i) => arms.findIndex(other => other.label === label) !== i)
  if (same) throw new Fault(`column "arm_label": two arms are called "${same.label}": give each its own name`)
  return arms
}

function outcome(value: unknown, nights: number, where: string, { model, scale }: AnalysisOptions): number | null {
  if (missing.includes(value)) return null
  const y = numberOf(value)
  const place = `${where}, column "y"`
  const shown = JSON.stringify(value)
  if (model === 'rating') {
    if (y === undefined)
      throw new Fault(`${place}: ${shown} is not a number: give one, or leave it empty for a missed day`)
    if (y < scale[0] || y > scale[1])
      throw new Fault(
        `${place}: ${y} lies outside the scale ${scale[0]} to ${scale[1]}: correct it, or name the scale (--scale LOW..HIGH)`,
      )
    return y
  }
  const most = model === 'count' ? mostCount : nights
  if (y === undefined || !Number.isInteger(y) || y < 0 || y > most)
    throw new Fault(
      `${place}: ${shown} is not ${model === 'count' ? 'a count' : nights === 1 ? '0 or 1' : `from 0 to ${nights} nights`}: give a whole number from 0 to ${most}, or leave it empty for a missed night`,
    )
  return y
}

function whole(value: unknown, where: string, column: string, least: number, most: number): number {
  const number = numberOf(value)
  if (number === undefined || !Number.isInteger(number) || number < least || number > most)
    throw new Fault(
      `${where}, column "${column}": ${JSON.stringify(value ?? '')} is not a whole number from ${least} to ${most}`,
    )
  return number
}

/** A number, or a text that is entirely a number. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim())) return undefined
  return Number(value)
}
