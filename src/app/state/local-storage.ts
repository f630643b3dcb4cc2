/**
 * What this browser stores besides the diary, in localStorage. Nothing read from it is trusted: an invalid part is put
 * aside and reported once, and the rest is used.
 */
import { signal } from '@preact/signals'

export type Check = (value: unknown) => boolean
/** The check for each field of a stored object. */
export type Shape<Value> = { readonly [Field in keyof Value]-?: Check }

export const isText: Check = value => typeof value === 'string'
export const isFlag: Check = value => typeof value === 'boolean'
export const isNumber: Check = value => typeof value === 'number' && Number.isFinite(value)
export const oneOf =
  (...values: readonly unknown[]): Check =>
  value =>
    values.includes(value)
export const listOf =
  (isItem: Check): Check =>
  value =>
    Array.isArray(value) && value.every(isItem)
export const objectOf =
  (isField: Check): Check =>
  value =>
    isObject(value) && Object.values(value).every(isField)

/** An object that has every field of the shape, except those it may lack. */
export const shapedAs =
  <Value>(shape: Shape<Value>, mayLack: readonly (keyof Value)[] = []): Check =>
  value => {
    const { fields, isWhole } = sound(value, shape)
    return isWhole && Object.keys(shape).every(field => field in fields || mayLack.includes(field as keyof Value))
  }

/** What was put aside at this start, by key, unchanged. */
export const putAside = signal<Readonly<Record<string, string>>>({})

const asidePrefix = 'unknot-aside-'

/** The valid fields of the object under a key. An object with invalid fields is put aside. */
export function readKept<Value>(key: string, shape: Shape<Value>): Partial<Value> {
  const text = readText(key)
  if (text === null) return {}
  const { fields, isWhole } = sound(parsed(text), shape)
  if (!isWhole) setAside(key, text, Object.keys(fields).length > 0 ? fields : undefined)
  return fields
}

/** The valid fields of a value. Fields that the shape does not name belong to another version and are left out. */
export function sound<Value>(value: unknown, shape: Shape<Value>): { fields: Partial<Value>; isWhole: boolean } {
  if (!isObject(value)) return { fields: {}, isWhole: false }
  const checks = Object.entries(shape) as readonly [string, Check][]
  const named = checks.filter(([field]) => Object.hasOwn(value, field))
  const right = named.filter(([field, isRight]) => isRight(value[field]))
  const fields = Object.fromEntries(right.map(([field]) => [field, value[field]])) as Partial<Value>
  return { fields, isWhole: right.length === named.length }
}

/** Puts a text aside under another key; `rest` stays under its own. */
export function setAside(key: string, text: string, rest: object | undefined): void {
  putAside.value = { ...putAside.peek(), [key]: text }
  try {
    localStorage.setItem(asidePrefix + key, text)
    if (rest === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(rest))
  } catch {
    // If there is no room, it stays where it is and is reported again at the next start.
  }
}

/** Deletes everything that was ever put aside; the function it returns restores it. */
export function forgetAside(): () => void {
  putAside.value = {}
  try {
    const keys = Object.keys(localStorage).filter(key => key.startsWith(asidePrefix))
    const before = keys.map(key => [key, localStorage.getItem(key) ?? ''] as const)
    for (const key of keys) localStorage.removeItem(key)
    return () => {
      for (const [key, text] of before) localStorage.setItem(key, text)
    }
  } catch {
    return () => undefined
  }
}

/** Null if nothing is stored, or if the browser refuses. */
export function readText(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
