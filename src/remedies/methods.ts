/** Which methods of a remedy suit a place: a position that eases the low back does not help a neck or a calf. */
import type { Method, Remedy } from '../knowledge/remedy-schema.ts'
import type { Region } from '../knowledge/vocabulary.ts'

/** The methods for a place, in the order of the knowledge; all of them if the place is not known. */
export const methodsAt = ({ methods }: Pick<Remedy, 'methods'>, region: Region | undefined): readonly Method[] =>
  region === undefined ? methods : methods.filter(({ regions }) => regions?.includes(region) ?? true)
