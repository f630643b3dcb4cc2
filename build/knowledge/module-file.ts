/** Writes a built module, and picks what goes into it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Entry } from './files.ts'

/** A long list is parsed when the module loads, because as a literal its type is too large for the compiler. */
export function literal(value: unknown): string {
  const text = JSON.stringify(value)
  return Array.isArray(value) && value.length > 1000 ? `JSON.parse(${JSON.stringify(text)})` : text
}

export const byId = <T>(entries: readonly Entry<T>[], pick: (value: T) => unknown = value => value) =>
  Object.fromEntries(entries.map(({ id, value }) => [id, pick(value)]))

export const only =
  <T>(...keys: readonly (keyof T)[]) =>
  (value: T) =>
    Object.fromEntries(keys.map(key => [key, value[key]]))

export function writeIfChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
