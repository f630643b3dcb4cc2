/**
 * A diary of 100,000 events in real Chromium, and its fold from 1,000 to 1,000,000 events. Prints each figure beside its
 * target and beside what it would be without the kept fold. Build first: `npm run build`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { baseOf } from '../src/diary/log.ts'
import { lifeOf } from '../test/support/life.ts'
import { seedDiary } from '../test/support/seed-diary.ts'

const port = Number(process.env.UNKNOT_TEST_PORT ?? 8799) + 200
const address = `http://localhost:${port}`
const starts = 7
const appends = 60

export async function benchDiary(events = 100_000): Promise<void> {
  const server = await serve()
  const profile = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  try {
    await prepare(profile, events)
    const painted: number[] = []
    const opened: number[] = []
    const equal: number[] = []
    const heap: number[] = []
    const readAll: number[] = []
    for (let start = 0; start < starts; start++)
      await withBrowser(profile, async page => {
        const tap = await tapDiary(page)
        opened.push(tap.opened)
        painted.push(tap.painted)
        heap.push(await heapMegabytes(page))
        equal.push(await madeEqual(page))
        readAll.push(await readEverything(page))
      })
    const { work, frame, kept } = await measureAppends(profile)
    console.log(`diary of ${events.toLocaleString('en')} events, Chromium started anew ${starts} times`)
    print('first screen, from the start of loading', median(opened), 'ms')
    print('diary painted after its tab is tapped, median', median(painted), 'ms', 300)
    print('  the slowest of them', Math.max(...painted), 'ms', 300)
    print('  compared: only reading every event', median(readAll), 'ms')
    print('both copies compared and the fold checked, after the start', median(equal), 'ms', 2000)
    print('heap of the page on the diary', Math.max(...heap), 'MB', 120)
    print(`${appends} appends: work until laid out anew, 95th percentile`, percentile(work, 0.95), 'ms', 16)
    print('  until the next frame is painted, 95th percentile', percentile(frame, 0.95), 'ms')
    print('  kept in both copies, 95th percentile', percentile(kept, 0.95), 'ms', 60)
    foldTable()
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    server.kill('SIGTERM')
  }
}

/** Fills the diary, and lets the app once write its second copy and keep its fold. */
async function prepare(profile: string, events: number): Promise<void> {
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

/** From the tap on the tab to the frame in which the month stands. */
async function tapDiary(page: Page): Promise<{ readonly opened: number; readonly painted: number }> {
  await page.goto(address)
  await page.locator('[data-screen="now"]').waitFor()
  const opened = await page.evaluate(() => performance.now())
  const painted = await page.evaluate(
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
  return { opened, painted }
}

async function madeEqual(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('diary-made-equal').length > 0, undefined, {
    timeout: 120_000,
  })
  return page.evaluate(() => performance.getEntriesByName('diary-made-equal')[0]?.startTime ?? 0)
}

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6
}

/** What opening the diary would cost at the least without the kept fold. */
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
}

/**
 * On the diary's screen, another tab tells of an event: what that costs until the page is laid out, and until a frame is
 * painted. Then events are added by taps: how long until the tab tells the others that both copies have it.
 */
async function measureAppends(profile: string): Promise<Appends> {
  const work: number[] = []
  const frame: number[] = []
  const kept: number[] = []
  await withBrowser(profile, async page => {
    await page.goto(`${address}/diary`)
    await page.locator('.cal').waitFor()
    await madeEqual(page)
    for (const event of lifeOf(13, appends, Date.now() + 3_600_000)) {
      const told = await page.evaluate(
        news =>
          new Promise<{ work: number; frame: number }>(resolve => {
            const [hearing, telling] = [new BroadcastChannel('unknot-diary'), new BroadcastChannel('unknot-diary')]
            // The app's own channel is older and hears first: the clock starts in a message before it.
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
      work.push(told.work)
      frame.push(told.frame)
    }
  })
  await withBrowser(profile, async page => {
    await page.goto(`${address}/add`)
    await madeEqual(page)
    for (let each = 0; each < appends; each++) {
      await page.locator('.counts').waitFor()
      kept.push(
        await page.evaluate(
          () =>
            new Promise<number>(resolve => {
              const hearing = new BroadcastChannel('unknot-diary')
              const from = performance.now()
              hearing.onmessage = () => {
                hearing.close()
                resolve(performance.now() - from)
              }
              document.querySelector<HTMLElement>('.counts button')?.click()
            }),
        ),
      )
      await page.goBack()
    }
  })
  return { work, frame, kept }
}

function foldTable(): void {
  console.log('\nfolding everything, in Node        events      ms   us/event')
  for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
    const life = lifeOf(5, count, Date.UTC(2026, 10, 24))
    const from = performance.now()
    baseOf(life)
    const took = performance.now() - from
    console.log(
      `${' '.repeat(31)}${count.toLocaleString('en').padStart(10)}${took.toFixed(0).padStart(8)}${((took * 1000) / count).toFixed(1).padStart(11)}`,
    )
  }
}

async function withBrowser(profile: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    viewport: { width: 390, height: 844 },
  })
  try {
    await use(context.pages()[0] ?? (await context.newPage()))
  } finally {
    await context.close()
  }
}

async function serve(): Promise<ChildProcess> {
  const server = spawn('node', ['dist/cli/main.js', 'serve', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    server.stdout?.once('data', () => resolve())
    server.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
  return server
}

function print(what: string, value: number, unit: string, target?: number): void {
  const beside = target === undefined ? '' : `   at most ${target}${value <= target ? '' : '   MISSED'}`
  console.log(`${what.padEnd(62)}${value.toFixed(1).padStart(8)} ${unit}${beside}`)
}

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? Number.NaN
const median = (values: readonly number[]): number => percentile(values, 0.5)

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchDiary()
