/** Reads a file away from the screen, as it comes, so that half a gigabyte neither freezes the page nor fills the memory. */
import { sha256 } from '@noble/hashes/sha2.js'
import { Unzip, UnzipInflate } from 'fflate'
import { Parser } from 'htmlparser2'
import papa from 'papaparse'
import { checkEvent } from '../../diary/check-schema.ts'
import { isKeptEvent, type KeptEvent } from '../../diary/upgrade.ts'
import { knownOf, planImport } from '../../exchange/plan-import.ts'
import { readFile } from '../../exchange/read-file.ts'
import { toolsOf } from '../../exchange/tools.ts'
import { openDatabase, readInParts } from '../storage/database.ts'
import type { Asked, Heard } from './messages.ts'

const tell = (heard: Heard) => postMessage(heard)
/** Bytes between two words of progress. */
const step = 1_000_000

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  look(data).then(tell, (problem: unknown) => {
    // The page gives the person a way on; what happened is for whoever mends it.
    console.error(problem)
    tell({ kind: 'problem', problem: 'not readable here: the file may have moved, so choose it again' })
  })
})

async function look({ file, isInDatabase, besides }: Asked): Promise<Heard> {
  const encoder = new TextEncoder()
  const tools = toolsOf({
    papa,
    Parser,
    sha256: text => sha256(encoder.encode(text)),
    problemWith: event => {
      const checked = checkEvent(event)
      return checked.kind === 'wrong' ? checked.why : undefined
    },
    minutesAhead: instant => -new Date(instant).getTimezoneOffset(),
    now: Date.now(),
  })
  let told = 0
  const found = await readFile(piecesOf(file), {
    tools,
    zip: { Unzip, UnzipInflate },
    decoderOf: encoding => new TextDecoder(encoding, { fatal: true }),
    onProgress: bytes => {
      if (bytes - told < step) return
      told = bytes
      tell({ kind: 'progress', bytes })
    },
  })
  if ('problem' in found) return { kind: 'problem', problem: found.problem }
  const kept = isInDatabase ? await readDiary() : []
  return { kind: 'preview', preview: planImport(found.id, found.read, knownOf([...kept, ...besides]), tools) }
}

async function readDiary(): Promise<readonly KeptEvent[]> {
  const database = await openDatabase(() => database.close())
  const kept = await readInParts(database)
  database.close()
  return kept.filter(isKeptEvent)
}

/** Not every browser can loop over a stream. */
async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
