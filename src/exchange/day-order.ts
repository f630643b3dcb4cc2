/** Which way the dates of a file are meant: from its own unambiguous dates, or from the person's answer. */
import type { Answers, Read } from './importer.ts'
import type { TableRow } from './table-cells.ts'
import type { Row, Table } from './table-rows.ts'
import { type DayOrder, serialDay, type WrittenDay } from './written-days.ts'

const mostExamples = 3

interface Days {
  readonly ok: true
  readonly dayOf: (row: TableRow) => string | undefined
  readonly assumed: readonly string[]
}

/**
 * How to read the day of every row of a table; a question if nothing settles it. `textOf` is how a row writes its day, and
 * `read` reads it; each day is read once, however many rows have it.
 */
export function dayReader(
  { rows, view }: Pick<Table, 'rows' | 'view'>,
  textOf: (row: Row) => string,
  read: (row: Row) => WrittenDay,
  { dates }: Answers,
): Days | (Read & { readonly ok: false }) {
  const days = new Map<string, WrittenDay>()
  for (const each of rows) {
    const row = view(each)
    const text = textOf(row)
    if (!days.has(text)) days.set(text, read(row))
  }
  const all = [...days.values()]
  const [isDayFirst, isMonthFirst] = [isSettled(all, 'day-first'), isSettled(all, 'month-first')]
  const order = dates ?? (isDayFirst === isMonthFirst ? undefined : isDayFirst ? 'day-first' : 'month-first')
  const open = order === undefined ? [...days].filter(([, written]) => isAmbiguous(written)) : []
  if (open.length > 0) return question(open.slice(0, mostExamples).map(([text]) => text.trim()))
  const counted = [...days.keys()].flatMap(text => text.split(/\s+/)).find(text => serialDay(text) !== undefined)
  return {
    ok: true,
    dayOf: row => {
      const written = days.get(textOf(view(row))) ?? {}
      return (order && written[order]) ?? written['day-first'] ?? written['month-first']
    },
    assumed: counted === undefined ? [] : [`Dates such as ${counted} are read as the days that Excel counts.`],
  }
}

const isAmbiguous = (written: WrittenDay): boolean => {
  const [one, two] = [written['day-first'], written['month-first']]
  return one !== undefined && two !== undefined && one !== two
}

/** Does a date of the file make sense in this order alone? */
const isSettled = (days: readonly WrittenDay[], order: DayOrder): boolean =>
  days.some(written => written[order] !== undefined && Object.keys(written).length === 1)

const question = (examples: readonly string[]): Read & { readonly ok: false } => ({
  ok: false,
  problem: `its dates can be read two ways, such as ${examples[0]}`,
  asks: { about: 'dates', examples },
})
