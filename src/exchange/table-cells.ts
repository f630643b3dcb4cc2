/**
 * Splits the text of a table into rows of cells (RFC 4180). A row whose quotes are wrong costs itself and no other row:
 * reading goes on at the next line. No library does this: Papa Parse guesses the delimiter and the line ends from the
 * beginning and reads on to the end of the file after an unclosed quote.
 */

export interface TableRow {
  /** The line on which it begins, counting from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface TableRows {
  readonly rows: readonly TableRow[]
  /** Lines whose quotes are wrong. */
  readonly wrong: readonly number[]
}

/** All line ends as one: a file may mix those of Windows, Unix and the first Macs. */
export const withOneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Reads rows from the position `at` in the text, which is on this line. Empty lines are skipped. */
export function rowsFrom(text: string, at: number, line: number, delimiter: string, columns = 0): TableRows {
  const reader = rowReader(delimiter)
  const rows: TableRow[] = []
  const wrong: number[] = []
  for (let [place, onLine] = [at, line]; place < text.length; ) {
    const lineEnd = endOfLine(text, place)
    const row = reader.rowAt(text, place)
    if (row === undefined || reader.swallowsRows(text, place, lineEnd, row, columns)) {
      wrong.push(onLine)
      place = lineEnd + 1
      onLine += 1
      continue
    }
    if (row.cells.some(cell => cell.trim() !== '')) rows.push({ line: onLine, cells: row.cells })
    onLine += linesIn(text, place, row.end)
    place = row.end + 1
  }
  return { rows, wrong }
}

interface Row {
  readonly cells: readonly string[]
  /** The position of its line end. */
  readonly end: number
}

function rowReader(delimiter: string) {
  const bare = new RegExp(`[^${delimiter}\\n]*`, 'y')
  /** Undefined if a quote is not closed, or closed within a cell. */
  const rowAt = (text: string, from: number): Row | undefined => {
    const cells: string[] = []
    for (let at = from; ; at += 1) {
      const start = afterSpaces(text, at)
      const cell = text[start] === '"' ? quotedAt(text, start) : bareAt(text, at)
      if (cell === undefined) return undefined
      cells.push(cell.said)
      at = cell.end
      if (text[at] !== delimiter) return at >= text.length || text[at] === '\n' ? { cells, end: at } : undefined
    }
  }
  const bareAt = (text: string, at: number) => {
    bare.lastIndex = at
    bare.exec(text)
    return { said: text.slice(at, bare.lastIndex), end: bare.lastIndex }
  }
  /** A quoted cell that contains whole rows comes from a quote that was never closed, followed by another quote later. */
  const swallowsRows = (text: string, from: number, lineEnd: number, row: Row, columns: number): boolean => {
    if (row.end <= lineEnd || columns < 2) return false
    const shape = shapeOf(row.cells[0] ?? '')
    if (!shape.includes('9')) return false
    for (let at = lineEnd + 1; at < row.end && at > from; at = endOfLine(text, at) + 1)
      if (shapeOf(bareAt(text, at).said) === shape && rowAt(text, at)?.cells.length === columns) return true
    return false
  }
  return { rowAt, swallowsRows }
}

/** "2026-03-27" as "9-9-9". */
const shapeOf = (cell: string): string =>
  cell
    .trim()
    .slice(0, 40)
    .replace(/\d+/g, '9')
    .replace(/\p{L}+/gu, 'a')

function quotedAt(text: string, from: number): { readonly said: string; readonly end: number } | undefined {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at === -1) return undefined
    if (text[at + 1] !== '"')
      return { said: text.slice(from + 1, at).replaceAll('""', '"'), end: afterSpaces(text, at + 1) }
  }
}

function afterSpaces(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at += 1
  return at
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 1
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
