/** Comma-separated values (RFC 4180): quoted cells, either line ending, a byte order mark. */

export interface TableRow {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export type Table =
  | { readonly ok: true; readonly header: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly ok: false; readonly error: string }

/** Empty lines are skipped; a row with a different width than the header is an error. */
export function parseTable(text: string): Table {
  const lines = split(text.replace(/^\ufeff/, ''))
  if ('error' in lines) return { ok: false, error: lines.error }
  const [header, ...rows] = lines.rows.filter(({ cells }) => cells.some(cell => cell !== ''))
  if (header === undefined) return { ok: false, error: 'the file is empty: its first line must name the columns' }
  const stray = rows.find(({ cells }) => cells.length !== header.cells.length)
  if (stray)
    return {
      ok: false,
      error: `line ${stray.line}: ${stray.cells.length} cells where the first line names ${header.cells.length} columns: put quotes around a cell that holds a comma`,
    }
  return { ok: true, header: header.cells, rows }
}

function split(text: string): { readonly rows: readonly TableRow[] } | { readonly error: string } {
  const rows: TableRow[] = []
  let [line, start] = [1, 1]
  let cells: string[] = []
  const cell = /"((?:[^"]|"")*)"([^,\r\n]*)|([^,\r\n]*)/y
  for (let place = 0; ; ) {
    cell.lastIndex = place
    const found = cell.exec(text)
    const [whole = '', quoted, after = '', bare = ''] = found ?? []
    if (after.trim() !== '' || (quoted === undefined && bare.includes('"')))
      return { error: `line ${line}: a quote stands inside a cell: double it, or quote the whole cell` }
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim())
    line += whole.split('\n').length - 1
    place += whole.length
    const next = text[place]
    if (next === ',') {
      place += 1
      continue
    }
    rows.push({ line: start, cells })
    if (next === undefined) return { rows }
    place += text.startsWith('\r\n', place) ? 2 : 1
    line += 1
    start = line
    cells = []
  }
}
