/** Unknot's own JSON: every event as stored, with its id, so that importing it again adds nothing. */

import { fromJson } from '../../diary/from-json.ts'
import { type Importer, readAs } from '../importer.ts'
import { partOf } from '../json-value.ts'
import { misses } from '../misses.ts'

export const unknot: Importer = {
  readFrom: ['src/diary/json.ts'],
  recognisesJson: content => partOf(content, 'unknot') === 'diary',
  readJson: (_content, _tools, text) => {
    const parsed = fromJson(text)
    if (parsed.kind !== 'diary') return { ok: false, problem: problems[parsed.kind] }
    const missed = misses('entry')
    for (const { place, value, why } of parsed.wrong) missed.add(place, typeOf(value), why)
    return readAs(missed, parsed.events.length + parsed.wrong.length, {
      kept: parsed.events,
      keptAt: parsed.places,
    })
  },
}

const problems = {
  'no-diary': 'no whole diary of Unknot: export it again',
  'newer-diary': 'written by a newer Unknot: load that one first',
} as const

const typeOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
    ? value.type.slice(0, 60)
    : 'An entry'
