/** Imports a file of another program: a worker reads it, then it is added in one step that can be undone. */
import type { DiaryEvent } from '../../diary/event.ts'
import type { Answers } from '../../exchange/importer.ts'
import { withIngredients } from '../../exchange/medicine-names.ts'
import { actOf, type Preview } from '../../exchange/preview.ts'
import type { ImporterId } from '../../exchange/programs.ts'
import { uuidV7After } from '../../ids.ts'
import { localIso } from '../../time.ts'
import { holdingsOf } from '../medicines/door.ts'
import { addKept, newestId, problem, readAll, unkept } from '../state/log.ts'
import { isKeptOnce } from '../state/storage/storage.ts'
import { callsTo } from '../state/worker/call-worker.ts'
import type { ImportTasks, LookedInto } from './worker/messages.ts'

export interface Look {
  readonly answer: Promise<LookedInto>
  readonly stop: () => void
}

/** Stopping ends the worker, and the answer never comes. */
export function lookInto(
  file: File,
  from: ImporterId | undefined,
  answers: Answers,
  onProgress: (bytes: number) => void,
): Look {
  const { call, makeReady, stop } = callsTo<ImportTasks>(
    () => new Worker(new URL('./worker/import.worker.ts', import.meta.url), { type: 'module' }),
    'imports',
  )
  const isInDatabase = problem.peek() !== 'no-database' && problem.peek() !== 'newer-database'
  const ask = async () => {
    const besides = isInDatabase ? unkept.peek() : await readAll()
    return call('lookInto', { file, from, answers, isInDatabase, besides }, { onNews: onProgress })
  }
  makeReady()
  return { answer: ask().then(withNames).finally(stop), stop }
}

/** The ingredients of the medicines in the file. If the names cannot be loaded, the medicines keep their names and are listed. */
async function withNames(looked: LookedInto): Promise<LookedInto> {
  if (looked.kind !== 'previews') return looked
  const names = [...new Set(looked.parts.flatMap(({ preview }) => preview.unknownMedicines))]
  if (names.length === 0) return looked
  try {
    const holdings = await holdingsOf(names)
    const parts = looked.parts.map(part => ({ ...part, preview: withIngredients(part.preview, holdings) }))
    return { ...looked, parts }
  } catch {
    return looked
  }
}

/** The `merged` event, with which the import can be undone; undefined if nothing could be stored. */
export async function addImport(preview: Preview): Promise<DiaryEvent | undefined> {
  const now = new Date()
  const newest = newestId()
  const next = (after: string) =>
    uuidV7After([newest, after].sort().at(-1) ?? after, now.getTime(), crypto.getRandomValues(new Uint8Array(10)))
  const act = actOf(preview, localIso(now), next)
  const went = await addKept(act)
  return went === undefined || isKeptOnce(went) ? (act.at(-1) as DiaryEvent | undefined) : undefined
}
