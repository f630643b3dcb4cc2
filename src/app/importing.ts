/** Bringing in a file of another program: looked into in a worker, then added in one act that one tap undoes. */
import type { DiaryEvent } from '../diary/event.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { actOf, type Preview } from '../exchange/plan-import.ts'
import { uuidV7After } from '../ids.ts'
import type { Asked, Heard } from './import/messages.ts'
import { addKept, newestId, problem, readAll, unkept } from './log.ts'
import { localIso } from './store.ts'

export interface Look {
  readonly answer: Promise<Exclude<Heard, { kind: 'progress' }>>
  readonly stop: () => void
}

/** Stopping ends the worker, and the answer never comes. */
export function lookInto(file: File, onProgress: (bytes: number) => void): Look {
  const worker = new Worker(new URL('./import/import.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<Exclude<Heard, { kind: 'progress' }>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Heard>) => {
      if (data.kind === 'progress') return onProgress(data.bytes)
      worker.terminate()
      resolve(data)
    }
    worker.onerror = () => reject(new Error('the worker of imports did not start'))
    const isInDatabase = problem.peek() !== 'no-database' && problem.peek() !== 'newer-database'
    const ask = (besides: readonly KeptEvent[]) => worker.postMessage({ file, isInDatabase, besides } satisfies Asked)
    if (isInDatabase) ask(unkept.peek())
    else void readAll().then(ask, reject)
  })
  return { answer, stop: () => worker.terminate() }
}

/** The `merged` event, by which all of it can be undone; undefined where nothing could be kept. */
export async function addImport(preview: Preview): Promise<DiaryEvent | undefined> {
  const now = new Date()
  const newest = newestId()
  const next = (after: string) =>
    uuidV7After([newest, after].sort().at(-1) ?? after, now.getTime(), crypto.getRandomValues(new Uint8Array(10)))
  const act = actOf(preview, localIso(now), next)
  const went = await addKept(act)
  return went === undefined || went === 'full-for-one' ? (act.at(-1) as DiaryEvent | undefined) : undefined
}
