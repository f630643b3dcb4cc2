/** Tables as CSV text. The CSV writer is passed in. Text that a spreadsheet would run as a formula is escaped. */
import type { Cell, Table } from './tables.ts'

/** Writes one table as RFC 4180, like Papa Parse's `unparse`. */
export type WriteCsv = (
  table: { readonly fields: string[]; readonly data: (string | number | boolean)[][] },
  settings: { readonly newline: string },
) => string

/** The file name of a table. */
export const csvName = ({ type }: Pick<Table, 'type'>): string => `${type}.csv`

/** One table as CSV text, with lines ended by CRLF. `write` is Papa Parse's `unparse`, or an equivalent. */
export const toCsv = (write: WriteCsv, { columns, rows }: Pick<Table, 'columns' | 'rows'>): string =>
  `${write({ fields: [...columns], data: rows.map(row => row.map(guarded)) }, { newline: '\r\n' })}\r\n`

/**
 * A text that begins like a formula, or with whitespace before one, gets a leading apostrophe (OWASP, "CSV Injection").
 * A text that begins with an apostrophe gets another one, so that removing the first restores every text.
 */
const guarded = (cell: Cell): string | number | boolean =>
  typeof cell === 'string' && /^'|^\s*[=+\-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : (cell ?? '')
