/** Runs a worker's module in the thread of the test. Call it in each test, after `vi.resetModules()`. */
import { vi } from 'vitest'
import type { Call, Reply } from '../../src/app/state/worker/calls.ts'

/** One count for all pages, so that a late answer to an earlier page never reaches a later one. */
let count = 0

/**
 * Stubs `Worker`: every worker of the page is answered by one instance of the module that `load` imports. The result
 * decides whether workers can start: set `isBroken` and every new one throws.
 */
export function stubWorker(load: () => Promise<unknown>): { isBroken: boolean } {
  const state = { isBroken: false }
  const callers = new Map<number, { readonly worker: EventTarget; readonly number: number }>()
  const listeners: ((event: MessageEvent<Call>) => void)[] = []
  vi.stubGlobal('addEventListener', (_type: string, listener: (event: MessageEvent<Call>) => void) =>
    listeners.push(listener),
  )
  vi.stubGlobal('postMessage', (reply: Reply) => {
    const caller = callers.get(reply.number)
    const data = structuredClone({ ...reply, number: caller?.number })
    caller?.worker.dispatchEvent(new MessageEvent('message', { data }))
  })
  let loaded: Promise<unknown> | undefined
  class InPageWorker extends EventTarget {
    constructor() {
      super()
      if (state.isBroken) throw new DOMException('no worker here', 'SecurityError')
      loaded ??= load()
    }
    postMessage(call: Call) {
      const data = { ...structuredClone(call), number: ++count }
      callers.set(count, { worker: this, number: call.number })
      void loaded?.then(() => {
        for (const listener of listeners) listener(new MessageEvent('message', { data }))
      })
    }
    terminate() {}
  }
  vi.stubGlobal('Worker', InPageWorker)
  return state
}
