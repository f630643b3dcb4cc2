/** The names of remedies and exercises, loaded when a screen first shows one. */
import { signal } from '@preact/signals'
import { idInWords, remedyName } from '../../remedies/name.ts'

const names = signal<((remedy: string) => string | undefined) | undefined>(undefined)

/** The name of a remedy; its own words where it is none of ours. Call `loadNames` first. */
export const nameOf = (remedy: string): string => names.value?.(remedy) ?? idInWords(remedy)

/** Is it a remedy or an exercise of ours? False until `loadNames` is done. */
export const isKnown = (id: string): boolean => names.value?.(id) !== undefined

export async function loadNames(): Promise<void> {
  if (names.value) return
  const { exercises, remedies } = await import('./plan-now.ts')
  names.value = remedy => remedyName({ remedies, exercises }, remedy)
}
