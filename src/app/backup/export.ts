/** The diary as files for others to read: made here, sent nowhere. Loaded when one is asked for. */
import { strToU8, zipSync } from 'fflate'
import papa from 'papaparse'
import { csvName, toCsv } from '../../diary/csv.ts'
import type { DiaryEvent } from '../../diary/event.ts'
import { counting } from '../../diary/fold.ts'
import { toTables } from '../../diary/tables.ts'
import { type KeptEvent, understood } from '../../diary/upgrade.ts'
import { notInFhir, toFhir } from '../../library/diary.ts'
import { localIso } from '../../time.ts'

export interface Exported {
  readonly content: BlobPart
  /** How many entries the file does not hold. */
  readonly leftOut: number
}

/** A zip with a table for each type of event; spreadsheets know the letters by the mark at the start. */
export function asTables(kept: readonly KeptEvent[]): Exported {
  const events = understood(kept)
  const files = toTables(events).map(table => [csvName(table), strToU8(`\uFEFF${toCsv(papa.unparse, table)}`)] as const)
  return {
    content: zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>,
    leftOut: kept.length - events.length,
  }
}

/** A FHIR R4 document. `name` is left out when it is blank. */
export function asFhir(kept: readonly KeptEvent[], name: string): Exported {
  const events = understood(kept)
  const bundle = toFhir(events, {
    id: crypto.randomUUID(),
    at: localIso(new Date()),
    ...(name.trim() === '' ? {} : { name }),
  })
  const isLeftOut = ({ type }: DiaryEvent) => notInFhir.includes(type)
  const leftOut = kept.length - events.length + counting(events).filter(isLeftOut).length
  return { content: `${JSON.stringify(bundle, undefined, 1)}\n`, leftOut }
}
