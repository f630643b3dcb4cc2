/** Collects the text of a JSON file, reads it once it is whole, and looks into it without trusting any of it. */
import type { Read, Reader } from './importer.ts'

/** In letters. A diary of many years is smaller; a larger file is refused before it fills the memory. */
const mostLetters = 64_000_000

const tooLarge = `larger than ${mostLetters / 1e6} million letters: export a shorter period`

export function wholeText(read: (text: string) => Read): Reader {
  const pieces: string[] = []
  let letters = 0
  return {
    take(text) {
      letters += text.length
      if (letters <= mostLetters) pieces.push(text)
    },
    end: () => (letters > mostLetters ? { ok: false, problem: tooLarge } : read(pieces.join(''))),
  }
}

export const jsonReader = (read: (value: Json) => Read): Reader =>
  wholeText(text => {
    try {
      return read(JSON.parse(text))
    } catch (problem) {
      if (!(problem instanceof SyntaxError)) throw problem
      return { ok: false, problem: 'no whole JSON: the file may be cut off, so export it again' }
    }
  })

export type Json = unknown

/** The part of a name, if the value is an object that has it. */
export const partOf = (value: Json, name: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

export const partAt = (value: Json, ...names: readonly string[]): Json => names.reduce(partOf, value)
export const textOf = (value: Json): string => (typeof value === 'string' ? value.trim() : '')
export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [])
export const numberOf = (value: Json): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined
