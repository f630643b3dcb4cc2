/** Notes of other programs. One that is longer than an entry of the diary may be becomes several. */
import type { Found } from './importer.ts'
import type { Misses } from './misses.ts'
import type { Told } from './times.ts'

const mostLetters = 3900
const mostParts = 10

export function notesOf(told: Told, text: string, place: number, missed: Misses, note = ''): readonly Found[] {
  const count = Math.min(mostParts, Math.ceil(text.length / mostLetters))
  if (text.length > mostParts * mostLetters)
    missed.add(place, 'A very long note', `only its first ${mostParts * mostLetters} letters are kept`)
  return Array.from({ length: count }, (_, at) => {
    const part = text.slice(at * mostLetters, (at + 1) * mostLetters)
    const mark = count > 1 ? `(${at + 1} of ${count}) ` : ''
    const also = note !== '' && at === 0 ? { note: note.slice(0, mostLetters) } : {}
    return { ...told, body: { type: 'noted', text: `${mark}${part}`, ...also }, place }
  })
}
