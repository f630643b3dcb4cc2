/**
 * Runs work outside the main thread, so that the check for danger never waits for it. Quick look-ups and slow
 * computations have separate lanes. A lane runs a few jobs at once and queues a few. A job that is no longer needed, or
 * that takes too long, is stopped with its thread.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import Tinypool from 'tinypool'
import type { TaskAnswer } from './tasks/answer.ts'
import type { TaskName } from './tasks/tasks.ts'
import type { Job, JobNews } from './worker.ts'

export interface Work {
  readonly run: (task: TaskName, input: string, signal?: AbortSignal) => Promise<WorkDone>
  /** Do the threads work? The first request starts them. */
  readonly isReady: () => Promise<boolean>
}

export type WorkDone =
  | ({ readonly kind: 'answer' } & TaskAnswer)
  /** Too many requests at once. */
  | { readonly kind: 'busy' }
  /** Stopped at its deadline without an answer. */
  | { readonly kind: 'too-long' }
  /** The client has disconnected. */
  | { readonly kind: 'gone' }

/** Times are in seconds. */
export interface LaneLimits {
  /** The number of jobs at once, each in a thread. */
  readonly atOnce: number
  /** The number of jobs that may wait. */
  readonly waiting: number
  /** The longest time in the queue. */
  readonly patience: number
  /** The longest time of one job, once started. */
  readonly seconds: number
}

export interface WorkLimits {
  readonly quick: LaneLimits
  readonly slow: LaneLimits
  /** The bundled worker script. */
  readonly worker: string
}

type Lane = 'quick' | 'slow'

const laneOf: Readonly<Record<TaskName, Lane>> = {
  answer: 'quick',
  'changed-day': 'quick',
  claims: 'quick',
  foods: 'quick',
  medicine: 'quick',
  meals: 'slow',
  menu: 'slow',
  'rich-foods': 'quick',
  'trial-analysis': 'slow',
  'trial-design': 'slow',
}

/** Beside the bundled command. When run from source: the file that `npm run dev` wrote, or else the last build's. */
function workerFile(): string {
  const places = ['worker.js', '../../.dev/worker.js', '../../dist/cli/worker.js']
  const files = places.map(place => fileURLToPath(new URL(place, import.meta.url)))
  return files.find(existsSync) ?? 'worker.js'
}

/** One processor is left to the main thread, which needs little. */
const usualLimits = (): WorkLimits => ({
  quick: { atOnce: 1, waiting: 64, patience: 10, seconds: 3 },
  slow: { atOnce: Math.max(1, Math.min(4, availableParallelism() - 1)), waiting: 8, patience: 20, seconds: 10 },
  worker: workerFile(),
})

/** A lane starts no thread before its first job. */
export function workInThreads(limits: WorkLimits = usualLimits()): Work {
  const lanes = { quick: lane(limits.quick, limits.worker), slow: lane(limits.slow, limits.worker) }
  let ready: Promise<boolean> | undefined
  const areLanesReady = async () => {
    const done = await Promise.all(Object.values(lanes).map(run => run('nothing', '', undefined)))
    return done.every(({ kind }) => kind === 'answer')
  }
  return {
    run: (task, input, signal) => lanes[laneOf[task]](task, input, signal),
    isReady: async () => {
      ready ??= areLanesReady().catch(() => false)
      const isReady = await ready
      if (!isReady) ready = undefined
      return isReady
    },
  }
}

/** Memory of one thread in MB, without the memory of the menu solver. */
const mostMemory = 512

function lane({ atOnce, waiting, patience, seconds }: LaneLimits, worker: string) {
  let pool: Tinypool | undefined
  const opened = () => {
    if (pool !== undefined) return pool
    // Always the full number: a stopped thread is replaced at once, for the waiting jobs.
    const resourceLimits = { maxOldGenerationSizeMb: mostMemory }
    pool = new Tinypool({ minThreads: atOnce, maxThreads: atOnce, resourceLimits })
    // The pool replaces a thread that ends while idle; nothing is lost.
    pool.on('error', () => undefined)
    return pool
  }
  let count = 0
  return async (task: Job['task'], input: string, signal: AbortSignal | undefined): Promise<WorkDone> => {
    if (count >= atOnce + waiting) return { kind: 'busy' }
    count += 1
    try {
      return await oneJob(opened(), worker, { task, input, seconds }, patience, signal)
    } finally {
      count -= 1
    }
  }
}

async function oneJob(
  pool: Tinypool,
  filename: string,
  job: Omit<Job, 'port'>,
  patience: number,
  signal: AbortSignal | undefined,
): Promise<WorkDone> {
  const { port1: ours, port2: port } = new MessageChannel()
  const stopped = new AbortController()
  let outcome: WorkDone = { kind: 'busy' }
  const stopWith = (instead: WorkDone) => {
    outcome = instead
    stopped.abort()
  }
  const leave = () => stopWith({ kind: 'gone' })
  let best: string | undefined
  const late = () => stopWith(best === undefined ? { kind: 'too-long' } : { kind: 'answer', status: 200, json: best })
  let timer = setTimeout(() => stopWith({ kind: 'busy' }), patience * 1000)
  ours.on('message', (news: JobNews) => {
    if (news.kind === 'better') best = news.json
    else {
      clearTimeout(timer)
      timer = setTimeout(late, job.seconds * 1000)
    }
  })
  signal?.addEventListener('abort', leave)
  if (signal?.aborted) leave()
  try {
    const answer: TaskAnswer = await pool.run({ ...job, port } satisfies Job, {
      filename,
      name: 'work',
      transferList: [port],
      signal: stopped.signal,
    })
    return { kind: 'answer', ...answer }
  } catch (problem) {
    if (stopped.signal.aborted) return outcome
    throw problem
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', leave)
    ours.close()
  }
}
