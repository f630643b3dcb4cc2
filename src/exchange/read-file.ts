/** Reads a file as a stream: a text, a text packed with gzip, or a zip with one or more exports in it. */
import { type Answers, type Asked, type Read, refuseMany, type Tools, TooMuch } from './importer.ts'
import type { TextRead } from './open-text.ts'
import type { ImporterId } from './programs.ts'
import { type DecoderOf, textReader } from './read-text.ts'
import { unzip, type Zip } from './unzip.ts'

export interface Reading {
  /** The importer that the person chose; otherwise the file is recognised by its content. */
  readonly from?: ImporterId | undefined
  readonly tools: Tools
  readonly answers?: Answers
  readonly zip: Zip
  readonly decoderOf: DecoderOf
  /** Unpacks gzip; fails on a damaged file, or one that is cut off. */
  readonly gunzip: (pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  /** Called with the number of bytes read so far. */
  readonly onProgress?: (bytes: number) => void
}

export interface ReadPart {
  /** Its name in a zip. */
  readonly name: string | undefined
  readonly id: ImporterId
  readonly read: Read & { readonly ok: true }
}

export type ReadFile =
  | {
      /** At least one. */
      readonly parts: readonly ReadPart[]
      /** What of a zip is not read, in words. */
      readonly besides: readonly string[]
    }
  | { readonly problem: string; readonly asks?: Asked | undefined }

export async function readFile(file: AsyncIterable<Uint8Array>, reading: Reading): Promise<ReadFile> {
  try {
    return await readPieces(file, reading)
  } catch (problem) {
    if (problem instanceof TooMuch) return { problem: problem.message }
    throw problem
  }
}

async function readPieces(file: AsyncIterable<Uint8Array>, reading: Reading): Promise<ReadFile> {
  const pieces = counted(file, reading.onProgress)
  const first = await pieces.next()
  const whole = startingWith(first, pieces)
  const kind = first.done ? 'text' : packingOf(first.value)
  if (kind === 'zip') return readZip(whole, reading)
  const read = kind === 'gzip' ? await readGzip(whole, reading) : await readText(whole, reading)
  return 'problem' in read
    ? { problem: read.problem, asks: read.asks }
    : { parts: [{ name: undefined, ...read }], besides: [] }
}

const readerFor = ({ decoderOf, tools, from, answers }: Reading) =>
  textReader(decoderOf, answers ? { ...tools, answers } : tools, from)

type Unread = Extract<TextRead, { readonly problem: string }>

async function readText(pieces: AsyncIterable<Uint8Array>, reading: Reading): Promise<TextRead> {
  const reader = readerFor(reading)
  for await (const piece of pieces) if (!reader.take(piece)) break
  return reader.end()
}

const brokenGzip = 'packed with gzip, and damaged or cut off: get it again, or export it again'
const mostUnpacked = 8_000_000_000

async function readGzip(pieces: AsyncIterable<Uint8Array>, reading: Reading): Promise<TextRead> {
  const reader = readerFor(reading)
  let bytes = 0
  try {
    for await (const piece of reading.gunzip(pieces)) {
      bytes += piece.length
      if (bytes > mostUnpacked) return { problem: brokenGzip }
      if (!reader.take(piece)) break
    }
  } catch {
    return { problem: brokenGzip }
  }
  return reader.end()
}

const nothingInside = 'a zip without a file that Unknot knows: unpack it and choose the file in it'

/** Every file in it that an importer knows. */
async function readZip(pieces: AsyncIterable<Uint8Array>, reading: Reading): Promise<ReadFile> {
  let entries = 0
  const unzipped = await unzip(pieces, reading.zip, () => {
    const reader = readerFor(reading)
    let read: TextRead | undefined
    const done = () => {
      read ??= reader.end()
      if (!('problem' in read)) entries += read.read.found.length + read.read.kept.length
      refuseMany(entries)
    }
    return { take: reader.take, done, read: () => read }
  })
  if ('problem' in unzipped) return unzipped
  const parts: ReadPart[] = []
  const besides: string[] = []
  let [problem, table]: (Unread | undefined)[] = []
  let unknown = unzipped.others
  for (const { name, receiver } of unzipped.files) {
    const read = receiver.read()
    if (read === undefined) unknown += 1
    else if (!('problem' in read)) parts.push({ name, ...read })
    else if (read.isUnknown) {
      unknown += 1
      if (read.asks) table ??= read
    } else if (read.asks) return read
    else {
      problem ??= read
      besides.push(`${name}: ${read.problem}.`)
    }
  }
  if (parts.length === 0) return problem ?? table ?? { problem: nothingInside }
  if (unknown > 0) besides.push(`Files in the zip that are no diary, and are not read: ${unknown}.`)
  return { parts, besides }
}

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

function packingOf([one, two, three, four]: Uint8Array): 'zip' | 'gzip' | 'text' {
  if (one === 0x1f && two === 0x8b) return 'gzip'
  return one === 0x50 && two === 0x4b && (three === 3 || three === 5) && (four === 4 || four === 6) ? 'zip' : 'text'
}
