/** A file's bytes, read as they come: which letters they are, which importer knows them, and what that one finds. */
import type { Read, Reader, Tools } from './importer.ts'
import { headLetters, type ImporterId, importers, recognise, unknownFile } from './importers.ts'
import { insideZip, type Zip } from './unzip.ts'

/** As `TextDecoder` has it; the host passes in how to make one. */
export interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string
}

export interface Reading {
  /** Which importer the person named; else the file is told by what stands in it. */
  readonly from?: ImporterId | undefined
  readonly tools: Tools
  readonly zip: Zip
  /** Fatal: it throws at what is not in its encoding. */
  readonly decoderOf: (encoding: 'utf-8' | 'utf-16le' | 'utf-16be') => Decoder
  /** Called with the bytes of the file read so far. */
  readonly onProgress?: (bytes: number) => void
}

export type ReadFile =
  | { readonly id: ImporterId; readonly read: Read & { readonly ok: true } }
  | { readonly problem: string }

/** Of a zip, the file in it that an importer knows. */
export async function readFile(file: AsyncIterable<Uint8Array>, reading: Reading): Promise<ReadFile> {
  const pieces = counted(file, reading.onProgress)
  const first = await pieces.next()
  const whole = startingWith(first, pieces)
  if (first.done || !isZip(first.value)) return readText(whole, reading)
  const read = await readText(insideZip(whole, reading.zip), reading)
  return 'problem' in read && read.problem === empty ? { problem: nothingInside } : read
}

async function readText(pieces: AsyncIterable<Uint8Array>, reading: Reading): Promise<ReadFile> {
  let head = ''
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
    decoder ??= reading.decoderOf(encodingOf(piece))
    const text = decoded(() => decoder?.decode(piece, { stream: true }))
    if (text === undefined) return { problem: notText }
    take(text, false)
    if (open === undefined && head.length > 2 * headLetters) break
  }
  const rest = decoded(() => decoder?.decode() ?? '')
  if (rest === undefined) return { problem: notText }
  take(rest, true)
  if (open === undefined) return { problem: head.trim() === '' ? empty : unknownFile(head) }
  const { id, reader } = open
  const read = reader.end()
  return read.ok ? { id, read } : { problem: read.problem }
}

const empty = 'empty: export it again'
const notText = 'not in UTF-8: save it again as UTF-8'
const nothingInside = 'a zip without a file that Unknot knows, or a damaged one: unpack it and choose the file in it'

async function* counted(file: AsyncIterable<Uint8Array>, onProgress: Reading['onProgress']) {
  let bytes = 0
  for await (const piece of file) {
    if (piece.length === 0) continue
    yield piece
    bytes += piece.length
    onProgress?.(bytes)
  }
}

async function* startingWith(first: IteratorResult<Uint8Array>, rest: AsyncIterable<Uint8Array>) {
  if (!first.done) yield first.value
  yield* rest
}

const isZip = ([p, k, three, four]: Uint8Array): boolean => p === 0x50 && k === 0x4b && three === 3 && four === 4

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
