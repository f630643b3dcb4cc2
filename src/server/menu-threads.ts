/**
 * Menus are made away from the server's own thread, a few at once: a solver that thinks for seconds would else keep
 * everybody waiting, also somebody who asks about danger. What takes too long is stopped, and the best menu heard so far
 * is the answer.
 */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { foodsText } from '../knowledge/foods.gen.ts'
import type { Menu, Profile } from '../library/nutrition.ts'
import { wasmFile } from './food-tools.ts'
import type { MenuAsked, MenuTold, MenuWorkerData } from './menu-worker.ts'

export interface MenuLimits {
  /** How many menus are made at once. */
  readonly atOnce: number
  /** How many may wait for their turn; one more is refused. */
  readonly waiting: number
  /** The longest time of one menu, from its turn. */
  readonly seconds: number
  /** The bundled worker. */
  readonly worker: string
}

export type MenuMade =
  | { readonly kind: 'menu'; readonly menu: Menu }
  /** Too many ask at once. */
  | { readonly kind: 'busy' }
  /** Nothing was found in time. */
  | { readonly kind: 'too-long' }
  /** Whoever asked went away. */
  | { readonly kind: 'gone' }

export interface MenuThreads {
  readonly make: (profile: Profile, signal?: AbortSignal) => Promise<MenuMade>
}

/** Beside the bundled command; the last build's when run from source. */
const workerFile = (): string => {
  const [beside = '', built = ''] = ['menu-worker.js', '../../dist/cli/menu-worker.js'].map(place =>
    fileURLToPath(new URL(place, import.meta.url)),
  )
  return existsSync(beside) ? beside : built
}

export const usualMenuLimits = (): MenuLimits => ({
  atOnce: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 8,
  seconds: 10,
  worker: workerFile(),
})

interface Job {
  readonly profile: Profile
  readonly signal: AbortSignal | undefined
  readonly done: (made: MenuMade) => void
  readonly fail: (problem: Error) => void
}

/** No thread runs before a menu is asked for; one that has made a menu waits for the next. */
export function menuThreads(limits: MenuLimits): MenuThreads {
  const idle: Worker[] = []
  const queue: Job[] = []
  let busy = 0
  const next = () => {
    const job = queue.shift()
    if (job === undefined) return
    if (job.signal?.aborted) {
      job.done({ kind: 'gone' })
      return next()
    }
    busy += 1
    const worker = idle.pop() ?? startWorker(limits.worker)
    void solve(worker, job, limits.seconds).then(isReusable => {
      busy -= 1
      if (isReusable) idle.push(worker)
      else void worker.terminate()
      next()
    })
  }
  return {
    make: (profile, signal) =>
      new Promise((done, fail) => {
        if (busy + queue.length >= limits.atOnce + limits.waiting) return done({ kind: 'busy' })
        queue.push({ profile, signal, done, fail })
        if (busy < limits.atOnce) next()
      }),
  }
}

function startWorker(file: string): Worker {
  const worker = new Worker(file, { workerData: { foods: foodsText, wasm: wasmFile() } satisfies MenuWorkerData })
  worker.unref()
  return worker
}

/** Settles the job; resolves with whether the worker may serve again. */
function solve(worker: Worker, { profile, signal, done, fail }: Job, seconds: number): Promise<boolean> {
  return new Promise(resolve => {
    let best: Menu | undefined
    const end = (isReusable: boolean) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      worker.off('message', hear).off('error', broke).off('exit', ended)
      resolve(isReusable)
    }
    const leave = () => {
      done({ kind: 'gone' })
      end(false)
    }
    const timer = setTimeout(() => {
      done(best ? { kind: 'menu', menu: best } : { kind: 'too-long' })
      end(false)
    }, seconds * 1000)
    const broke = (problem: Error) => {
      fail(problem)
      end(false)
    }
    signal?.addEventListener('abort', leave)
    const hear = (told: MenuTold) => {
      if ('better' in told) {
        best = told.better
        return
      }
      if ('problem' in told) return broke(new Error(told.problem))
      done({ kind: 'menu', menu: told.menu })
      end(true)
    }
    const ended = () => broke(new Error('the thread that makes menus has ended'))
    worker.on('message', hear).on('error', broke).on('exit', ended)
    worker.postMessage({ profile, seconds: seconds * 0.3 } satisfies MenuAsked)
  })
}
