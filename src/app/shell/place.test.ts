/** The place in the app and the address of the browser, which follow each other. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const page = {
  frames: [] as (() => void)[],
  written: [] as string[],
  scrolled: [] as string[],
  listeners: {} as Record<string, (event: unknown) => void>,
}
class Link {
  readonly origin: string = 'http://unknot'
  readonly pathname: string = '/diary'
  readonly hash: string = ''
  readonly download: string = ''
  readonly target: string = ''
  constructor(part: Partial<Link> = {}) {
    Object.assign(this, part)
  }
  closest() {
    return this
  }
}

async function loaded(pathname = '/') {
  vi.stubGlobal('location', { pathname, origin: 'http://unknot' })
  vi.resetModules()
  return import('./place.ts')
}
/** Draws as many frames as a screen needs until it is painted. */
async function paint() {
  for (let frame = 0; frame < 3; frame++) for (const draw of page.frames.splice(0)) draw()
  await Promise.resolve()
}
function click(target: unknown, part: object = {}): boolean {
  const preventDefault = vi.fn()
  page.listeners.click?.({ target, button: 0, preventDefault, ...part })
  return preventDefault.mock.calls.length > 0
}
/** The back button of the browser. */
function back(pathname: string) {
  Object.assign(location, { pathname })
  page.listeners.popstate?.({})
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  Object.assign(page, { frames: [], written: [], scrolled: [], listeners: {} })
  const write = (how: string) => (_state: unknown, _title: string, path: string) => page.written.push(`${how} ${path}`)
  vi.stubGlobal('history', { pushState: write('push'), replaceState: write('replace') })
  vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => void) => {
    page.listeners[type] = listener
  })
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => page.frames.push(draw))
  vi.stubGlobal('scrollTo', (x: number, y: number) => page.scrolled.push(`${x} ${y}`))
  vi.stubGlobal('scrollY', 0)
  vi.stubGlobal('Element', Link)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('opening a place', () => {
  it('starts from the address, and shows the new place before the address is written', async () => {
    const { go, place } = await loaded('/report')
    expect(place.value).toBe('/report')
    go('/diary')
    expect([place.value, page.written]).toEqual(['/diary', []])
    await paint()
    expect(page.written).toEqual(['push /diary'])
  })

  it('writes the address after a tenth of a second if no frame is painted', async () => {
    const { go } = await loaded()
    go('/diary')
    await vi.advanceTimersByTimeAsync(99)
    expect(page.written).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(page.written).toEqual(['push /diary'])
  })

  it('writes the address at once if the page is scrolled, so that the browser stores the scroll position', async () => {
    const { go } = await loaded()
    vi.stubGlobal('scrollY', 40)
    go('/diary')
    expect(page.written).toEqual(['push /diary'])
    await paint()
    expect(page.written).toEqual(['push /diary'])
  })

  it('twice before a frame is painted writes both addresses, in order and once each', async () => {
    const { go } = await loaded()
    go('/diary')
    go('/report', 'replace')
    await paint()
    expect(page.written).toEqual(['push /diary', 'replace /report'])
  })

  it('that is already open writes nothing', async () => {
    const { go } = await loaded('/diary')
    go('/diary')
    await paint()
    expect(page.written).toEqual([])
  })

  it('is undone by the back button, and an address that was waiting is no longer written', async () => {
    const { go, place } = await loaded()
    go('/diary')
    back('/')
    expect(place.value).toBe('/')
    await paint()
    expect(page.written).toEqual([])
  })
})

it('a new screen starts at its top, once; after going back the scroll position stays', async () => {
  const { go, beginAtTop } = await loaded()
  beginAtTop()
  expect(page.scrolled).toEqual([])
  go('/diary')
  beginAtTop()
  beginAtTop()
  expect(page.scrolled).toEqual(['0 0'])
  back('/')
  beginAtTop()
  expect(page.scrolled).toEqual(['0 0'])
})

describe('a link', () => {
  it('of the app changes the place without loading the page again', async () => {
    const { place } = await loaded()
    expect(click(new Link())).toBe(true)
    expect(place.value).toBe('/diary')
  })

  it.each([
    ['to another site', { origin: 'http://elsewhere' }, {}],
    ['that saves a file', { download: 'diary.json' }, {}],
    ['that opens a new window', { target: '_blank' }, {}],
    ['to a part of the page', { hash: '#top' }, {}],
    ['clicked with another button', {}, { button: 1 }],
    ['clicked with Ctrl', {}, { ctrlKey: true }],
    ['clicked with Shift', {}, { shiftKey: true }],
    ['clicked with the Meta key', {}, { metaKey: true }],
  ])('%s is left to the browser', async (_, link, part) => {
    const { place } = await loaded()
    expect(click(new Link(link), part)).toBe(false)
    expect(place.value).toBe('/')
  })

  it('is the only thing whose clicks are handled', async () => {
    const { place } = await loaded()
    expect(click({ closest: () => new Link() })).toBe(false)
    expect(place.value).toBe('/')
  })
})
