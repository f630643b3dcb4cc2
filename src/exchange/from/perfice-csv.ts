/**
 * Perfice's CSV of one form: `Timestamp` and a column for each question. Shape as in p0lloc/perfice:
 * client/src/services/export/formEntries/export.ts; `|||` separates the parts of a list.
 */
import type { Importer, Read, Tools } from '../importer.ts'
import { tableText } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { numberIn } from '../numbers.ts'
import { rowsFrom, withOneLineEnd } from '../table-cells.ts'
import { headOfTable } from '../table-head.ts'
import { entryOfForm, readEntries } from './perfice.ts'

export const perficeCsv: Importer = {
  readFrom: ['p0lloc/perfice: client/src/services/export/formEntries/export.ts'],
  hasOneNoteAtATime: true,
  recognises: head => /^\s*"?timestamp"?[,;\t]/i.test(head) && /[\r\n]"?\d{12,13}"?[,;\t]/.test(head),
  begin: tools => tableText(text => read(text, tools)),
}

function read(file: string, tools: Tools): Read {
  const text = withOneLineEnd(file)
  const missed = misses('line')
  const { columns, delimiter, bodyAt, bodyLine } = headOfTable(text)
  const { rows, wrong } = rowsFrom(text, bodyAt, bodyLine, delimiter, columns.length)
  for (const line of wrong) missed.add(line, 'A row', 'a quote is opened and not closed: close it, or take it out')
  const entries = rows.map(({ cells: [time = '', ...answers] }) =>
    entryOfForm(columns.slice(1), numberIn(time), answers.map(valueOfCell)),
  )
  const where = { count: rows.length + wrong.length, placeOf: (index: number) => rows[index]?.line ?? 0 }
  return readEntries(entries, true, tools, missed, where)
}

/** As the JSON of the same form has it. */
function valueOfCell(cell: string): unknown {
  if (cell.includes('|||')) return cell.split('|||')
  const number = numberIn(cell)
  return String(number) === cell.trim() ? number : cell
}
