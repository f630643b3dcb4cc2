/** Tools for the importers, built from the parsers that the caller passes in. */
import { zoneOf } from '../time.ts'
import { type Tools, TooMuch, type XmlListener } from './importer.ts'

/** What the caller provides: the parser of htmlparser2, a hash, the check of an event, and a clock. */
export interface Host {
  readonly Parser: ParserClass
  readonly sha256: (text: string) => Uint8Array
  /** The bytes of Base64 text, as UTF-8; an empty text if it is none. */
  readonly decodeBase64: (text: string) => string
  /** Undefined for a valid event of the current shape; otherwise what is wrong with it. */
  readonly problemWith: (event: unknown) => string | undefined
  /** Minutes that the device's clock is ahead of UTC at an instant. */
  readonly minutesAhead: (instant: number) => number
  readonly now: number
}

interface Handler {
  readonly onopentag: (name: string, attributes: Record<string, string>) => void
  readonly onclosetag: (name: string) => void
  readonly ontext: (text: string) => void
}
interface XmlParser {
  readonly startIndex: number
  readonly endIndex: number
  readonly write: (text: string) => void
  readonly end: () => void
}
type ParserClass = new (
  handler: Partial<Handler>,
  how: { readonly xmlMode: boolean; readonly decodeEntities: true },
) => XmlParser

export const toolsOf = ({ Parser, sha256, decodeBase64, problemWith, minutesAhead, now }: Host): Tools => ({
  decodeEntities: text => text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, entityReader(Parser)),
  readXml: listener => readXml(Parser, listener),
  zone: zoneOf(minutesAhead),
  sha256,
  decodeBase64,
  problemWith,
  now,
  answers: {},
})

/** The character that an entity of HTML stands for; the entity itself if there is none. */
function entityReader(Parser: ParserClass): (entity: string) => string {
  const known = new Map<string, string>()
  return entity => {
    let said = known.get(entity)
    if (said === undefined) {
      said = ''
      const parser = new Parser({ ontext: text => (said += text) }, { xmlMode: false, decodeEntities: true })
      parser.write(entity)
      parser.end()
      known.set(entity, said)
    }
    return said
  }
}

/** In an honest file, a name, an attribute or a comment is much shorter, and tags are much less nested. */
const most = { letters: 1_000_000, depth: 200 }

const tooLong = `damaged, or made to break a program: a part of it is longer than ${most.letters} letters`
const tooDeep = `damaged, or made to break a program: its tags stand more than ${most.depth} deep`

/** Reads an XML file as a stream. Declarations are ignored: no entity is expanded except the five of XML. */
function readXml(Parser: ParserClass, { onOpen, onClose }: XmlListener) {
  const lines = lineCounter()
  let [piece, before, isOver, depth] = ['', 0, false, 0]
  /** Where the parser last completed something: everything since then is in memory. */
  let done = 0
  const line = () => lines.at(piece, parser.startIndex - before)
  const isDone = () => {
    done = parser.endIndex + 1
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        isDone()
        depth += 1
        if (depth > most.depth) throw new TooMuch(tooDeep)
        onOpen(name, attributes, line)
      },
      onclosetag: name => {
        isDone()
        depth -= 1
        // At the end, the parser closes elements that the file left open.
        if (!isOver) onClose(name)
      },
      ontext: isDone,
    },
    { xmlMode: true, decodeEntities: true },
  )
  return {
    write(text: string): void {
      lines.next(piece)
      before += piece.length
      piece = text
      parser.write(text)
      if (before + text.length - done > most.letters) throw new TooMuch(tooLong)
    },
    end(): void {
      isOver = true
      parser.end()
    },
  }
}

/**
 * The line of a position in a text that arrives in pieces. Positions only move forward, so each character is examined
 * once.
 */
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
    /** Ends the piece; the next one begins. */
    next(text: string): void {
      goTo(text, text.length)
      counted = 0
    },
  }
}
