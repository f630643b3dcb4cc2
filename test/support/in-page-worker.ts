/** Runs a worker's module in the thread of the test. Call it in each test, after `vi.resetModules()`. */
import { vi } from 'vitest'
import type { Call, Reply } from '../../src/app/state/worker/calls.ts'

/** One count for all pages, so that a late answer to an earlier page never reaches a later one. */
let count = 0

export interface StubbedWorker {
  /** Every new worker throws when it starts. */
  isBroken: boolean
  /** By task: its calls, or its answers, are delayed until the promise resolves. */
  readonly delayedCalls: Map<string, Promise<void>>
  readonly delayedAnswers: Map<string, Promise<void>>
}

/** Stubs `Worker`: every worker of the page is answered by one instance of the module that `load` imports. */
export function stubWorker(load: () => Promise<unknown>): StubbedWorker {
  const state: StubbedWorker = { isBroken: false, delayedCalls: new Map(), delayedAnswers: new Map() }
  const callers = new Map<number, { readonly worker: EventTarget; readonly number: number; readonly task: string }>()
  const listeners: ((event: MessageEvent<Call>) => void)[] = []
  vi.stubGlobal('addEventListener', (_type: string, listener: (event: MessageEvent<Call>) => void) =>
    listeners.push(listener),
  )
  vi.stubGlobal('postMessage', (reply: Reply) => {
    const caller = callers.get(reply.number)
    const data = structuredClone({ ...reply, number: caller?.number })
    const send = () => caller?.worker.dispatchEvent(new MessageEvent('message', { data }))
    void Promise.resolve(state.delayedAnswers.get(caller?.task ?? '')).then(send)
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
      callers.set(count, { worker: this, number: call.number, task: call.task })
      void Promise.all([loaded, state.delayedCalls.get(call.task)]).then(() => {
        for (const listener of listeners) listener(new MessageEvent('message', { data }))
      })
    }
    terminate() {}
  }
  vi.stubGlobal('Worker', InPageWorker)
  return state
}
