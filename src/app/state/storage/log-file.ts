/**
 * The second copy of the diary: one append-only file in the browser's own file system (OPFS). Each line is flushed to
 * the disk before it counts as stored. It runs in a worker, where files can be written synchronously; a lock lets one
 * tab write at a time.
 */
import type { KeptEvent } from '../../../diary/upgrade.ts'
import { logFileName } from './keeper.ts'
import { type Line, type Read, readLines, toEvent, toLine } from './lines.ts'

const newline = 10

/** False if the browser has no such file system. */
export const hasFiles = (): boolean => typeof navigator.storage?.getDirectory === 'function'

export function appendToFile(events: readonly KeptEvent[]): Promise<void> {
  const bytes = new TextEncoder().encode(events.map(toLine).join(''))
  return withFile(file => {
    const size = file.getSize()
    const start = size > 0 && lastByte(file, size) !== newline ? endTorn(file, size) : size
    const written = file.write(bytes, { at: start })
    if (written < bytes.length) {
      file.truncate(start)
      throw new DOMException('the file could not grow', 'QuotaExceededError')
    }
    file.flush()
  })
}

/** Read while holding the lock and parsed after it, so that writers do not wait for the parsing. */
export async function readFile(): Promise<Read> {
  return readLines(await withFile(bytesOf))
}

/** Rewrites the file with its complete lines only. Called only when the database has all events. */
export const mendFile = (isWhole: (line: Line) => boolean): Promise<void> =>
  withFile(file => {
    const { lines } = readLines(bytesOf(file))
    const events = lines.filter(isWhole).flatMap(line => toEvent(line) ?? [])
    const whole = new TextEncoder().encode(events.map(toLine).join(''))
    file.truncate(0)
    file.write(whole, { at: 0 })
    file.flush()
  })

function bytesOf(file: FileSystemSyncAccessHandle): Uint8Array {
  const bytes = new Uint8Array(file.getSize())
  file.read(bytes, { at: 0 })
  return bytes
}

export const clearFile = (): Promise<void> =>
  withFile(file => {
    file.truncate(0)
    file.flush()
  })

function lastByte(file: FileSystemSyncAccessHandle, size: number): number | undefined {
  const last = new Uint8Array(1)
  file.read(last, { at: size - 1 })
  return last[0]
}

/** Ends an incomplete line, so that it does not damage the line after it. */
function endTorn(file: FileSystemSyncAccessHandle, size: number): number {
  file.write(Uint8Array.of(newline), { at: size })
  return size + 1
}

async function withFile<Result>(use: (file: FileSystemSyncAccessHandle) => Result): Promise<Result> {
  const folder = await navigator.storage.getDirectory()
  const handle = await folder.getFileHandle(logFileName, { create: true })
  return navigator.locks.request('unknot-diary-file', async () => {
    const file = await handle.createSyncAccessHandle()
    try {
      return use(file)
    } finally {
      file.close()
    }
  })
}
