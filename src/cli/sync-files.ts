/** The files of `unknot sync`: the recovery code, and the diary with events of any version. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { isKeptEvent, type KeptEvent } from '../diary/upgrade.ts'
import { readRecoveryCode } from '../sync/recovery-code.ts'
import { diaryFile } from './diary-file.ts'
import { BadInput } from './input.ts'

/** The secret whose words are in the file. */
export function secretIn(file: string): Uint8Array {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`${file}: cannot be read: it is the file that unknot sync on wrote, or your 24 words in a file`)
  }
  const read = readRecoveryCode(text)
  if (!read.ok) throw new BadInput(`${file}: ${read.problem}`)
  return read.secret
}

export function refuseExisting(codeFile: string): void {
  if (existsSync(codeFile))
    throw new BadInput(`${codeFile}: is there already, and may hold the code of a diary: name another with --code-file`)
}

/** Only the owner may read it. It never takes the place of a file that is there. */
export function writeCode(file: string, words: string): void {
  try {
    const out = openSync(file, 'wx', 0o600)
    writeSync(out, `${words}\n`)
    fsyncSync(out)
    closeSync(out)
  } catch (problem) {
    refuseExisting(file)
    throw new BadInput(`${file}: cannot be written (${(problem as NodeJS.ErrnoException).code}): check the folder`)
  }
}

/**
 * Every event of a diary, those of unknown types and newer versions too, because they travel on. A line that is no event
 * stops the command: it could not be passed on, and would be lost when the file is written.
 */
export async function diaryEvents(file: string): Promise<readonly KeptEvent[]> {
  if (!existsSync(file)) throw new BadInput(`${file}: there is no such diary: give a file that Unknot saved as JSON`)
  const events: KeptEvent[] = []
  for await (const entries of diaryFile(file))
    for (const entry of entries) {
      if ('fault' in entry) throw new BadInput(`${file}, ${entry.place}: ${entry.fault}`)
      if (!isKeptEvent(entry.value))
        throw new BadInput(`${file}, ${entry.place}: not an event: unknot diary check ${file} says why`)
      events.push(entry.value)
    }
  return events
}
