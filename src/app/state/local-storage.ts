/**
 * What this browser keeps beside the diary, in localStorage. Nothing that is read from it is trusted: a part that does not
 * have its shape is put aside and told once, and the rest counts.
 */
import { signal } from '@preact/signals'

export type Check = (value: unknown) => boolean
/** What each field of a kept object must be. */
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

/** An object that has every field of the shape, but for those it may lack. */
export const shapedAs =
  <Value>(shape: Shape<Value>, mayLack: readonly (keyof Value)[] = []): Check =>
  value => {
    const { fields, isWhole } = sound(value, shape)
    return isWhole && Object.keys(shape).every(field => field in fields || mayLack.includes(field as keyof Value))
  }

/** What was put aside at this start, by key, as it was kept. */
export const putAside = signal<Readonly<Record<string, string>>>({})

const asidePrefix = 'unknot-aside-'

/** The fields of the object under a key that have their shape. What has not is put aside. */
export function readKept<Value>(key: string, shape: Shape<Value>): Partial<Value> {
  const text = readText(key)
  if (text === null) return {}
  const { fields, isWhole } = sound(parsed(text), shape)
  if (!isWhole) setAside(key, text, Object.keys(fields).length > 0 ? fields : undefined)
  return fields
}

/** The fields of a value that have their shape; those that the shape does not name are another version's, and left out. */
export function sound<Value>(value: unknown, shape: Shape<Value>): { fields: Partial<Value>; isWhole: boolean } {
  if (!isObject(value)) return { fields: {}, isWhole: false }
  const checks = Object.entries(shape) as readonly [string, Check][]
  const named = checks.filter(([field]) => Object.hasOwn(value, field))
  const right = named.filter(([field, isRight]) => isRight(value[field]))
  const fields = Object.fromEntries(right.map(([field]) => [field, value[field]])) as Partial<Value>
  return { fields, isWhole: right.length === named.length }
}

/** Moves a text out of the way; `rest` stays under the key. */
export function setAside(key: string, text: string, rest: object | undefined): void {
  putAside.value = { ...putAside.peek(), [key]: text }
  try {
    localStorage.setItem(asidePrefix + key, text)
    if (rest === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(rest))
  } catch {
    // Without room it stays where it is, and is told again at the next start.
  }
}

/** Deletes what was put aside, now and before; the function it returns puts it back. */
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

/** Null where nothing is kept, and where the browser refuses to say. */
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
