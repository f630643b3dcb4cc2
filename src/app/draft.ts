/** What is half typed, kept until it is sent: a reload or a killed browser loses none of it. */
import { signal } from '@preact/signals'

export interface Draft<Value> {
  readonly value: () => Value
  readonly type: (part: Partial<Value>) => void
  readonly clear: () => void
}

/** `name` is its own; `empty` is how the form stands before anything is typed. */
export function draftOf<Value extends object>(name: string, empty: Value): Draft<Value> {
  const key = `unknot-draft-${name}`
  const typed = signal<Value>({ ...empty, ...read(key) })
  return {
    value: () => typed.value,
    type: part => {
      typed.value = { ...typed.peek(), ...part }
      keep(() => localStorage.setItem(key, JSON.stringify(typed.peek())))
    },
    clear: () => {
      typed.value = empty
      keep(() => localStorage.removeItem(key))
    },
  }
}

function read(key: string): object {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as object
  } catch {
    return {}
  }
}

/** Where the browser refuses, a draft lasts as long as the page. */
function keep(write: () => void): void {
  try {
    write()
  } catch {
    // Said by the storage notice already.
  }
}
