/**
 * The interface of an importer: it recognises a file of one program by its beginning, takes the text in pieces, and at
 * the end returns the events it found and what it did not understand. Nothing is dropped silently.
 */
import type { EventBody } from '../diary/event.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import type { EventTime, Zone } from '../time.ts'
import type { Columns, TableBeginning } from './columns.ts'
import type { Json } from './json-value.ts'
import type { LeftOut, Misses, NotUnderstood } from './misses.ts'
import type { DayOrder } from './written-days.ts'

export type Importer = TextImporter | JsonImporter

interface Common {
  /** Where the format was read: repository and file, or specification. */
  readonly readFrom: readonly string[]
  /** Does a moment have one note at most? A note of another text at that moment is then the same one, edited. */
  readonly hasOneNoteAtATime?: true
  /** The daily total that this event belongs to, if any: another total in a later file replaces it. */
  readonly totalOf?: (event: KeptEvent & EventBody) => string | undefined
}

export interface TextImporter extends Common {
  /** Does such a file begin like this? `head` is the first part of the text, up to 64 kB. */
  readonly recognises: (head: string) => boolean
  readonly begin: (tools: Tools) => Reader
}

export interface JsonImporter extends Common {
  readonly recognises?: undefined
  /** Is this the content of such a file? Its parts may be in any order. */
  readonly recognisesJson: (content: Json) => boolean
  readonly readJson: (content: Json, tools: Tools, text: string) => Read
}

/**
 * A file that would fill the memory or never end, with one line for the person. Thrown while reading; nothing of the
 * file is then imported.
 */
export class TooMuch extends Error {}

/** Receives a file's text in pieces of any size. */
export interface Reader {
  readonly take: (text: string) => void
  readonly end: () => Read
}

/**
 * `problem` is one line for the person: what is wrong with the file, and how to fix it. `asks` is a question that the
 * file leaves open, with a few of its rows; the file is read again with the answer.
 */
export type Read =
  | {
      readonly ok: true
      /** What places of the file count: its lines, or the entries of a list in it. */
      readonly where: NotUnderstood['where']
      /** How many records the file has, imported or not. */
      readonly records: number
      readonly found: readonly FoundEvent[]
      /** Events of Unknot itself, kept unchanged. */
      readonly kept: readonly KeptEvent[]
      /** The place of each of them. */
      readonly keptAt: readonly number[]
      readonly notUnderstood: readonly NotUnderstood[]
      /** Records that are left out on purpose. */
      readonly leftOut: readonly LeftOut[]
      /** Several sources counted the same food: one may be chosen. */
      readonly foodSources: readonly string[]
      /** Assumptions, shown before anything is added. */
      readonly assumed: readonly string[]
    }
  | { readonly ok: false; readonly problem: string; readonly asks?: Asked }

export type Asked =
  | {
      readonly about: 'dates'
      /** A few dates of the file. */
      readonly examples: readonly string[]
    }
  | ({ readonly about: 'columns'; readonly suggested: Columns } & TableBeginning)

/** What the person answered to the questions of a file. */
export interface Answers {
  /** What the columns of a table mean. */
  readonly columns?: Columns | undefined
  /** How dates like 3/4/2026 are meant. */
  readonly dates?: DayOrder | undefined
  /** Which program's food counts, where several counted the same. */
  readonly foodSource?: string | undefined
}

/** An event found in the file. */
export interface FoundEvent extends EventTime {
  readonly body: EventBody
  /** Line or entry, counting from 1. Events with the same place are from one record. */
  readonly place: number
  /** A total: how many records it is of. */
  readonly records?: number
  /** What identifies the event instead of its body, where the body depends on the zone of the device. */
  readonly sameAs?: string
}

/** What the caller passes in, so that importers depend on no parser, clock or time zone. */
export interface Tools {
  readonly sha256: (text: string) => Uint8Array
  readonly decodeBase64: (text: string) => string
  /** Replaces the entities of HTML, such as `&amp;`. */
  readonly decodeEntities: (text: string) => string
  readonly readXml: (listener: XmlListener) => { readonly write: (text: string) => void; readonly end: () => void }
  /** Undefined for a valid event of the current shape; otherwise what is wrong with it. */
  readonly problemWith: (event: unknown) => string | undefined
  readonly zone: Zone
  /** Milliseconds since 1970. */
  readonly now: number
  readonly answers: Answers
}

export interface XmlListener {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>, line: () => number) => void
  readonly onClose: (name: string) => void
}

/** Ten years with 19 entries a day. Each takes about two kilobytes until it is added. */
const mostEntries = 70_000

/** Wraps the function so that it throws when one file has more entries than fit in memory. */
export function limited<Given extends readonly unknown[]>(
  find: (...given: Given) => readonly FoundEvent[],
): (...given: Given) => readonly FoundEvent[] {
  let count = 0
  return (...given) => {
    const found = find(...given)
    count += found.length
    refuseMany(count)
    return found
  }
}

/** Throws when a file, or the files of a zip, have more entries than fit in memory. */
export function refuseMany(count: number): void {
  if (count > mostEntries)
    throw new TooMuch(`more than ${mostEntries.toLocaleString('en')} entries: export a shorter period`)
}

/** A successful result. */
export const readAs = (
  misses: Misses,
  records: number,
  rest: Partial<Pick<Read & { ok: true }, 'found' | 'kept' | 'keptAt' | 'assumed' | 'foodSources'>>,
): Read => ({
  ok: true,
  where: misses.where,
  records,
  found: rest.found ?? [],
  kept: rest.kept ?? [],
  keptAt: rest.keptAt ?? [],
  assumed: rest.assumed ?? [],
  foodSources: rest.foodSources ?? [],
  notUnderstood: misses.list(),
  leftOut: misses.leftOut(),
})
