/**
 * What an importer is: it knows a file of one other program by its first letters, takes the text piece by piece, and
 * tells at the end which events it found and what it did not understand. Nothing is dropped in silence.
 */
import type { EventBody } from '../diary/event.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import type { Misses, NotUnderstood } from './misses.ts'
import type { Told, Zone } from './times.ts'

export interface Importer {
  /** The program's name, as people know it. It stands in `from` of every event. */
  readonly name: string
  /** Which of its files: how a person finds it. */
  readonly file: string
  /** Where the format was read: repository and file, or specification. */
  readonly readFrom: readonly string[]
  /** Is this how such a file begins? `head` is its first letters, as many as fit in 64 kB. */
  readonly recognises: (head: string) => boolean
  readonly begin: (tools: Tools) => Reader
  /** Which running total of a day this event is, if any: a later file may tell a higher one, which takes its place. */
  readonly totalOf?: (event: KeptEvent & EventBody) => string | undefined
}

/** Takes a file's text in any pieces. */
export interface Reader {
  readonly take: (text: string) => void
  readonly end: () => Read
}

/** `problem` is one line for the person: what is wrong with the file, and how to mend it. */
export type Read =
  | {
      readonly ok: true
      readonly found: readonly Found[]
      /** Events of Unknot itself, kept as they are. */
      readonly kept: readonly KeptEvent[]
      readonly notUnderstood: readonly NotUnderstood[]
      /** What was assumed, to be said before anything is added. */
      readonly assumed: readonly string[]
    }
  | { readonly ok: false; readonly problem: string }

/** An event that the file tells. */
export interface Found extends Told {
  readonly body: EventBody
  /** Line or entry, counting from 1. */
  readonly place: number
}

/** What the host passes in, so that no parser, clock or zone is known here. */
export interface Tools {
  readonly sha256: (text: string) => Uint8Array
  readonly readCsv: (text: string) => CsvRows
  readonly readXml: (listener: XmlListener) => { readonly write: (text: string) => void; readonly end: () => void }
  /** Undefined when it is a whole event of today's shape; else what is wrong with it. */
  readonly problemWith: (event: unknown) => string | undefined
  readonly zone: Zone
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface CsvRows {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly wrong: readonly { readonly line: number; readonly why: string }[]
}

export interface XmlListener {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>, line: () => number) => void
  readonly onClose: (name: string) => void
}

/** A reading that ends well. */
export const readAs = (
  misses: Misses,
  rest: Partial<Pick<Read & { ok: true }, 'found' | 'kept' | 'assumed'>>,
): Read => ({
  ok: true,
  found: rest.found ?? [],
  kept: rest.kept ?? [],
  assumed: rest.assumed ?? [],
  notUnderstood: misses.list(),
})
