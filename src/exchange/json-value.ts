/** Reads a JSON value without trusting its shape. */

export type Json = unknown

/** The property with this name, if the value is an object that has it. */
export const partOf = (value: Json, name: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

export const partAt = (value: Json, ...names: readonly string[]): Json => names.reduce(partOf, value)
export const textOf = (value: Json): string => (typeof value === 'string' ? value.trim() : '')
export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [])
export const numberOf = (value: Json): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined
/** The names and values of an object; none for anything else. */
export const entriesOf = (value: Json): readonly (readonly [string, Json])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

/** What a list says of an entry without a time that can be read. */
export const noTime = (told: Json): string =>
  told === undefined || told === null || told === ''
    ? 'it tells no time'
    : `its time ${JSON.stringify(told).slice(0, 40)} is none: it should be like 2026-03-27T20:39:00Z`
