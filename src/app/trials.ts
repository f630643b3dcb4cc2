/** Trials for the screens: where each stands, and answers from the worker. */
import { computed } from '@preact/signals'
import { type Course, courseOf } from '../plan/trial-course.ts'
import type { Analysis, analyse } from '../trials/analyse.ts'
import type { powerTable } from '../trials/design.ts'
import type { Power } from '../trials/power.ts'
import { diary, openedAt, today } from './store.ts'
import type { TrialAnswer, TrialJob } from './trial-worker.ts'

/** Newest first. */
export const courses = computed<readonly Course[]>(() => {
  openedAt.value
  return diary.value.trials.toReversed().flatMap(log => courseOf(log, today()) ?? [])
})

export const isOpen = ({ state }: Course): boolean => state === 'running' || state === 'paused' || state === 'waiting'
export const openCourse = computed<Course | undefined>(() => courses.value.find(isOpen))

export const analyseAway = (...given: Parameters<typeof analyse>): Promise<Analysis> =>
  ask({ kind: 'analyse', given }) as Promise<Analysis>
export const powerAway = (...given: Parameters<typeof powerTable>): Promise<readonly Power[]> =>
  ask({ kind: 'power', given }) as Promise<readonly Power[]>

/** Starts the worker before it is needed, so that an answer waits for its numbers only. */
export function warmUp(): void {
  worker ??= start()
}

let worker: Worker | undefined
let count = 0
const waiting = new Map<
  number,
  { readonly resolve: (answer: unknown) => void; readonly reject: (problem: unknown) => void }
>()

function ask(job: TrialJob): Promise<unknown> {
  worker ??= start()
  const id = ++count
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker?.postMessage({ ...job, id })
  })
}

function start(): Worker {
  const started = new Worker(new URL('./trial-worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }: MessageEvent<TrialAnswer>) => {
    waiting.get(data.id)?.resolve(data.answer)
    waiting.delete(data.id)
  }
  started.onerror = problem => {
    for (const { reject } of waiting.values()) reject(problem)
    waiting.clear()
  }
  return started
}

/** SHA-256 as lower-case hex. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
