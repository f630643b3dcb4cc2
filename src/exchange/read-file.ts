/** A file's bytes, read as they come: which letters they are, which importer knows them, and what that one finds. */
import type { Read, Reader, Tools } from './importer.ts'
import { headLetters, type ImporterId, importers, recognise, unknownFile } from './importers.ts'

/** As `TextDecoder` has it; the host passes in how to make one. */
export interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string
}

export interface Reading {
  /** Which importer the person named; else the file is told by what stands in it. */
  readonly from?: ImporterId | undefined
  readonly tools: Tools
  /** Fatal: it throws at what is not in its encoding. */
  readonly decoderOf: (encoding: 'utf-8' | 'utf-16le' | 'utf-16be') => Decoder
  /** Called with the bytes read so far. */
  readonly onProgress?: (bytes: number) => void
}

export type ReadFile =
  | { readonly id: ImporterId; readonly read: Read & { readonly ok: true } }
  | { readonly problem: string }

export async function readFile(pieces: AsyncIterable<Uint8Array>, reading: Reading): Promise<ReadFile> {
  let [bytes, head]: [number, string] = [0, '']
  let decoder: Decoder | undefined
  let open: { readonly id: ImporterId; readonly reader: Reader } | undefined
  const take = (text: string, isLast: boolean): void => {
    if (open === undefined) {
      head = (head + text).replace(/^\uFEFF/, '')
      const id = isLast || head.length >= headLetters ? (reading.from ?? recognise(head)) : undefined
      if (id === undefined || head.trim() === '') return
      open = { id, reader: importers[id].begin(reading.tools) }
      open.reader.take(head)
    } else open.reader.take(text)
  }
  for await (const piece of pieces) {
    if (piece.length === 0) continue
    if (decoder === undefined && isZip(piece)) return { problem: unknownFile(zipMark) }
    decoder ??= reading.decoderOf(encodingOf(piece))
    const text = decoded(() => decoder?.decode(piece, { stream: true }))
    if (text === undefined) return { problem: notText }
    take(text, false)
    if (open === undefined && head.length > 2 * headLetters) break
    bytes += piece.length
    reading.onProgress?.(bytes)
  }
  const rest = decoded(() => decoder?.decode() ?? '')
  if (rest === undefined) return { problem: notText }
  take(rest, true)
  if (open === undefined) return { problem: unknownFile(head) }
  const { id, reader } = open
  const read = reader.end()
  return read.ok ? { id, read } : { problem: read.problem }
}

const notText = 'not in UTF-8: save it again as UTF-8'
const zipMark = 'PK\u0003\u0004'
const isZip = (piece: Uint8Array): boolean => [...zipMark].every((letter, at) => piece[at] === letter.charCodeAt(0))

/** Undefined at bytes that are no text in their encoding. */
function decoded(decode: () => string | undefined): string | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}

/** Told by the mark that stands before the text; without one it is UTF-8. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
