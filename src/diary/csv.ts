/** Tables as CSV text. The writer of CSV is passed in; what a spreadsheet would run as a formula is kept as text. */
import type { Cell, Table } from './tables.ts'

/** Writes one table as RFC 4180; Papa Parse's `unparse` is one. */
export type WriteCsv = (
  table: { readonly fields: string[]; readonly data: (string | number | boolean)[][] },
  settings: { readonly newline: string },
) => string

/** The name of the file of a table. */
export const csvName = ({ type }: Pick<Table, 'type'>): string => `${type}.csv`

/** One table as CSV text, lines ended by CRLF. `write` is Papa Parse's `unparse`, or one like it. */
export const toCsv = (write: WriteCsv, { columns, rows }: Pick<Table, 'columns' | 'rows'>): string =>
  `${write({ fields: [...columns], data: rows.map(row => row.map(guarded)) }, { newline: '\r\n' })}\r\n`

/**
 * A text that begins as a formula, or with a blank before one, gets an apostrophe in front (OWASP, "CSV Injection"). One
 * that begins with an apostrophe gets another, so that taking the first away gives back every text.
 */
const guarded = (cell: Cell): string | number | boolean =>
  typeof cell === 'string' && /^'|^\s*[=+\-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : (cell ?? '')
