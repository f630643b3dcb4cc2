/**
 * Nomie's CSV: one row for each entry, with its note, and in some versions a column for each tracker. It has no units,
 * so most trackers stay in the note. Columns as in open-nomie/nomie6-oss: src/modules/export/csv.ts (the detailed one).
 */
import type { Importer, Read, Tools } from '../importer.ts'
import { tableText } from '../json-reader.ts'
import { misses } from '../misses.ts'
import { numberIn } from '../numbers.ts'
import { columnsIn } from '../table-head.ts'
import { type Row, readTable } from '../table-rows.ts'
import { readLogs, tokensOf } from './nomie-logs.ts'

const columns = ['epoch', 'date', 'start', 'end', 'offset', 'note', 'score', 'lat', 'lng', 'location'] as const

export const nomieCsv: Importer = {
  readFrom: ['open-nomie/nomie6-oss: src/modules/export/csv.ts'],
  hasOneNoteAtATime: true,
  recognises: head => {
    const found = columnsIn(head)
    return found.includes('note') && found.includes('offset') && (found.includes('epoch') || found.includes('date'))
  },
  begin: tools => tableText(text => read(text, tools)),
}

function read(text: string, tools: Tools): Read {
  const missed = misses('line')
  const table = readTable(text, columns, missed)
  const rows = table.rows.map(table.view)
  const logs = rows.map(row => ({
    end: timeIn(row),
    offset: numberIn(row.cell('offset')),
    note: noteIn(row, table.unknown),
  }))
  return readLogs(logs, undefined, tools, missed, { count: table.count, placeOf: index => rows[index]?.line ?? 0 })
}

/** `start` and `end` are local times without a zone; `epoch` and `date` are instants. */
const timeIn = ({ cell }: Row): number | string => numberIn(cell('epoch')) ?? (cell('date') || cell('epoch'))

/** The note, and the trackers that have only a column. */
function noteIn({ cell, others }: Row, trackers: readonly string[]): string {
  const note = cell('note')
  const named = new Set(tokensOf(note).map(({ tag }) => tag))
  const more = trackers.flatMap(tracker => {
    const value = others()
      .find(each => each.startsWith(`${tracker}: `))
      ?.slice(tracker.length + 2)
    return value === undefined || named.has(tracker.toLowerCase()) ? [] : [`#${tracker}(${value})`]
  })
  return [note, ...more].filter(Boolean).join(' ')
}
