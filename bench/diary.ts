/**
 * A diary of 100,000 events in real Chromium, restarted for each figure, and its fold from 1,000 to 1,000,000 events.
 * Compared with the cost of the diary without the cached fold.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../build/chromium.ts'
import { readLines, toLine } from '../src/app/state/storage/lines.ts'
import { baseOf } from '../src/diary/log.ts'
import { lifeOf } from '../test/support/life.ts'
import { seedDiary } from '../test/support/seed-diary.ts'
import { type Bench, type Figure, median, quantile } from './measure.ts'
import { chromiumFlags, whileServed } from './served.ts'

const events = 100_000
/** A million events are 137 years of one life, so they end late enough to begin after 1970. */
export const longLife = Date.UTC(2110, 10, 24)
const starts = 7
const appends = 60

export const benchDiary: Bench = () =>
  whileServed(async served => {
    const address = served.replace(/\/$/, '')
    const profile = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
    try {
      await prepare(profile, address)
      return [...(await startFigures(profile, address)), ...(await appendFigures(profile, address)), ...foldFigures()]
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  })

interface Start {
  readonly painted: number
  readonly heap: number
  readonly equal: number
  readonly began: number
  readonly checked: number
  readonly readAll: number
}

async function startFigures(profile: string, address: string): Promise<readonly Figure[]> {
  const seen: Start[] = []
  for (let start = 0; start < starts; start++)
    await withBrowser(profile, async page => {
      seen.push({
        painted: await tapDiary(page, address),
        heap: await heapMegabytes(page),
        equal: await madeEqual(page),
        began: await markAt(page, 'diary-check-began'),
        checked: await markAt(page, 'diary-fold-checked'),
        readAll: await readEverything(page),
      })
    })
  const all = (key: keyof Start) => seen.map(each => each[key])
  const reading = `only reading every event: ${median(all('readAll')).toFixed(0)} ms`
  const alone = median(seen.map(({ began, checked }) => checked - began))
  const of = `${events.toLocaleString('en')} events`
  return [
    figure(
      `${of}: tap on the diary to painted, median of ${starts} starts`,
      median(all('painted')),
      'ms',
      300,
      reading,
    ),
    figure(
      `${of}: the kept fold checked against a full one, median, from the start of loading`,
      median(all('checked')),
      'ms',
      2000,
      `the check alone: ${alone.toFixed(0)} ms; its own work in Node, CPU time: ${checkWork().toFixed(0)} ms; ${reading}; both copies compared record by record: ${median(all('equal')).toFixed(0)} ms`,
    ),
    figure(`${of}: heap of the page`, Math.max(...all('heap')), 'MB', 120, `the events as JSON: ${jsonMegabytes()} MB`),
  ]
}

async function appendFigures(profile: string, address: string): Promise<readonly Figure[]> {
  const { work, frame, kept, bare, cpu } = await measureAppends(profile, address)
  const at95 = (values: readonly number[]) => quantile(values, 0.95)
  const framed = `until the next frame is painted: ${at95(frame).toFixed(0)} ms; the page's own CPU time up to it: ${at95(cpu).toFixed(1)} ms`
  const alone = `one record in IndexedDB alone: ${at95(bare).toFixed(0)} ms`
  return [
    figure(`an event added: laid out anew, 95th percentile of ${appends}`, at95(work), 'ms', 16, framed),
    figure('an event added: kept in both copies, 95th percentile', at95(kept), 'ms', 60, alone),
  ]
}

const figure = (what: string, value: number, unit: string, most: number, against: string): Figure => ({
  what,
  figure: `${value.toFixed(1)} ${unit}`,
  target: `at most ${most} ${unit}`,
  isMet: value <= most,
  against,
})

const jsonMegabytes = () => (JSON.stringify(lifeOf(11, events, Date.now())).length / 1e6).toFixed(0)

/** Fills the diary, and runs the app once so that it writes its second copy and caches its fold. */
async function prepare(profile: string, address: string): Promise<void> {
  await withBrowser(profile, async page => {
    await page.goto(`${address}/icon.svg`)
    const life = lifeOf(11, events, Date.now())
    for (let from = 0; from < life.length; from += 10_000) await seedDiary(page, life.slice(from, from + 10_000))
    await page.goto(address)
    await madeEqual(page)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
  })
}

/** From the tap on the tab, in a cold app, to the frame that shows the month. */
async function tapDiary(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.locator('[data-screen="now"]').waitFor()
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const tab = document.querySelector<HTMLElement>('a[href="/diary"]')
        const from = performance.now()
        new MutationObserver((_, observer) => {
          if (document.querySelector('[data-screen="diary"] .cal') === null) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
        }).observe(document.body, { childList: true, subtree: true })
        tab?.click()
      }),
  )
}

/** Milliseconds from the start of loading until the copies are compared; waits for it. */
async function madeEqual(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('diary-made-equal').length > 0, undefined, {
    timeout: 120_000,
  })
  return markAt(page, 'diary-made-equal')
}

const markAt = (page: Page, name: string): Promise<number> =>
  page.evaluate(mark => performance.getEntriesByName(mark)[0]?.startTime ?? 0, name)

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6
}

/** The least cost of opening the diary without the cached fold. */
const readEverything = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const from = performance.now()
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
    })
    await new Promise(resolve => {
      const all = database.transaction('events').objectStore('events').getAll()
      all.onsuccess = () => resolve(all.result)
    })
    database.close()
    return performance.now() - from
  })

interface Appends {
  readonly work: readonly number[]
  readonly frame: readonly number[]
  readonly kept: readonly number[]
  readonly bare: readonly number[]
  /** The time of the page's thread up to the painted frame, which other programs of the machine do not affect. */
  readonly cpu: readonly number[]
}

/**
 * While the diary's screen is open, another tab adds an event: the cost until layout, and until a frame is painted.
 * Then pain is entered by taps: the time until the tab reports to the others that both copies have it.
 */
async function measureAppends(profile: string, address: string): Promise<Appends> {
  const work: number[] = []
  const frame: number[] = []
  const kept: number[] = []
  const bare: number[] = []
  const cpu: number[] = []
  await withBrowser(profile, async page => {
    await page.goto(`${address}/diary`)
    await page.locator('.cal').waitFor()
    await madeEqual(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    for (const event of lifeOf(13, appends, Date.now() + 3_600_000)) {
      const before = await cpuTime(session)
      const told = await page.evaluate(
        news =>
          new Promise<{ work: number; frame: number }>(resolve => {
            const [hearing, telling] = [new BroadcastChannel('unknot-diary'), new BroadcastChannel('unknot-diary')]
            // The app's own channel is older and receives the message first, so the clock starts with an earlier
            // message.
            let from = 0
            hearing.onmessage = () => {
              document.body.getBoundingClientRect()
              const laidOut = performance.now() - from
              requestAnimationFrame(() =>
                setTimeout(() => {
                  hearing.close()
                  telling.close()
                  resolve({ work: laidOut, frame: performance.now() - from })
                }),
              )
            }
            from = performance.now()
            telling.postMessage({ kind: 'kept', events: [news] })
          }),
        event,
      )
      cpu.push((await cpuTime(session)) - before)
      work.push(told.work)
      frame.push(told.frame)
    }
  })
  await withBrowser(profile, async page => {
    await page.goto(`${address}/add`)
    await madeEqual(page)
    await page.getByRole('button', { name: 'Calf', exact: true }).click()
    await page
      .getByRole('link', { name: /^Calf cramp/ })
      .first()
      .click()
    await page.locator('input[name^="pain-"]').last().waitFor({ state: 'attached' })
    for (let each = 0; each < appends; each++) {
      kept.push(
        await page.evaluate(
          pain =>
            new Promise<number>(resolve => {
              const hearing = new BroadcastChannel('unknot-diary')
              const from = performance.now()
              hearing.onmessage = () => {
                hearing.close()
                resolve(performance.now() - from)
              }
              document.querySelectorAll<HTMLElement>('input[name^="pain-"]').item(pain).click()
            }),
          each % 11,
        ),
      )
      bare.push(await keepOne(page))
    }
  })
  return { work, frame, kept, bare, cpu }
}

/** The CPU time of the page's thread in milliseconds. */
async function cpuTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** The least possible cost of storing: one record in a separate database. */
const keepOne = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('bare')
      opening.onupgradeneeded = () => opening.result.createObjectStore('records', { autoIncrement: true })
      opening.onsuccess = () => resolve(opening.result)
    })
    const from = performance.now()
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' })
    transaction.objectStore('records').add({ type: 'drank', drink: 'water', ml: 250 })
    await new Promise(resolve => {
      transaction.oncomplete = resolve
    })
    database.close()
    return performance.now() - from
  })

/** CPU milliseconds of the check once it has the file's bytes: checksums, parsing, folding, comparing. */
function checkWork(): number {
  const life = lifeOf(11, events, Date.now())
  const bytes = new TextEncoder().encode(life.map(toLine).join(''))
  const kept = JSON.stringify(baseOf(life))
  const times = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage()
    const { lines } = readLines(bytes)
    const base = baseOf(JSON.parse(`[${lines.map(({ text }) => text).join(',')}]`) as typeof life)
    if (JSON.stringify(base) !== kept) throw new Error('the fold of the file is another one')
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  })
  return median(times)
}

/** Linear cost: an event in a diary of a million takes no more CPU time than one in a diary of ten thousand. */
function foldFigures(): readonly Figure[] {
  const costs = [1_000, 10_000, 100_000, 1_000_000].map(count => {
    const life = lifeOf(5, count, longLife)
    const times = Array.from({ length: count < 1_000_000 ? 5 : 2 }, () => {
      const from = process.cpuUsage()
      baseOf(life)
      const { user, system } = process.cpuUsage(from)
      return (user + system) / count
    })
    return { count, each: Math.min(...times) }
  })
  const [, tenThousand, , million] = costs
  const listed = costs.map(({ count, each }) => `${count.toLocaleString('en')}: ${each.toFixed(2)} us`).join(', ')
  const ratio = (million?.each ?? 0) / (tenThousand?.each ?? 1)
  return [figure('fold: CPU time of an event among a million, beside one among 10,000', ratio, 'times', 1.5, listed)]
}

async function withBrowser(profile: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...chromiumFlags],
    viewport: { width: 390, height: 844 },
  })
  try {
    await use(context.pages()[0] ?? (await context.newPage()))
  } finally {
    await context.close()
  }
}
