/** What an import would add, in the short form that tests compare. */
import type { KeptEvent } from '../../src/diary/upgrade.ts'
import type { Answers } from '../../src/exchange/importer.ts'
import { placesOf } from '../../src/exchange/misses.ts'
import { preview } from './imports.ts'

type Told = KeptEvent & Readonly<Record<string, unknown>>

export interface Imported {
  /** Each event without its id and origin. */
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly texts: readonly unknown[]
  readonly missed: readonly string[]
  readonly leftOut: readonly string[]
  readonly assumed: readonly string[]
}

export async function imported(file: string | Uint8Array, answers: Answers = {}): Promise<Imported> {
  const { toAdd, notUnderstood, leftOut, assumed } = await preview(file, [], undefined, answers)
  const events = (toAdd as readonly Told[]).map(({ id: _id, v: _v, from: _from, ...said }) => said)
  return {
    events,
    texts: events.flatMap(event => ('text' in event ? [event.text] : [])),
    missed: notUnderstood.map(miss => `${placesOf(miss)}: ${miss.what}: ${miss.why}`),
    leftOut: leftOut.map(({ what, why, count }) => `${count} ${what}: ${why}`),
    assumed,
  }
}
