/** Asks the keeper in its worker, and waits for its answers. */
import type { Answer, Keeper, Numbered, Request } from './keeper.ts'

/** `start` makes a worker when one is first needed. Big tasks get a worker of their own, so that no event waits for them. */
export function askKeeper(start: () => Worker): Keeper {
  const writer = askIn(start)
  const alone = async <Result>(task: (keeper: Keeper) => Promise<Result>): Promise<Result> => {
    const { keeper, end } = askIn(start)
    return task(keeper).finally(end)
  }
  return {
    append: writer.keeper.append,
    checkFold: () => alone(keeper => keeper.checkFold()),
    reconcile: isFoldChecked => alone(keeper => keeper.reconcile(isFoldChecked)),
    refold: () => alone(keeper => keeper.refold()),
    fileAlone: () => alone(keeper => keeper.fileAlone()),
    clear: writer.keeper.clear,
  }
}

function askIn(start: () => Worker): { readonly keeper: Keeper; readonly end: () => void } {
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
  const keeper: Keeper = {
    append: events => ask({ task: 'append', with: [events] }),
    checkFold: () => ask({ task: 'checkFold', with: [] }),
    reconcile: isFoldChecked => ask({ task: 'reconcile', with: [isFoldChecked] }),
    refold: () => ask({ task: 'refold', with: [] }),
    fileAlone: () => ask({ task: 'fileAlone', with: [] }),
    clear: () => ask({ task: 'clear', with: [] }),
  }
  return { keeper, end: () => worker?.terminate() }
}
