/** What happens when the server has a newer version than the page. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let update: ReturnType<typeof vi.fn>
let reload: ReturnType<typeof vi.fn>
const answering = (status: number) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => ({ status })),
  )

async function loaded() {
  vi.resetModules()
  return import('./newer-version.ts')
}
beforeEach(() => {
  vi.useFakeTimers()
  update = vi.fn()
  reload = vi.fn()
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => ({ update }) } })
  vi.stubGlobal('location', { reload })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a file that cannot be loaded', () => {
  it('is gone because of a newer version if the server does not have it: that version is then fetched', async () => {
    answering(404)
    const { isNewerThere, lookForNewer } = await loaded()
    await lookForNewer('/assets/food.worker-1a2b.js')
    expect(fetch).toHaveBeenCalledWith('/assets/food.worker-1a2b.js', { method: 'HEAD', cache: 'no-store' })
    expect([isNewerThere.value, update.mock.calls.length]).toEqual([true, 1])
  })

  it.each([200, 500, 503])('says nothing about a newer version if the server answers %i', async status => {
    answering(status)
    const { isNewerThere, lookForNewer } = await loaded()
    await lookForNewer('/assets/food.worker-1a2b.js')
    expect([isNewerThere.value, update.mock.calls.length]).toEqual([false, 0])
  })

  it('says nothing about a newer version without a network', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const { isNewerThere, lookForNewer } = await loaded()
    await lookForNewer('/assets/food.worker-1a2b.js')
    expect(isNewerThere.value).toBe(false)
  })
})

describe('loading the newer version', () => {
  it('waits until it is ready, and then does not reload the old one', async () => {
    const { loadNewer, updateReady } = await loaded()
    const load = vi.fn()
    const loading = loadNewer()
    await vi.advanceTimersByTimeAsync(3000)
    expect(load).not.toHaveBeenCalled()
    updateReady.value = load
    await vi.advanceTimersByTimeAsync(200)
    await loading
    expect([load.mock.calls.length, reload.mock.calls.length]).toEqual([1, 0])
  })

  it('reloads the page if the newer version is not ready after ten seconds', async () => {
    const { loadNewer } = await loaded()
    const loading = loadNewer()
    await vi.advanceTimersByTimeAsync(9000)
    expect(reload).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1100)
    await loading
    expect(reload).toHaveBeenCalledOnce()
  })
})
