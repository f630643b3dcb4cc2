/** Asks the keeper in its worker, and waits for its answers. */
import type { Answer, Keeper, Numbered, Request } from './keeper.ts'

/** `start` makes the worker; it is made when it is first needed. */
export function askKeeper(start: () => Worker): Keeper {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (problem: Error) => void }>()
  let worker: Worker | undefined
  let number = 0
  const hear = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.number)
    waiting.delete(data.number)
    if ('problem' in data) asked?.reject(new DOMException(data.problem.message, data.problem.name))
    else asked?.resolve(data.value as never)
  }
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new DOMException('the keeper did not start', 'NotSupportedError'))
    waiting.clear()
  }
  const ask = <Result>(request: Request): Promise<Result> => {
    if (worker === undefined) {
      worker = start()
      worker.addEventListener('message', hear)
      worker.addEventListener('error', fail)
    }
    number++
    const message: Numbered = { number, request }
    worker.postMessage(message)
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }))
  }
  return {
    append: events => ask({ task: 'append', with: [events] }),
    reconcile: () => ask({ task: 'reconcile', with: [] }),
    refold: () => ask({ task: 'refold', with: [] }),
    fileAlone: () => ask({ task: 'fileAlone', with: [] }),
    clear: () => ask({ task: 'clear', with: [] }),
  }
}
