/**
 * The first row of a table: its columns, and the delimiter, which is found once and holds for the whole file. Excel
 * writes the delimiter into a line before it, as `sep=;`.
 */
import { rowsFrom, withOneLineEnd } from './table-cells.ts'

export interface TableHead {
  readonly delimiter: string
  /** The names of the columns, as written. */
  readonly columns: readonly string[]
  /** Where the rows begin in the text, and on which line. */
  readonly bodyAt: number
  readonly bodyLine: number
}

const delimiters = [',', ';', '\t', '|'] as const

/** `text` has one kind of line end. */
export function headOfTable(text: string): TableHead {
  const [before] = /^(?:\uFEFF|[^\S\n]*\n)*(?:sep=[^\n]?\n)?(?:[^\S\n]*\n)*/i.exec(text) ?? ['']
  const end = text.indexOf('\n', before.length)
  const line = end === -1 ? text.slice(before.length) : text.slice(before.length, end)
  const told = /sep=([^\n])\n/i.exec(before)?.[1]
  const tried = (told === undefined ? delimiters : [told]).map(delimiter => ({
    delimiter,
    columns: rowsFrom(line, 0, 1, delimiter).rows[0]?.cells ?? [],
  }))
  const { delimiter, columns } = tried.reduce((best, each) => (each.columns.length > best.columns.length ? each : best))
  return {
    delimiter,
    columns: columns.map(name => name.trim()),
    bodyAt: end === -1 ? text.length : end + 1,
    bodyLine: before.split('\n').length + 1,
  }
}

/** The columns in the beginning of a file, in small letters, to recognise it. */
export const columnsIn = (head: string): readonly string[] =>
  headOfTable(withOneLineEnd(head.slice(0, 8000))).columns.map(name => name.toLowerCase())

/** The first rows of a table, of which the text may be only the beginning. */
export function rowsInHead(text: string, most: number): readonly (readonly string[])[] {
  const { delimiter, bodyAt, bodyLine, columns } = headOfTable(text)
  const beginning = text.slice(bodyAt, bodyAt + 8000)
  return rowsFrom(beginning, 0, bodyLine, delimiter, columns.length)
    .rows.slice(0, most)
    .map(({ cells }) => cells)
}
