/** How many people of the simulated crowd meet each entry, from the table that the crowd's bench writes. */
import { existsSync } from 'node:fs'
import * as v from 'valibot'
import type { Entry, Faults } from './files.ts'
import type { Knowledge } from './read.ts'
import { reviewTextsOf } from './review.ts'
import { readRows } from './rows.ts'

const Reach = v.strictObject({
  kind: v.string(),
  id: v.string(),
  met: v.pipe(v.number('is a whole number of people'), v.integer('is a whole number of people'), v.minValue(0)),
})
export type Reach = v.InferOutput<typeof Reach>

/** Its rows; none if the crowd was not simulated yet, and then the reach is unknown. */
export const readReach = (file: string, faults: Faults): readonly Entry<Reach>[] =>
  existsSync(file)
    ? readRows(file, ['kind', 'id', 'met'], (column, text) => (column === 'met' ? numberOf(text) : text), Reach, faults)
    : []

/** Undefined if it is not a number: an empty cell is not zero. */
const numberOf = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined)

/** Rows without an entry: the crowd has to be simulated again. */
export function staleReach(knowledge: Knowledge): readonly string[] {
  const known = new Set(Object.keys(reviewTextsOf(knowledge)))
  return knowledge.reach
    .filter(({ value: { kind, id } }) => !known.has(`${kind} ${id}`))
    .map(({ at, value: { kind, id } }) => `${at()}  there is no ${kind} "${id}"`)
}
