/** The names of remedies and exercises, loaded when a screen first shows one. */
import { signal } from '@preact/signals'

const names = signal<((remedy: string) => string | undefined) | undefined>(undefined)

/** The name of a remedy; its own words where it is none of ours. Call `loadNames` first. */
export const nameOf = (remedy: string): string => names.value?.(remedy) ?? plain(remedy)

/** Is it a remedy or an exercise of ours? False until `loadNames` is done. */
export const isKnown = (id: string): boolean => names.value?.(id) !== undefined

export async function loadNames(): Promise<void> {
  if (names.value) return
  const { exercises, remedies } = await import('./planning.ts')
  names.value = remedy => {
    const [id = '', method] = remedy.split('/')
    const known = remedies[id]
    const way = known?.methods.find(each => each.id === method)?.name
    return (
      exercises[remedy]?.name ??
      (known && way && way !== known.name
        ? `${known.name}: ${way.charAt(0).toLowerCase()}${way.slice(1)}`
        : known?.name)
    )
  }
}

/** An id read as words, until the names are there. */
const plain = (remedy: string): string => {
  const text = remedy.replace(/[/-]/g, ' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
