/** Reads the bytes of one file: its encoding, and its text as an importer understands it. */
import { type Tools, TooMuch } from './importer.ts'
import { headLetters } from './importers.ts'
import { emptyFile, type OpenText, openText, type TextRead, unknownText } from './open-text.ts'
import type { ImporterId } from './programs.ts'

/** As in `TextDecoder`; the caller passes in how to create one. */
export interface Decoder {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string
}

/** Fatal: throws on bytes that are not valid in the encoding. */
export type DecoderOf = (encoding: 'utf-8' | 'utf-16le' | 'utf-16be') => Decoder

export interface TextReader {
  /** False if nothing more of the file is wanted. */
  readonly take: (bytes: Uint8Array) => boolean
  readonly end: () => TextRead
}

export function textReader(decoderOf: DecoderOf, tools: Tools, from: ImporterId | undefined): TextReader {
  let head = ''
  let decoder: Decoder | undefined
  let open: OpenText | undefined
  /** What ended the reading before the end of the file. */
  let stopped: TextRead | undefined
  const takeText = (text: string, isLast: boolean): void => {
    if (open === undefined) {
      head = (head + text).replace(/^\uFEFF/, '')
      if (head.trim() === '' || (!isLast && head.length < headLetters)) return
      open = openText(head, from, tools)
      open?.take(head)
      if (open === undefined) stopped = unknownText(head)
    } else open.take(text)
  }
  const takeBytes = (decode: () => string | undefined, isLast: boolean): void => {
    const text = decoded(decode)
    if (text === undefined) stopped = { problem: notText }
    else takeText(text, isLast)
  }
  return {
    take(bytes) {
      const tooMuch = tooMuchIn(() => {
        decoder ??= decoderOf(encodingOf(bytes))
        takeBytes(() => decoder?.decode(bytes, { stream: true }), false)
      })
      stopped ??= tooMuch
      return stopped === undefined
    },
    end() {
      if (stopped !== undefined) return stopped
      let read: TextRead = { problem: emptyFile }
      const tooMuch = tooMuchIn(() => {
        takeBytes(() => decoder?.decode() ?? '', true)
        if (open !== undefined && stopped === undefined) read = open.end()
      })
      return tooMuch ?? stopped ?? read
    },
  }
}

/** The one line for the person, if the file would fill the memory. */
function tooMuchIn(work: () => void): TextRead | undefined {
  try {
    work()
    return undefined
  } catch (problem) {
    if (problem instanceof TooMuch) return { problem: problem.message }
    throw problem
  }
}

const notText = 'not in UTF-8: save it again as UTF-8'

/** Undefined for bytes that are not text in their encoding. */
function decoded(decode: () => string | undefined): string | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}

/** Detected by the byte order mark; without one it is UTF-8. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
