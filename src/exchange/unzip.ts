/**
 * Reads a zip as a stream: every file in it that may be an export goes to its own reader. Whether the zip is whole is
 * known at its end, from its directory and the checksums in it, before anything is added.
 */
import { TooMuch } from './importer.ts'
import { checksum, filesInZip, tailOf, type ZipFile } from './zip-directory.ts'

/** The part of fflate that is needed; the caller passes it in. */
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

/** Receives one file of the zip. */
export interface Receiver {
  /** False if nothing more of it is wanted. */
  readonly take: (bytes: Uint8Array) => boolean
  /** All of it was taken. */
  readonly done: () => void
}

export type Unzipped<Each extends Receiver> =
  | { readonly files: readonly { readonly name: string; readonly receiver: Each }[]; readonly others: number }
  | { readonly problem: string }

/** A small piece of a zip may expand a thousandfold. */
const pieceBytes = 16_384
const mostBytes = 8_000_000_000
/**
 * Text expands to 10 to 40 times its packed size; a malicious file a thousand times. A small file may expand by any
 * ratio.
 */
const mostTimes = 200
const smallBytes = 100_000_000
const mostFiles = 200

const bomb = `made to break a program: it holds more than ${mostTimes} times its size. Unpack it and choose the file in it`
const cutOff = 'a zip that is cut off: get it again, or export it again'
const locked = 'a zip that is locked with a password: unpack it and choose the file in it'
const broken = (name: string) => `a zip in which ${name} is damaged: get it again, or export it again`

/** `receive` gives the reader of a file of this name. */
export async function unzip<Each extends Receiver>(
  pieces: AsyncIterable<Uint8Array>,
  { Unzip, UnzipInflate }: Zip,
  receive: () => Each,
): Promise<Unzipped<Each>> {
  const opened: Opened<Each>[] = []
  const tail = tailOf()
  const size = expansion()
  const stream = new Unzip(entry => {
    if (!mayBeExport(entry.name) || opened.length >= mostFiles) return
    opened.push(open(entry, receive(), size.unpacked))
  })
  stream.register(UnzipInflate as never)
  let isReadable = true
  for await (const piece of pieces) {
    tail.push(piece)
    for (let at = 0; at < piece.length && isReadable; at += pieceBytes) {
      isReadable = pushed(() => stream.push(piece.subarray(at, at + pieceBytes)))
      size.packed(Math.min(pieceBytes, piece.length - at))
    }
  }
  return judged(opened, filesInZip(tail.bytes()))
}

interface Opened<Each> {
  readonly name: string
  readonly receiver: Each
  readonly sum: ReturnType<typeof checksum>
  /** Nothing more of it is wanted, so its checksum is unknown. */
  isLeft: boolean
  isEnded: boolean
}

function open<Each extends Receiver>(entry: ZipEntry, receiver: Each, unpacked: (bytes: number) => void): Opened<Each> {
  const file: Opened<Each> = { name: entry.name, receiver, sum: checksum(), isLeft: false, isEnded: false }
  entry.ondata = (problem, bytes, isLast) => {
    if (problem) throw problem
    if (file.isLeft) return
    unpacked(bytes.length)
    file.sum.push(bytes)
    file.isEnded = isLast
    if (!receiver.take(bytes)) {
      file.isLeft = true
      if (!isLast) entry.terminate()
    }
    if (isLast || file.isLeft) receiver.done()
  }
  // Locked files and those packed in a rare way cannot be started; the directory says what they are.
  pushed(entry.start)
  return file
}

function judged<Each extends Receiver>(
  opened: readonly Opened<Each>[],
  directory: readonly ZipFile[] | undefined,
): Unzipped<Each> {
  if (directory === undefined) return { problem: cutOff }
  const wanted = directory.filter(({ name }) => mayBeExport(name)).slice(0, mostFiles)
  if (wanted.some(({ isLocked }) => isLocked)) return { problem: locked }
  const wrong = wanted.find((file, at) => {
    const of = opened[at]
    return of === undefined || (!of.isLeft && !(of.isEnded && of.sum.is(file)))
  })
  if (wrong) return { problem: broken(wrong.name) }
  return {
    files: opened.map(({ name, receiver }) => ({ name, receiver })),
    others: directory.filter(({ name }) => !name.endsWith('/')).length - wanted.length,
  }
}

/** By its name: pictures and routes are passed over; everything else is looked into. */
const mayBeExport = (name: string): boolean =>
  !/^__MACOSX\/|\/$/.test(name) && /\.(xml|csv|tsv|txt|json|ndjson|jsonl|daylio)$/i.test(name)

function expansion() {
  let [packed, unpacked] = [0, 0]
  return {
    packed(bytes: number): void {
      packed += bytes
      if (unpacked > mostBytes || (unpacked > smallBytes && unpacked > packed * mostTimes)) throw new TooMuch(bomb)
    },
    unpacked(bytes: number): void {
      unpacked += bytes
    },
  }
}

/** False if the zip is damaged. */
function pushed(push: () => void): boolean {
  try {
    push()
    return true
  } catch (problem) {
    if (problem instanceof TooMuch) throw problem
    return false
  }
}
