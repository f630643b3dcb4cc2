/**
 * The ingredients of the medicines of an import. A file has the names of boxes or clinics; the check, the list of current
 * medicines and the rules for combinations need an id to recognise them. An uncertain name is kept as a name.
 */
import type { KeptEvent } from '../diary/upgrade.ts'
import { type Preview, shapeOf } from './preview.ts'

/** The ingredients by the name in the file: their ids and names. Absent if they are not certain. */
type Holdings = ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>

type Told = KeptEvent & { readonly medicine: string; readonly ingredient?: string }

/**
 * The preview with the ingredients of its medicines. A combination becomes one entry for each ingredient, as when a person
 * keeps one. The entries of Unknot itself stay as they are, because an entry never changes.
 */
export function withIngredients(preview: Preview, holdings: Holdings): Preview {
  if (!preview.canChoose) return preview
  const toAdd = preview.toAdd.flatMap(event => (isUnknown(event) ? named(event, holdings) : [event]))
  return { ...preview, ...shapeOf(toAdd.toSorted((a, b) => (a.id < b.id ? -1 : 1))) }
}

/** The same medicine under every name it is kept by: a combination's entries add the ingredient to the name. */
export const boxName = ({
  medicine,
  ingredient,
}: {
  readonly medicine: string
  readonly ingredient?: string
}): string => (ingredient === undefined ? medicine : medicine.replace(/: [^:]*$/, ''))

/** Entries made of one entry of a file have ids that differ in the last two digits only. */
export const idStem = (id: string): string => id.slice(0, -2)

function named(event: Told, holdings: Holdings): readonly KeptEvent[] {
  const held = holdings.get(event.medicine) ?? []
  if (held.length <= 1) return [held[0] ? { ...event, ingredient: held[0].id } : event]
  return held.map(({ id, name }, at) => ({
    ...event,
    id: at === 0 ? event.id : `${idStem(event.id)}${lastDigits(event.id, at)}`,
    medicine: `${event.medicine.slice(0, mostLetters - name.length - 2)}: ${name}`,
    ingredient: id,
  }))
}

/** As long as the name of an entry may be. */
const mostLetters = 200

const lastDigits = (id: string, more: number): string =>
  ((Number.parseInt(id.slice(-2), 16) + more) % 256).toString(16).padStart(2, '0')

const isUnknown = (event: KeptEvent): event is Told => 'medicine' in event && !('ingredient' in event)
