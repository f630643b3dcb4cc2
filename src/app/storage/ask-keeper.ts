/** Asks the keeper in its worker, and waits for its answers. */
import type { Answer, Keeper, Numbered, Request } from './keeper.ts'

/** `start` makes a worker when one is first needed. Big tasks get a worker of their own, so that no event waits for them. */
export function askKeeper(start: () => Worker): Keeper & { readonly makeReady: () => void } {
  const writer = askIn(start)
  const alone = async <Result>(task: (keeper: Keeper) => Promise<Result>): Promise<Result> => {
    const { keeper, end } = askIn(start)
    return task(keeper).finally(end)
  }
  return {
    makeReady: writer.makeReady,
    append: writer.keeper.append,
    checkFold: () => alone(keeper => keeper.checkFold()),
    reconcile: isFoldChecked => alone(keeper => keeper.reconcile(isFoldChecked)),
    refold: () => alone(keeper => keeper.refold()),
    fileAlone: () => alone(keeper => keeper.fileAlone()),
    clear: writer.keeper.clear,
  }
}

interface Asked {
  readonly keeper: Keeper
  /** Starts the worker before it is needed, so that the first event does not wait for it. */
  readonly makeReady: () => void
  readonly end: () => void
}

function askIn(start: () => Worker): Asked {
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
  const started = (): Worker => {
    if (worker !== undefined) return worker
    worker = start()
    worker.addEventListener('message', hear)
    worker.addEventListener('error', fail)
    return worker
  }
  const ask = <Result>(request: Request): Promise<Result> => {
    number++
    const message: Numbered = { number, request }
    started().postMessage(message)
    return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }))
  }
  const keeper: Keeper = {
    append: events => ask({ task: 'append', with: [events] }),
    checkFold: () => ask({ task: 'checkFold', with: [] }),
    reconcile: isFoldChecked => ask({ task: 'reconcile', with: [isFoldChecked] }),
    refold: () => ask({ task: 'refold', with: [] }),
    fileAlone: () => ask({ task: 'fileAlone', with: [] }),
    clear: () => ask({ task: 'clear', with: [] }),
  }
  return { keeper, makeReady: () => void started(), end: () => worker?.terminate() }
}
