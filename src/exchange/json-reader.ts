/** Collects the text of a file, within limits, and parses it when complete. */
import { type Read, type Reader, TooMuch } from './importer.ts'
import type { Json } from './json-value.ts'

/**
 * A diary of many years is smaller; a larger file is refused before it fills the memory. A value or a cell takes more
 * memory than its characters: `[],` takes 20 bytes and more.
 */
const most = { letters: 24_000_000, values: 1_300_000, names: 760_000, cells: 1_600_000 }

const tooLarge = `larger than ${most.letters / 1e6} million letters: export a shorter period`
const tooMany = (count: number, what: string) =>
  `more than ${count.toLocaleString('en')} ${what}: export a shorter period`

function wholeText(read: (text: string) => Read): Reader {
  const pieces: string[] = []
  let letters = 0
  return {
    take(text) {
      letters += text.length
      if (letters > most.letters) throw new TooMuch(tooLarge)
      pieces.push(text)
    },
    end: () => read(pieces.join('')),
  }
}

/**
 * Reads JSON, with a limit on the number of values. `text` is what `content` was parsed from; lines of JSON become a
 * list. `unpack` makes JSON of the text, if it is packed.
 */
export const jsonReader = (
  read: (content: Json, text: string) => Read,
  unpack: (text: string) => string = text => text,
): Reader =>
  wholeText(whole => {
    const text = unpack(whole)
    refuseMany(text, /[[{,]/g, most.values, 'values')
    refuseMany(text, /":/g, most.names, 'names')
    const parsed = parsedJson(text)
    return 'cutOff' in parsed ? { ok: false, problem: cutOff } : read(parsed.content, text)
  })

const cutOff = 'no whole JSON: the file may be cut off, so export it again'

function parsedJson(text: string): { readonly content: Json } | { readonly cutOff: true } {
  const whole = parsed(text)
  if (whole !== undefined) return whole
  const lines = text.split('\n').filter(line => line.trim() !== '')
  // One value a line (NDJSON), of which a last one may be cut off.
  if (lines.length < 2 || parsed(lines[0] ?? '') === undefined) return { cutOff: true }
  return { content: lines.map(line => parsed(line)?.content) }
}

function parsed(text: string): { readonly content: Json } | undefined {
  try {
    return { content: JSON.parse(text) }
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
    return undefined
  }
}

/** Reads the text of a table with a limit on the number of cells. */
export const tableText = (read: (text: string) => Read): Reader =>
  wholeText(text => {
    refuseMany(text, /[,;\t\n]/g, most.cells, 'cells')
    return read(text)
  })

/**
 * Counts the characters that begin another value. Characters within strings count too: this is an upper bound, not an
 * exact count.
 */
function refuseMany(text: string, marks: RegExp, limit: number, what: string): void {
  let count = 0
  while (marks.test(text)) if (++count > limit) throw new TooMuch(tooMany(limit, what))
}
