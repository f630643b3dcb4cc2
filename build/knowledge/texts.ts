/** Finds texts inside an entry by where they stand, so that a fault in one names its own line. */
import type { Path } from './files.ts'

export interface Text {
  readonly path: Path
  readonly text: string
}

/**
 * Every text at places such as `statement`, `methods.*.steps` or `cells.*.*.*.how`. A star is every key or item; a place
 * that holds a list or a table gives all texts in it; a place that an entry does not have gives none.
 */
export const textsAt = (value: unknown, ...places: readonly string[]): readonly Text[] =>
  places.flatMap(place => below(value, place.split('.'), []))

function below(value: unknown, [step, ...rest]: readonly string[], path: Path): readonly Text[] {
  if (typeof value === 'string') return step === undefined ? [{ path, text: value }] : []
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.entries(value).filter(([key]) => step === undefined || step === '*' || step === key)
  return parts.flatMap(([key, part]) => below(part, rest, [...path, key]))
}
