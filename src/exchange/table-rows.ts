/** A table with a head, whose columns are found by name, in any order. */
import type { CsvRows } from './importer.ts'
import type { Misses } from './misses.ts'

export interface Row {
  readonly line: number
  /** Empty when there is no such column or cell. */
  readonly cell: (column: string) => string
}

/** Columns that nobody reads, rows with too many cells, and quotes that never end are named. */
export function tableRows({ rows, wrong }: CsvRows, known: readonly string[], missed: Misses): readonly Row[] {
  const [head, ...body] = rows
  const names = (head?.cells ?? []).map(cell => cell.trim().toLowerCase())
  for (const name of names)
    if (!known.includes(name)) missed.add(head?.line ?? 1, `The column "${name}"`, 'Unknot does not know it')
  for (const { line, why } of wrong) missed.add(line, 'A row', why)
  return body.flatMap(({ line, cells }) => {
    if (cells.every(cell => cell.trim() === '')) return []
    if (cells.length > names.length) {
      missed.add(line, 'A row', 'it has more cells than there are columns')
      return []
    }
    return [{ line, cell: column => (cells[names.indexOf(column)] ?? '').trim() }]
  })
}

/** The names in the first line of a table, for telling one table from another. */
export const columnsIn = (head: string): readonly string[] =>
  (head.split(/\r?\n|\r/, 1)[0] ?? '').split(/[,;\t]/).map(name => name.replace(/"/g, '').trim().toLowerCase())
