/** How far a long command is, on one line of a terminal; a file or a pipe hears nothing. */
import { statSync } from 'node:fs'

export interface Progress {
  readonly at: (bytes: number) => void
  /** Takes the line away again. */
  readonly end: () => void
}

const quiet: Progress = { at: () => undefined, end: () => undefined }
const every = 100

/** `what` is said before the share of the file that has been read. */
export function progressOf(what: string, file: string): Progress {
  const size = file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  if (process.stderr.isTTY !== true || size === 0) return quiet
  let last = 0
  return {
    at: bytes => {
      const now = Date.now()
      if (now - last < every) return
      last = now
      process.stderr.write(`\r${what} ${file}: ${Math.floor((bytes / size) * 100)} %\x1b[K`)
    },
    end: () => void process.stderr.write('\r\x1b[K'),
  }
}
