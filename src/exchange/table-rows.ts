/** A table with a header row, whose columns are found by name, in any order. */
import type { Misses } from './misses.ts'
import { rowsFrom, type TableRow, withOneLineEnd } from './table-cells.ts'
import { headOfTable } from './table-head.ts'

export interface Row {
  readonly line: number
  /** Empty if there is no such column or cell. */
  readonly cell: (column: string) => string
  /** The content of columns that the importer does not know, as "name: content". */
  readonly others: () => readonly string[]
}

export interface Table {
  /** The names of the columns, in small letters. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** A row by the names of its columns; made when it is needed, because a file may have a million. */
  readonly view: (row: TableRow) => Row
  /** How many rows the file has, readable or not. */
  readonly count: number
  /** The columns that the importer does not know, if any row fills them. */
  readonly unknown: readonly string[]
}

/** Rows with too many cells and rows whose quotes are wrong are listed. `known` is in small letters. */
export function readTable(file: string, known: readonly string[], missed: Misses): Table {
  const text = withOneLineEnd(file)
  const { delimiter, columns, bodyAt, bodyLine } = headOfTable(text)
  const names = columns.map(name => name.toLowerCase())
  const strange = columns.flatMap((name, at) => (known.includes(name.toLowerCase()) ? [] : [{ name, at }]))
  const { rows, wrong } = rowsFrom(text, bodyAt, bodyLine, delimiter, columns.length)
  for (const line of wrong) missed.add(line, 'A row', 'a quote is opened and not closed: close it, or take it out')
  const fitting = rows.filter(({ line, cells }) => {
    if (cells.length <= columns.length || cells.slice(columns.length).every(cell => cell.trim() === '')) return true
    missed.add(line, 'A row', `it has ${cells.length} cells, and the table ${columns.length} columns: quote the text`)
    return false
  })
  const view = ({ line, cells }: TableRow): Row => ({
    line,
    cell: column => (cells[names.indexOf(column)] ?? '').trim(),
    others: () =>
      strange.flatMap(({ name, at }) => {
        const said = cells[at]?.trim() ?? ''
        return said === '' ? [] : [name === '' ? said : `${name}: ${said}`]
      }),
  })
  const unknown = strange.filter(({ at }) => fitting.some(({ cells }) => (cells[at] ?? '').trim() !== ''))
  return {
    columns: names,
    rows: fitting,
    view,
    count: rows.length + wrong.length,
    unknown: unknown.map(({ name }) => name),
  }
}

/** The text of the preview about columns that an importer does not know. */
export const unknownColumns = ({ unknown }: Table): readonly string[] =>
  unknown.length === 0 ? [] : [`Unknot does not know the columns ${unknown.join(', ')}. Their text goes into the note.`]
