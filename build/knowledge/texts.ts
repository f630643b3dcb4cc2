/** Finds texts inside an entry by their path, so that an error in one has its own line. */
import type { Path } from './files.ts'

export interface Text {
  readonly path: Path
  readonly text: string
}

/**
 * Every text at paths such as `statement`, `methods.*.steps` or `cells.*.*.*.how`. A star is every key or item; a path
 * to a list or a table gives all texts in it; a missing path gives none.
 */
export const textsAt = (value: unknown, ...places: readonly string[]): readonly Text[] =>
  places.flatMap(place => below(value, place.split('.'), []))

function below(value: unknown, [step, ...rest]: readonly string[], path: Path): readonly Text[] {
  if (typeof value === 'string') return step === undefined ? [{ path, text: value }] : []
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.entries(value).filter(([key]) => step === undefined || step === '*' || step === key)
  return parts.flatMap(([key, part]) => below(part, rest, [...path, key]))
}
