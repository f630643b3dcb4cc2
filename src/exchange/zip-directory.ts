/**
 * The directory at the end of a zip: what files it has, and the checksum and the size of each. A zip is streamed, so
 * its end is kept in memory until the last byte. Format: PKWARE's APPNOTE, sections 4.3.12 to 4.3.16.
 */

export interface ZipFile {
  readonly name: string
  readonly crc: number
  readonly size: number
  readonly isLocked: boolean
}

const most = { tail: 8_000_000, end: 65_557 }
const signature = { file: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 }

/** Collects the end of a file that arrives in pieces. */
export function tailOf() {
  const pieces: Uint8Array[] = []
  let length = 0
  return {
    push(piece: Uint8Array): void {
      pieces.push(piece)
      length += piece.length
      while (length - (pieces[0]?.length ?? 0) >= most.tail) length -= pieces.shift()?.length ?? 0
    },
    bytes(): Uint8Array {
      const all = new Uint8Array(length)
      let at = 0
      for (const piece of pieces) {
        all.set(piece, at)
        at += piece.length
      }
      return all
    },
  }
}

/** Undefined if the directory is not whole: the zip is cut off. */
export function filesInZip(tail: Uint8Array): readonly ZipFile[] | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  const end = endAt(view)
  if (end === undefined) return undefined
  const files: ZipFile[] = []
  for (let at = end.start; at < end.stop; ) {
    if (at < 0 || at + 46 > view.byteLength || view.getUint32(at, true) !== signature.file) return undefined
    const nameLength = view.getUint16(at + 28, true)
    files.push({
      name: letters(tail.subarray(at + 46, at + 46 + nameLength)),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

function endAt(view: DataView): { readonly start: number; readonly stop: number } | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - most.end); at -= 1) {
    if (view.getUint32(at, true) !== signature.end) continue
    const length = view.getUint32(at + 12, true)
    const large = at - 76
    if (large < 0 || view.getUint32(large, true) !== signature.end64) return { start: at - length, stop: at }
    return { start: large - Number(view.getBigUint64(large + 40, true)), stop: large }
  }
  return undefined
}

/** Names are compared as bytes, whatever their encoding. */
function letters(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

const table = Uint32Array.from({ length: 256 }, (_, value) => {
  let rest = value
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** The checksum of a zip (CRC-32) over bytes that arrive in pieces. */
export function checksum() {
  let [rest, size] = [0xffffffff, 0]
  return {
    push(bytes: Uint8Array): void {
      size += bytes.length
      for (const byte of bytes) rest = (table[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8)
    },
    is: (file: ZipFile): boolean => (rest ^ 0xffffffff) >>> 0 === file.crc && size % 2 ** 32 === file.size,
  }
}
