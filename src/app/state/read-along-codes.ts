/** The codes with which this browser reads along somebody else's diary. What they open is never kept. */
import { signal } from '@preact/signals'
import { isText, listOf, readText } from './local-storage.ts'

const key = 'unknot-shared'

export const codes = signal<readonly string[]>(read())

export function keepCodes(next: readonly string[]): void {
  codes.value = next
  try {
    if (next.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // They open until the page is closed.
  }
}

/** Forgets them all; the function it returns puts them back. */
export function forgetCodes(): () => void {
  const before = codes.peek()
  keepCodes([])
  return () => keepCodes(before)
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readText(key) ?? '[]')
    return listOf(isText)(kept) ? (kept as string[]) : []
  } catch {
    return []
  }
}
