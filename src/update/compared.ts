/** Compares the entries of two versions of the knowledge, field by field. */
import { isAbove, type Tier } from '../knowledge/vocabulary.ts'

export interface Lowered {
  /** Kind and id, as verdicts are recorded: `red-flag cauda-equina`. */
  readonly entry: string
  readonly because: string
}

export type Table<T> = Readonly<Record<string, T>>

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const byId = <T extends { readonly id: string }>(list: readonly T[]): Table<T> =>
  Object.fromEntries(list.map(each => [each.id, each]))

/** Entries that warn: none may be removed or apply under other conditions. A new one can only add a warning. */
export const warnings = <T extends object>(
  kind: string,
  before: Table<T>,
  after: Table<T>,
  fields: readonly (keyof T & string)[],
): readonly Lowered[] =>
  Object.entries(before).flatMap(([id, old]) => {
    const now = after[id]
    if (now === undefined) return [{ entry: `${kind} ${id}`, because: 'is no longer there' }]
    return changedFields(`${kind} ${id}`, old, now, fields)
  })

/** Entries that warn and have a tier, which may rise but not fall. */
export const tiered = <T extends { readonly tier?: Tier | null | undefined }>(
  kind: string,
  before: Table<T>,
  after: Table<T>,
  fields: readonly (keyof T & string)[],
): readonly Lowered[] =>
  Object.entries(before).flatMap(([id, { tier: was = null }]) => {
    const { tier: is = null } = after[id] ?? {}
    if (after[id] === undefined || was === null || (is !== null && !isAbove(was, is)))
      return warnings(kind, only(id, before), only(id, after), fields)
    return [{ entry: `${kind} ${id}`, because: `was ${was}, is ${is ?? 'nothing by itself'}` }]
  })

const only = <T>(id: string, table: Table<T>): Table<T> => {
  const found = table[id]
  return found === undefined ? {} : { [id]: found }
}

/** Entries that advise: none may be added or apply under other conditions. A removed one advises nothing. */
export const advices = <T extends object>(
  kind: string,
  before: Table<T>,
  after: Table<T>,
  fields: readonly (keyof T & string)[],
): readonly Lowered[] =>
  Object.entries(after).flatMap(([id, now]) => {
    const old = before[id]
    return old === undefined
      ? [{ entry: `${kind} ${id}`, because: 'is new' }]
      : changedFields(`${kind} ${id}`, old, now, fields)
  })

function changedFields<T extends object>(
  entry: string,
  old: T,
  now: T,
  fields: readonly (keyof T & string)[],
): readonly Lowered[] {
  const changed = fields.filter(field => !isSame(old[field], now[field]))
  return changed.length === 0 ? [] : [{ entry, because: `counts under other conditions: ${changed.join(', ')}` }]
}
