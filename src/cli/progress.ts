/** Shows the progress of a long command on one line of a terminal; prints nothing to a file or a pipe. */
import { statSync } from 'node:fs'
import { canMoveCursor } from './output.ts'

export interface Progress {
  readonly at: (bytes: number) => void
  /** Clears the line. */
  readonly end: () => void
}

const quiet: Progress = { at: () => undefined, end: () => undefined }
const every = 100

/** `what` is printed before the share of the file that has been read. */
export function progressOf(what: string, file: string): Progress {
  const size = file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  if (!canMoveCursor(process.stderr) || size === 0) return quiet
  let last = 0
  return {
    at: bytes => {
      const now = Date.now()
      if (now - last < every) return
      last = now
      // Truncated to one line, because a longer one would leave remains when it is redrawn.
      const said = `${what} ${file}: ${Math.floor((bytes / size) * 100)} %`
      process.stderr.write(`\r${said.slice(-Math.max(1, process.stderr.columns - 1))}\x1b[K`)
    },
    end: () => void process.stderr.write('\r\x1b[K'),
  }
}
