/** A diary to convert: checked first, then read in the order of its ids. */
import { checkEvent } from '../diary/check-schema.ts'
import { merge } from '../diary/merge.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { checkFile, type Report } from './diary-check.ts'
import { diaryFile } from './diary-file.ts'
import { progressOf } from './progress.ts'

export interface DiarySource {
  readonly report: Report
  /** Each id once, in order. Invalid entries were reported by the check. */
  readonly events: () => AsyncGenerator<readonly KeptEvent[]>
}

/** A sorted file is read a second time as a stream. Any other file, and stdin, is kept in memory to be sorted. */
export async function openDiary(file: string): Promise<DiarySource> {
  const held: KeptEvent[] = []
  const isOnce = file === '-'
  const report = await checkFile(file, isOnce ? event => held.push(event) : undefined)
  const isStreamed = report.isInOrder && !isOnce
  return { report, events: isStreamed ? () => streamed(file) : () => ordered(file, isOnce ? held : undefined) }
}

async function* streamed(file: string): AsyncGenerator<readonly KeptEvent[]> {
  const progress = progressOf('reading', file)
  for await (const entries of diaryFile(file, progress.at))
    yield entries.flatMap(entry => {
      const checked = 'value' in entry ? checkEvent(entry.value) : undefined
      return checked === undefined || checked.kind === 'wrong' ? [] : [checked.event]
    })
  progress.end()
}

async function* ordered(file: string, held: readonly KeptEvent[] | undefined): AsyncGenerator<readonly KeptEvent[]> {
  const all: KeptEvent[] = [...(held ?? [])]
  if (held === undefined) for await (const events of streamed(file)) for (const event of events) all.push(event)
  yield merge([], all)
}

/** Every event of it at once. */
export async function allOf(source: DiarySource): Promise<readonly KeptEvent[]> {
  const all: KeptEvent[] = []
  for await (const events of source.events()) for (const event of events) all.push(event)
  return all
}
