/** Finds the importer of a text by its beginning, or of JSON by its content, and what the importer finds in it. */
import { mayBeTable, suggestedColumns, tableIn } from './columns.ts'
import type { Asked, Read, Reader, Tools } from './importer.ts'
import { importers, recognise, recogniseJson, unknownFile } from './importers.ts'
import { jsonReader } from './json-reader.ts'
import type { ImporterId } from './programs.ts'

export type TextRead =
  | { readonly id: ImporterId; readonly read: Read & { readonly ok: true } }
  | { readonly problem: string; readonly asks?: Asked | undefined; readonly isUnknown?: true }

export interface OpenText {
  readonly take: (text: string) => void
  readonly end: () => TextRead
}

/** Undefined for a text of an unknown program. */
export function openText(head: string, from: ImporterId | undefined, tools: Tools): OpenText | undefined {
  const isTable = tools.answers.columns !== undefined && mayBeTable(head)
  const id = from ?? recognise(head) ?? (isTable ? 'table' : undefined)
  if (id === 'table' && !isTable) return undefined
  if (id !== undefined) return openKnown(id, tools)
  if (packedJson.test(head)) return openJson(head, tools, tools.decodeBase64)
  return /^\s*[[{]/.test(head) ? openJson(head, tools) : undefined
}

/** Base64 of text that begins with a brace, as in Daylio's backup. */
const packedJson = /^\s*(eyJ|ew[o0]|eyA)[A-Za-z\d+/\s]*=*\s*$/

function openKnown(id: ImporterId, tools: Tools): OpenText {
  const importer = importers[id]
  const reader: Reader =
    'readJson' in importer
      ? jsonReader((content, text) => importer.readJson(content, tools, text))
      : importer.begin(tools)
  return { take: reader.take, end: () => readBy(id, reader.end()) }
}

/** JSON of any program: its parts may be in any order, so the program is known only at the end. */
function openJson(head: string, tools: Tools, unpack?: (text: string) => string): OpenText {
  let [id, isStrange]: [ImporterId | undefined, boolean] = [undefined, false]
  const reader = jsonReader((content, text) => {
    id = recogniseJson(content)
    isStrange = id === undefined
    const importer = id === undefined ? undefined : importers[id]
    return importer && 'readJson' in importer
      ? importer.readJson(content, tools, text)
      : { ok: false, problem: unknownFile(head) }
  }, unpack)
  const end = (): TextRead => {
    // The id is known only after the reader has ended.
    const ended = reader.end()
    const read = readBy(id, ended)
    return isStrange && 'problem' in read ? { ...read, isUnknown: true } : read
  }
  return { take: reader.take, end }
}

const readBy = (id: ImporterId | undefined, read: Read): TextRead => {
  if (!read.ok) return { problem: read.problem, asks: read.asks }
  return id === undefined ? { problem: emptyFile } : { id, read }
}

export const emptyFile = 'empty: export it again'

/** A table of an unknown program can be read once its columns are named. */
export function unknownText(head: string): TextRead {
  const beginning = tableIn(head)
  const asks = beginning && { about: 'columns' as const, suggested: suggestedColumns(beginning.names), ...beginning }
  return { problem: unknownFile(head), isUnknown: true, asks }
}
