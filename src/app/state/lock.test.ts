/** When the diary is locked, and how the lock comes off without its words. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LocalStorage } from '../../../test/support/local-storage.ts'

const made = { salt: 'a'.repeat(22), digest: 'b'.repeat(43), rounds: 600_000 }
const now = Date.parse('2026-11-30T12:00:00Z')
const threeDays = 3 * 86_400_000

let storage: LocalStorage
let page: EventTarget & { visibilityState: string }
let tab: EventTarget

/** The app as a page loads it. */
async function loaded() {
  vi.resetModules()
  const lock = await import('./lock.ts')
  lock.watchLock()
  return lock
}
function look(state: 'hidden' | 'visible') {
  page.visibilityState = state
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers({ now })
  storage = new LocalStorage()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  tab = new EventTarget()
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('document', page)
  vi.stubGlobal('addEventListener', tab.addEventListener.bind(tab))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the diary is locked', () => {
  it('never, unless a person turned the lock on', async () => {
    const { isLocked, closeLock } = await loaded()
    expect(isLocked.value).toBe(false)
    closeLock()
    expect(isLocked.value).toBe(false)
  })

  it('at the next load after it was turned on, not at once', async () => {
    const first = await loaded()
    first.setLock(made)
    expect(first.isLocked.value).toBe(false)
    const second = await loaded()
    expect(second.isLocked.value).toBe(true)
    second.openLock()
    expect(second.isLocked.value).toBe(false)
    expect((await loaded()).isLocked.value).toBe(true)
  })

  it('again after five minutes out of sight, and not before', async () => {
    const { isLocked, setLock } = await loaded()
    setLock(made)
    look('hidden')
    vi.advanceTimersByTime(299_999)
    look('visible')
    expect(isLocked.value).toBe(false)
    look('hidden')
    vi.advanceTimersByTime(300_000)
    look('visible')
    expect(isLocked.value).toBe(true)
  })

  it('in every tab once it is turned on in one', async () => {
    const { isLocked } = await loaded()
    storage.setItem('unknot-lock', JSON.stringify(made))
    tab.dispatchEvent(Object.assign(new Event('storage'), { key: 'another' }))
    expect(isLocked.value).toBe(false)
    tab.dispatchEvent(Object.assign(new Event('storage'), { key: 'unknot-lock' }))
    expect(isLocked.value).toBe(true)
  })

  it('no more after it was turned off', async () => {
    const first = await loaded()
    first.setLock(made)
    first.setLock(undefined)
    expect(storage.getItem('unknot-lock')).toBeNull()
    expect((await loaded()).isLocked.value).toBe(false)
  })

  it.each([
    '{',
    '{}',
    JSON.stringify({ ...made, salt: 'short' }),
    JSON.stringify({ ...made, digest: '*'.repeat(43) }),
    JSON.stringify({ ...made, rounds: 1e12 }),
  ])('not by damaged storage, which no words would open: %j', async text => {
    storage.setItem('unknot-lock', text)
    expect((await loaded()).isLocked.value).toBe(false)
  })
})

describe('without its words the lock comes off', () => {
  it('three days after somebody asked, in a page that stayed open or a new one', async () => {
    storage.setItem('unknot-lock', JSON.stringify(made))
    const open = await loaded()
    open.askToTakeOff(now)
    expect(open.lock.value?.comesOffAt).toBe(now + threeDays)
    vi.setSystemTime(now + threeDays - 1)
    look('visible')
    expect(open.isLocked.value).toBe(true)
    expect((await loaded()).isLocked.value).toBe(true)
    vi.setSystemTime(now + threeDays)
    look('visible')
    expect(open.isLocked.value).toBe(false)
    const later = await loaded()
    expect(later.lock.value).toBeUndefined()
    expect(storage.getItem('unknot-lock')).toBeNull()
  })

  it('at the next load, if no page was open when the wait was over', async () => {
    storage.setItem('unknot-lock', JSON.stringify({ ...made, comesOffAt: now - 1 }))
    expect((await loaded()).isLocked.value).toBe(false)
  })

  it('not later because somebody asked again; sooner if the clock was wrong at first', async () => {
    storage.setItem('unknot-lock', JSON.stringify(made))
    const { askToTakeOff, lock } = await loaded()
    askToTakeOff(now + 10 * threeDays)
    askToTakeOff(now)
    expect(lock.value?.comesOffAt).toBe(now + threeDays)
    askToTakeOff(now + 1000)
    expect(lock.value?.comesOffAt).toBe(now + threeDays)
  })

  it('not if the words were given meanwhile', async () => {
    storage.setItem('unknot-lock', JSON.stringify(made))
    const { askToTakeOff, openLock } = await loaded()
    askToTakeOff(now)
    openLock()
    vi.setSystemTime(now + threeDays)
    const later = await loaded()
    expect(later.lock.value).toEqual(made)
    expect(later.isLocked.value).toBe(true)
  })
})
