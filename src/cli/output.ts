/** Writes to stdout without piling up what a slow reader has not taken yet. */
import { once } from 'node:events'

export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** When the reader has gone (`| head -1`), there is nobody to tell: the command ends quietly. */
export function endWhenNobodyReads(): void {
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem
    process.exit(0)
  })
}
