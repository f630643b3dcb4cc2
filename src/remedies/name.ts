/** The name of a remedy, an exercise or one method of a remedy (`heat/hot-water-bottle`). */
import type { Exercise, Remedy } from '../knowledge/remedy-schema.ts'

/** The part of the knowledge with the names. */
export interface NamedRemedies {
  readonly remedies: Readonly<
    Record<
      string,
      Pick<Remedy, 'name'> & { readonly methods: readonly { readonly id: string; readonly name: string }[] }
    >
  >
  readonly exercises: Readonly<Record<string, Pick<Exercise, 'name'>>>
}

/** Undefined if the id is not ours; it is then the person's own words. */
export function remedyName({ remedies, exercises }: NamedRemedies, remedy: string): string | undefined {
  const [id = '', method] = remedy.split('/')
  const known = Object.hasOwn(remedies, id) ? remedies[id] : undefined
  const way = known?.methods.find(each => each.id === method)?.name
  return (
    (Object.hasOwn(exercises, remedy) ? exercises[remedy]?.name : undefined) ??
    (known && way && way !== known.name ? `${known.name}: ${way.charAt(0).toLowerCase()}${way.slice(1)}` : known?.name)
  )
}

/** The id as words, as a fallback. */
export const idInWords = (remedy: string): string => {
  const text = remedy.replace(/[/-]/g, ' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
