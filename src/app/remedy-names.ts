/** The names of remedies and exercises, loaded when a screen first shows one. */
import { signal } from '@preact/signals'

const names = signal<((remedy: string) => string | undefined) | undefined>(undefined)

/** The name of a remedy; its own words where it is none of ours. Call `loadNames` first. */
export const nameOf = (remedy: string): string => names.value?.(remedy) ?? plain(remedy)

export async function loadNames(): Promise<void> {
  if (names.value) return
  const [knowledge, naming] = await Promise.all([import('./planning.ts'), import('../plan/names.ts')])
  names.value = remedy => naming.remedyName(knowledge, remedy)
}

/** An id read as words, until the names are there. */
const plain = (remedy: string): string => {
  const text = remedy.replace(/[/-]/g, ' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
