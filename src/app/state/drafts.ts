/** Half-typed forms, kept until they are sent: a reload or a killed browser loses none of them. */
import { signal } from '@preact/signals'
import { type Shape, setAside, sound } from './local-storage.ts'

export interface Draft<Value> {
  readonly value: () => Value
  readonly type: (part: Partial<Value>) => void
  readonly clear: () => void
}

const prefix = 'unknot-draft-'

/** Every half-typed form, by its name. */
const drafts = signal<Readonly<Record<string, object>>>(readAll())

/**
 * `name` is unique; `empty` is the form before anything is typed; `shape` has a check for each field, because the
 * stored draft may be damaged, or of an older version.
 */
export function draftOf<Value extends object>(name: string, empty: Value, shape: Shape<Value>): Draft<Value> {
  const kept = drafts.peek()[name]
  const { fields, isWhole } = sound(kept ?? {}, shape)
  if (kept !== undefined && !isWhole) {
    drafts.value = { ...drafts.peek(), [name]: fields }
    setAside(prefix + name, JSON.stringify(kept), fields)
  }
  const value = (): Value => ({ ...empty, ...drafts.value[name] })
  return {
    value,
    type: part => put({ ...drafts.peek(), [name]: { ...empty, ...drafts.peek()[name], ...part } }),
    clear: () => {
      const { [name]: _sent, ...others } = drafts.peek()
      put(others)
    },
  }
}

/** Deletes every half-typed form; the function it returns restores them. */
export function forgetDrafts(): () => void {
  const before = drafts.peek()
  put({})
  return () => put(before)
}

function put(next: Readonly<Record<string, object>>): void {
  const before = drafts.peek()
  drafts.value = next
  // If the browser refuses, a draft lasts as long as the page; the storage notice says so already.
  try {
    for (const name of Object.keys(before)) if (!(name in next)) localStorage.removeItem(prefix + name)
    for (const [name, typed] of Object.entries(next))
      if (typed !== before[name]) localStorage.setItem(prefix + name, JSON.stringify(typed))
  } catch {}
}

function readAll(): Readonly<Record<string, object>> {
  try {
    const keys = Object.keys(localStorage).filter(key => key.startsWith(prefix))
    return Object.fromEntries(keys.flatMap(key => read(key, localStorage.getItem(key) ?? '{}')))
  } catch {
    return {}
  }
}

function read(key: string, text: string): readonly (readonly [string, object])[] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return [[key.slice(prefix.length), value]]
  } catch {}
  setAside(key, text, undefined)
  return []
}
