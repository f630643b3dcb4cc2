/** The page and its worker, connected without a browser: every call is answered or rejected. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answerCalls } from './answer-calls.ts'
import { callsTo } from './call-worker.ts'

const tasks = {
  double: (given: number) => given * 2,
  count: async (given: number, tell: (reached: number) => void) => {
    for (let reached = 1; reached <= given; reached++) tell(reached)
    return 'counted'
  },
  refuse: (_given: undefined): number => {
    throw new DOMException('no room', 'QuotaExceededError')
  },
  never: (_given: undefined): Promise<number> => new Promise(() => undefined),
}

/** A worker that runs the tasks above; its messages arrive a turn later, as in a browser. */
class TaskWorker extends EventTarget {
  isEnded = false
  private readonly inside = new EventTarget()
  constructor() {
    super()
    vi.stubGlobal('addEventListener', this.inside.addEventListener.bind(this.inside))
    vi.stubGlobal('postMessage', (data: unknown) => this.say(data))
    answerCalls(tasks)
  }
  postMessage(data: unknown) {
    queueMicrotask(() => this.inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })))
  }
  terminate() {
    this.isEnded = true
  }
  private say(data: unknown) {
    const copy = structuredClone(data)
    queueMicrotask(() => this.isEnded || this.dispatchEvent(new MessageEvent('message', { data: copy })))
  }
}

let workers: TaskWorker[] = []
const callsHere = () =>
  callsTo<typeof tasks>(() => {
    const worker = new TaskWorker()
    workers.push(worker)
    return worker as unknown as Worker
  }, 'numbers')

beforeEach(() => {
  workers = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('answers each call with its own answer, in one worker', async () => {
  const { call } = callsHere()
  expect(await Promise.all([1, 2, 3].map(given => call('double', given)))).toEqual([2, 4, 6])
  expect(workers).toHaveLength(1)
})

it('passes the news of a call on before its answer, and only to its caller', async () => {
  const { call } = callsHere()
  const heard: number[] = []
  const other = vi.fn()
  const counted = call('count', 3, { onNews: reached => heard.push(reached) })
  await call('double', 1, { onNews: other })
  expect(await counted).toBe('counted')
  expect(heard).toEqual([1, 2, 3])
  expect(other).not.toHaveBeenCalled()
})

it('rejects with the name of what was thrown in the worker, and continues', async () => {
  const { call } = callsHere()
  await expect(call('refuse', undefined)).rejects.toMatchObject({ name: 'QuotaExceededError', message: 'no room' })
  expect(await call('double', 4)).toBe(8)
  expect(workers).toHaveLength(1)
})

it('rejects every call to a worker that dies; the next call starts another', async () => {
  const { call } = callsHere()
  const waiting = [call('never', undefined), call('never', undefined)]
  workers[0]?.dispatchEvent(new Event('error'))
  for (const each of waiting) await expect(each).rejects.toMatchObject({ name: 'NotSupportedError' })
  expect(workers[0]?.isEnded).toBe(true)
  expect(await call('double', 5)).toBe(10)
  expect(workers).toHaveLength(2)
})

it('rejects what is not answered in time', async () => {
  vi.useFakeTimers()
  const { call } = callsHere()
  const late = expect(call('never', undefined, { patience: 50 })).rejects.toMatchObject({ name: 'NotSupportedError' })
  await vi.advanceTimersByTimeAsync(60)
  await late
  expect(workers[0]?.isEnded).toBe(true)
})

it('leaves a call unanswered when it is stopped, and starts again with the next', async () => {
  vi.useFakeTimers()
  const { call, stop } = callsHere()
  const settled = vi.fn()
  void call('never', undefined, { patience: 50 }).then(settled, settled)
  stop()
  await vi.advanceTimersByTimeAsync(100)
  expect(settled).not.toHaveBeenCalled()
  expect(workers[0]?.isEnded).toBe(true)
  expect(await call('double', 6)).toBe(12)
})

it('cancels calls under way, and keeps an idle worker for the next', async () => {
  const { call, cancel } = callsHere()
  expect(await call('double', 1)).toBe(2)
  cancel()
  expect(await call('double', 2)).toBe(4)
  expect(workers).toHaveLength(1)
  void call('never', undefined)
  cancel()
  expect(workers[0]?.isEnded).toBe(true)
  expect(await call('double', 3)).toBe(6)
  expect(workers).toHaveLength(2)
})
