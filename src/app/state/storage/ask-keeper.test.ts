/** Every call to the worker of the diary gets an answer or a problem. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Call } from '../worker/calls.ts'
import { askKeeper } from './ask-keeper.ts'

const event = { id: '019ac000-0000-7000-8000-000000000001', v: 2, at: '2026-11-24T08:00:00Z', type: 'noted' }

/** A worker whose answers the test gives. */
class Worker extends EventTarget {
  readonly asked: Call[] = []
  isEnded = false
  postMessage(message: Call) {
    this.asked.push(message)
  }
  terminate() {
    this.isEnded = true
  }
  reply(reply: object, at = -1) {
    const data = { number: this.asked.at(at)?.number, ...reply }
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  die() {
    this.dispatchEvent(new Event('error'))
  }
}

let workers: Worker[] = []
const keeperWith = () =>
  askKeeper(() => {
    const worker = new Worker()
    workers.push(worker)
    return worker as unknown as globalThis.Worker
  })

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('storing an event', () => {
  it('resolves when the worker says so, and rejects with the name of what went wrong', async () => {
    const keeper = keeperWith()
    const kept = keeper.append([event])
    workers[0]?.reply({ answer: undefined })
    expect(await kept).toBeUndefined()
    const full = keeper.append([event])
    workers[0]?.reply({ problem: { name: 'QuotaExceededError', message: 'no room' } })
    await expect(full).rejects.toMatchObject({ name: 'QuotaExceededError' })
    expect(workers).toHaveLength(1)
  })

  it('rejects if the worker dies before it answers; the next call starts a new one', async () => {
    const keeper = keeperWith()
    const first = keeper.append([event])
    const second = keeper.append([event])
    workers[0]?.die()
    await expect(first).rejects.toMatchObject({ name: 'NotSupportedError' })
    await expect(second).rejects.toMatchObject({ name: 'NotSupportedError' })
    expect(workers[0]?.isEnded).toBe(true)
    const third = keeper.append([event])
    expect(workers).toHaveLength(2)
    workers[1]?.reply({ answer: undefined })
    expect(await third).toBeUndefined()
  })

  it('starts a new worker if the first one died before any call', async () => {
    const keeper = keeperWith()
    keeper.makeReady()
    workers[0]?.die()
    const kept = keeper.append([event])
    workers[1]?.reply({ answer: undefined })
    expect(await kept).toBeUndefined()
  })

  it('rejects if the worker does not answer in time, later for a large import than for a tap', async () => {
    const keeper = keeperWith()
    const tap = keeper.append([event])
    const told = expect(tap).rejects.toMatchObject({ name: 'NotSupportedError' })
    await vi.advanceTimersByTimeAsync(10_100)
    await told
    let isOver = false
    const many = keeper.append(Array(100_000).fill(event)).catch(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(200_000)
    await many
    expect(isOver).toBe(true)
  })

  it('rejects if no worker can be started', async () => {
    const keeper = askKeeper(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    await expect(keeper.append([event])).rejects.toMatchObject({ name: 'SecurityError' })
    await expect(keeper.refold()).rejects.toMatchObject({ name: 'SecurityError' })
  })
})

it('a big task has a worker of its own, which ends with it', async () => {
  const keeper = keeperWith()
  const kept = keeper.append([event])
  const fold = keeper.refold()
  expect(workers).toHaveLength(2)
  workers[1]?.die()
  await expect(fold).rejects.toMatchObject({ name: 'NotSupportedError' })
  workers[0]?.reply({ answer: undefined })
  expect(await kept).toBeUndefined()
})
