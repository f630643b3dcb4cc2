/**
 * Nomie 6's backup: a list of notes in which `#tracker(value)` counts something. A tracker whose unit defines its
 * meaning becomes an event of the matching type (a drink, steps, sleep, a mineral, a pain score with a place, cramps at
 * night); the note itself is kept in its words. Shape as in open-nomie/nomie6-oss: src/modules/export/export.ts (the
 * file), src/domains/nomie-log/nomie-log.ts (an entry), src/modules/tokenizer/lite.ts (the notation),
 * src/modules/tracker/TrackerClass.ts, src/domains/uom/uom.config.ts. `offset` is JavaScript's `getTimezoneOffset`, the
 * minutes that the clock was behind UTC, at the time of the entry.
 */
import type { Importer, Read, Tools } from '../importer.ts'
import { type Json, listOf, partAt, partOf, textOf } from '../json-value.ts'
import { misses } from '../misses.ts'
import { readLogs } from './nomie-logs.ts'

export const nomie: Importer = {
  readFrom: [
    'open-nomie/nomie6-oss: src/modules/export/export.ts, src/domains/nomie-log/nomie-log.ts, src/modules/tokenizer/lite.ts',
    'open-nomie/nomie6-oss: src/modules/tracker/TrackerClass.ts, src/domains/uom/uom.config.ts',
  ],
  hasOneNoteAtATime: true,
  recognisesJson: content => partOf(content, 'nomie') !== undefined && partOf(content, 'events') !== undefined,
  readJson: read,
}

function read(backup: Json, tools: Tools): Read {
  const version = Number.parseInt(textOf(partAt(backup, 'nomie', 'number')), 10)
  if (version < 4) return { ok: false, problem: `a backup of Nomie ${version}: open it in Nomie 6 and export it again` }
  const missed = misses('entry')
  for (const part of ['goals', 'people', 'locations', 'context'] as const)
    if (isFilled(partOf(backup, part))) missed.addPart(1, `The part "${part}"`, 'the diary has no place for it')
  const logs = listOf(partOf(backup, 'events'))
  return readLogs(logs, partOf(backup, 'trackers'), tools, missed, { count: logs.length, placeOf: index => index + 1 })
}

const isFilled = (value: Json): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null && Object.keys(value).length > 0
