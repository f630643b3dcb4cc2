/** Notes of other programs. A note that is longer than a diary entry may be is split. */
import type { EventTime } from '../time.ts'
import type { FoundEvent } from './importer.ts'
import type { Misses } from './misses.ts'

const mostLetters = 3900
const mostParts = 10
/** The most characters that are kept of a long note. */
export const mostNote = mostParts * mostLetters

export function notesOf(told: EventTime, text: string, place: number, missed: Misses): readonly FoundEvent[] {
  const count = Math.min(mostParts, Math.ceil(text.length / mostLetters))
  if (text.length > mostNote) missed.addPart(place, 'A very long note', `only its first ${mostNote} letters are kept`)
  return Array.from({ length: count }, (_, at) => {
    const part = text.slice(at * mostLetters, (at + 1) * mostLetters)
    const mark = count > 1 ? `(${at + 1} of ${count}) ` : ''
    return { ...told, body: { type: 'noted', text: `${mark}${part}` }, place }
  })
}
