/** What the importers need, as Node has it. The parsers are loaded only here: no other command waits for them. */
import { createHash } from 'node:crypto'
import { Parser } from 'htmlparser2'
import papa from 'papaparse'
import { checkEvent } from '../diary/check-schema.ts'
import type { Tools } from '../exchange/importer.ts'
import { toolsOf } from '../exchange/tools.ts'

export const importTools = (now: number): Tools =>
  toolsOf({
    papa,
    Parser,
    sha256: text => createHash('sha256').update(text).digest(),
    problemWith: event => {
      const checked = checkEvent(event)
      return checked.kind === 'wrong' ? checked.why : undefined
    },
    minutesAhead: instant => -new Date(instant).getTimezoneOffset(),
    now,
  })
