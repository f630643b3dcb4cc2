/** Tools for the importers, made of the parsers that the host passes in. */
import type { CsvRows, Tools, XmlListener } from './importer.ts'
import { zoneOf } from './times.ts'

/** What the host has: papaparse, the parser of htmlparser2, a hash, the check of an event, and its clock. */
export interface Host {
  readonly papa: Papa
  readonly Parser: ParserClass
  readonly sha256: (text: string) => Uint8Array
  /** Undefined when it is a whole event of today's shape; else what is wrong with it. */
  readonly problemWith: (event: unknown) => string | undefined
  /** Minutes that the device's clock is ahead of UTC at an instant. */
  readonly minutesAhead: (instant: number) => number
  readonly now: number
}

interface Papa {
  readonly parse: (text: string, how: { readonly step: (row: PapaRow) => void }) => unknown
}
interface PapaRow {
  readonly data: unknown
  readonly errors: readonly { readonly type: string; readonly message: string }[]
  readonly meta: { readonly cursor: number }
}

interface Handler {
  readonly onopentag: (name: string, attributes: Record<string, string>) => void
  readonly onclosetag: (name: string) => void
}
interface XmlParser {
  readonly startIndex: number
  readonly write: (text: string) => void
  readonly end: () => void
}
type ParserClass = new (handler: Handler, how: { readonly xmlMode: true; readonly decodeEntities: true }) => XmlParser

export const toolsOf = ({ papa, Parser, sha256, problemWith, minutesAhead, now }: Host): Tools => ({
  readCsv: text => readCsv(papa, text),
  readXml: listener => readXml(Parser, listener),
  zone: zoneOf(minutesAhead),
  sha256,
  problemWith,
  now,
})

/** Rows with the line they begin on; a cell may hold line breaks. */
function readCsv(papa: Papa, text: string): CsvRows {
  const rows: CsvRows['rows'][number][] = []
  const wrong: CsvRows['wrong'][number][] = []
  const lines = lineCounter()
  let at = 0
  papa.parse(text, {
    step({ data, errors, meta }) {
      const line = lines.at(text, at)
      at = meta.cursor
      // A table of one column has no delimiter to be found; nothing is wrong with that.
      const error = errors.find(({ type }) => type !== 'Delimiter')
      if (error) wrong.push({ line, why: `its quotes are wrong: ${error.message.toLowerCase()}` })
      else if (Array.isArray(data)) rows.push({ line, cells: data.map(String) })
    },
  })
  return { rows, wrong }
}

/** An XML file as it comes. What it declares is not obeyed: no entity is expanded but the five of XML. */
function readXml(Parser: ParserClass, { onOpen, onClose }: XmlListener) {
  const lines = lineCounter()
  let [piece, before, isOver] = ['', 0, false]
  const line = () => lines.at(piece, parser.startIndex - before)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => onOpen(name, attributes, line),
      // At its end the parser closes what the file left open.
      onclosetag: name => !isOver && onClose(name),
    },
    { xmlMode: true, decodeEntities: true },
  )
  return {
    write(text: string): void {
      lines.next(piece)
      before += piece.length
      piece = text
      parser.write(text)
    },
    end(): void {
      isOver = true
      parser.end()
    },
  }
}

/** The line of a place in a text that comes in pieces; places only go forward, so each letter is looked at once. */
function lineCounter() {
  let [line, counted] = [1, 0]
  const goTo = (text: string, place: number): void => {
    for (let at = text.indexOf('\n', counted); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1
    counted = Math.max(counted, place)
  }
  return {
    at(text: string, place: number): number {
      goTo(text, place)
      return line
    },
    /** The piece is over; the next one begins. */
    next(text: string): void {
      goTo(text, text.length)
      counted = 0
    },
  }
}
