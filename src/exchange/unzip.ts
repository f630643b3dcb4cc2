/** A zip, as Apple Health and others hand it over: the first file in it that an importer knows, as it comes. */
import { headLetters, recognise } from './importers.ts'

/** What of fflate is needed; the host passes it in. */
export interface Zip {
  readonly Unzip: new (
    onFile: (entry: ZipEntry) => void,
  ) => {
    readonly register: (decoder: never) => void
    readonly push: (bytes: Uint8Array, isLast?: boolean) => void
  }
  readonly UnzipInflate: unknown
}

interface ZipEntry {
  readonly name: string
  ondata(problem: Error | null, bytes: Uint8Array, isLast: boolean): void
  readonly start: () => void
  readonly terminate: () => void
}

/** A small piece of a zip may hold a thousand times as much. */
const pieceBytes = 16_384
const mostBytes = 8_000_000_000

/** Yields nothing where the zip holds no such file, or is damaged before it. */
export async function* insideZip(
  pieces: AsyncIterable<Uint8Array>,
  { Unzip, UnzipInflate }: Zip,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let chosen: ZipEntry | undefined
  let [isOver, bytes] = [false, 0]
  const unzip = new Unzip(entry => {
    if (chosen !== undefined || !/\.(xml|csv|json)$/i.test(entry.name)) return
    const waiting: Uint8Array[] = []
    let head = ''
    entry.ondata = (problem, data, isLast) => {
      if (problem) throw problem
      if (chosen === entry) ready.push(data)
      else if (chosen === undefined) {
        waiting.push(data)
        head += letters(data)
        if (recognise(head) !== undefined) {
          chosen = entry
          ready.push(...waiting)
        } else if (head.length > headLetters) entry.terminate()
      }
      if (isLast && chosen === entry) isOver = true
    }
    entry.start()
  })
  unzip.register(UnzipInflate as never)
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += pieceBytes) {
      if (!pushed(() => unzip.push(piece.subarray(at, at + pieceBytes)))) return
      for (const each of ready) bytes += each.length
      yield* ready.splice(0)
      if (isOver || bytes > mostBytes) return
    }
}

/** False where the zip is damaged. */
function pushed(push: () => void): boolean {
  try {
    push()
    return true
  } catch {
    return false
  }
}

/** What a file begins with is told by letters of ASCII. */
function letters(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes.subarray(0, headLetters)) text += String.fromCharCode(byte)
  return text.replace(/^\u00EF\u00BB\u00BF/, '')
}
