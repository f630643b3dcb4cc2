/** Asks the worker of food, and waits. A worker that is stopped answers nobody, which is how a menu is cancelled. */
import type { Menu } from '../../nutrition/menu.ts'
import type { Asked, Places, Task, Tasks, Told } from './messages.ts'

export interface FoodWorker {
  readonly ask: <Name extends Task>(
    task: Name,
    what: Tasks[Name]['with'],
    onBetter?: (menu: Menu) => void,
  ) => Promise<Tasks[Name]['answer']>
  readonly stop: () => void
}

export function foodWorker(start: () => Worker, places: Places): FoodWorker {
  let worker: Worker | undefined
  let number = 0
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (problem: Error) => void; onBetter?: ((menu: Menu) => void) | undefined }
  >()
  const hear = ({ data }: MessageEvent<Told>) => {
    const asked = waiting.get(data.number)
    if ('better' in data) return asked?.onBetter?.(data.better)
    waiting.delete(data.number)
    if ('problem' in data) asked?.reject(new Error(data.problem))
    else asked?.resolve(data.value as never)
  }
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker of food did not start'))
    waiting.clear()
    worker = undefined
  }
  return {
    ask: (task, what, onBetter) => {
      if (worker === undefined) {
        worker = start()
        worker.addEventListener('message', hear)
        worker.addEventListener('error', fail)
      }
      number += 1
      worker.postMessage({ number, places, task, with: what } as Asked)
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject, onBetter }))
    },
    stop: () => {
      worker?.terminate()
      worker = undefined
      waiting.clear()
    },
  }
}
