/**
 * Writes to stdout with backpressure, so that a slow reader does not fill the memory, and formats prose for a terminal.
 */
import { once } from 'node:events'
import { wrapText } from './wrap.ts'

/** Wraps prose between words for a narrow terminal. JSON, files and pipes get it unchanged. */
export async function print(text: string): Promise<void> {
  const { columns, isTTY } = process.stdout
  await writeData(isTTY ? wrapText(text, columns) : text)
}

/** Writes data unchanged. */
export async function writeData(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Can the terminal move its cursor? A dumb one (in an editor or a log) can only print lines. */
export const canMoveCursor = ({ isTTY }: { readonly isTTY?: boolean }): boolean =>
  isTTY === true && process.env.TERM !== 'dumb'

/**
 * When the reader has closed the pipe (`| head -1`), the command ends quietly. Any other write error, such as a full
 * disk, is printed as one line, and the command exits with 2.
 */
export function endWhenNobodyReads(): void {
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code === 'EPIPE') process.exit(0)
    console.error(`unknot: standard output cannot be written: ${reasons[problem.code ?? ''] ?? problem.code}`)
    process.exit(2)
  })
  process.stderr.on('error', () => undefined)
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no room is left there: make room, or write elsewhere',
  EDQUOT: 'your share of the disk is used up: make room, or write elsewhere',
  EFBIG: 'the file may grow no larger: write elsewhere',
  EIO: 'the device fails: write elsewhere',
}
