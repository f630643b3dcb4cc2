/** Reads a file in a worker and as a stream, so that half a gigabyte neither freezes the page nor fills the memory. */
import { sha256 } from '@noble/hashes/sha2.js'
import { Unzip, UnzipInflate } from 'fflate'
import { Parser } from 'htmlparser2'
import { checkEvent } from '../../../diary/check-schema.ts'
import { isKeptEvent, type KeptEvent } from '../../../diary/upgrade.ts'
import { knownOf, planImport } from '../../../exchange/plan-import.ts'
import { readFile } from '../../../exchange/read-file.ts'
import { toolsOf } from '../../../exchange/tools.ts'
import { openDatabase, readInParts } from '../../state/storage/database.ts'
import { answerCalls } from '../../state/worker/answer-calls.ts'
import type { ImportTasks, LookAsked, LookedInto } from './messages.ts'

/** Bytes between two messages of progress. */
const step = 1_000_000

const tasks: ImportTasks = {
  lookInto: (asked, tell) =>
    look(asked, tell).catch((problem: unknown) => {
      // The page offers another way; the error is logged for developers.
      console.error(problem)
      return { kind: 'problem', problem: 'not readable here: the file may have moved, so choose it again' }
    }),
}

async function look(asked: LookAsked, tell: (bytes: number) => void): Promise<LookedInto> {
  const { file, from, answers, isInDatabase, besides } = asked
  const encoder = new TextEncoder()
  const tools = toolsOf({
    Parser,
    sha256: text => sha256(encoder.encode(text)),
    decodeBase64,
    problemWith: event => {
      const checked = checkEvent(event)
      return checked.kind === 'wrong' ? checked.why : undefined
    },
    minutesAhead: instant => -new Date(instant).getTimezoneOffset(),
    now: Date.now(),
  })
  let told = 0
  const found = await readFile(piecesOf(file), {
    from,
    tools,
    answers,
    zip: { Unzip, UnzipInflate },
    decoderOf: encoding => new TextDecoder(encoding, { fatal: true }),
    gunzip,
    onProgress: bytes => {
      if (bytes - told < step) return
      told = bytes
      tell(bytes)
    },
  })
  if ('problem' in found) return { kind: 'problem', ...found }
  const kept = isInDatabase ? await readDiary() : []
  const known = knownOf([...kept, ...besides])
  const parts = found.parts.map(({ name, id, read }) => ({ name, preview: planImport(id, read, known, tools) }))
  return { kind: 'previews', parts, besides: found.besides }
}

async function readDiary(): Promise<readonly KeptEvent[]> {
  const database = await openDatabase(() => database.close())
  const kept = await readInParts(database)
  database.close()
  return kept.filter(isKeptEvent)
}

const piecesOf = (file: File): AsyncGenerator<Uint8Array> => chunksOf(file.stream())

/** Not every browser can loop over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.trim()), letter => letter.charCodeAt(0)))
  } catch {
    return ''
  }
}

/** The browser's own gzip, which checks that the file is whole. */
async function* gunzip(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const from = pieces[Symbol.asyncIterator]()
  const packed = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await from.next()
      if (done) controller.close()
      else controller.enqueue(value as Uint8Array<ArrayBuffer>)
    },
  })
  yield* chunksOf(packed.pipeThrough(new DecompressionStream('gzip')))
}

answerCalls(tasks)
