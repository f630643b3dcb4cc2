/** Unknot's own JSON: every event as it was kept, with its id, so that reading it again adds nothing. */

import { currentVersion } from '../../diary/event.ts'
import { fromJson } from '../../diary/json.ts'
import { type KeptEvent, upgrade } from '../../diary/upgrade.ts'
import { type Importer, readAs } from '../importer.ts'
import { wholeText } from '../json-reader.ts'
import { misses } from '../misses.ts'

/** A newer Unknot's event is kept without being understood; an honest one is small and flat. */
const mostLetters = 500_000
const mostDepth = 8

export const unknot: Importer = {
  name: 'Unknot',
  file: 'Export without a lock, as JSON',
  readFrom: ['src/diary/json.ts'],
  recognises: head => /^\s*\{\s*"unknot"\s*:\s*"diary"/.test(head),
  begin: ({ problemWith }) =>
    wholeText(text => {
      const parsed = fromJson(text)
      if (parsed.kind === 'no-diary') return { ok: false, problem: 'no whole diary of Unknot: export it again' }
      const missed = misses('entry')
      const kept = parsed.events.filter((event, index) => {
        const why = wrongWith(event, problemWith)
        if (why !== undefined) missed.add(index + 1, event.type, why)
        return why === undefined
      })
      for (const [index] of parsed.wrong.entries())
        missed.add(parsed.events.length + index + 1, 'An entry', 'it is no event')
      return readAs(missed, { kept })
    }),
}

function wrongWith(event: KeptEvent, problemWith: (event: unknown) => string | undefined): string | undefined {
  if (Object.hasOwn(event, '__proto__')) return 'it has a forbidden name'
  if (event.v > currentVersion)
    return isDeep(event, mostDepth) || JSON.stringify(event).length > mostLetters ? 'it is too large' : undefined
  const upgraded = upgrade(event)
  return upgraded.kind === 'event' ? problemWith(upgraded.event) : undefined
}

const isDeep = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some(part => isDeep(part, left - 1)))
