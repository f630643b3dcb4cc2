/**
 * In the page: calls a task in a worker and waits for its answer. If the worker cannot start, dies, or does not answer
 * in time, every call to it is rejected, and the next call starts another.
 */
import type { AnswerOf, Call, GivenTo, NewsOf, Reply } from './calls.ts'

export interface WorkerCalls<Tasks> {
  readonly call: <Name extends keyof Tasks & string>(
    task: Name,
    given: GivenTo<Tasks[Name]>,
    options?: {
      readonly onNews?: ((news: NewsOf<Tasks[Name]>) => void) | undefined
      /** Milliseconds after which a worker without an answer counts as dead. */
      readonly patience?: number
    },
  ) => Promise<AnswerOf<Tasks[Name]>>
  /** Starts the worker before it is needed, so that the first call does not wait for it. */
  readonly makeReady: () => void
  /** Ends the worker. Calls under way get no answer: this is how they are cancelled. */
  readonly stop: () => void
  /** Cancels calls under way. An idle worker stays, with all that it has loaded. */
  readonly cancel: () => void
}

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (problem: Error) => void
  readonly onNews: ((news: never) => void) | undefined
  readonly timer: ReturnType<typeof setTimeout> | undefined
}

/** `start` makes a worker when one is needed; `name` describes it in a problem. */
export function callsTo<Tasks>(start: () => Worker, name: string): WorkerCalls<Tasks> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let count = 0
  const settle = (number: number): Waiting | undefined => {
    const found = waiting.get(number)
    clearTimeout(found?.timer)
    waiting.delete(number)
    return found
  }
  const hear = ({ data }: MessageEvent<Reply>) => {
    if ('news' in data) return waiting.get(data.number)?.onNews?.(data.news as never)
    const settled = settle(data.number)
    if ('problem' in data) settled?.reject(new DOMException(data.problem.message, data.problem.name))
    else settled?.resolve(data.answer as never)
  }
  const end = () => {
    worker?.terminate()
    worker = undefined
  }
  const fail = () => {
    end()
    for (const number of [...waiting.keys()])
      settle(number)?.reject(new DOMException(`the worker of ${name} does not answer`, 'NotSupportedError'))
  }
  const started = (): Worker => {
    if (worker !== undefined) return worker
    worker = start()
    worker.addEventListener('message', hear)
    worker.addEventListener('messageerror', fail)
    worker.addEventListener('error', fail)
    return worker
  }
  const stop = () => {
    end()
    for (const number of [...waiting.keys()]) settle(number)
  }
  return {
    call: (task, given, { onNews, patience } = {}) =>
      new Promise((resolve, reject) => {
        const number = ++count
        const timer = patience === undefined ? undefined : setTimeout(fail, patience)
        waiting.set(number, { resolve, reject, onNews, timer })
        try {
          started().postMessage({ number, task, given } satisfies Call)
        } catch (problem) {
          settle(number)?.reject(problem as Error)
        }
      }),
    makeReady: () => void started(),
    stop,
    cancel: () => {
      if (waiting.size > 0) stop()
    },
  }
}
