/**
 * How much is transferred before the first useful screen? Compares the count of the budget with what Chromium loads.
 */
import { appSize, bytesKept, bytesSent, isScript } from '../build/app-size.ts'
import { type Bench, kB } from './measure.ts'
import { inChromium, whileServed } from './served.ts'

export const benchSizes: Bench = async () => {
  const { first, now, offline } = await appSize('dist/app')
  const scripts = bytesSent(first.filter(isScript))
  const everything = bytesSent(first)
  const loaded = await loadedFirst()
  return [
    {
      what: 'scripts of the first load, gzip',
      figure: kB(scripts),
      target: 'at most 60 kB',
      isMet: scripts <= 60_000,
      against: `Chromium until the first screen stands: ${kB(loaded.scripts)} in ${loaded.scriptCount} files; peers 297 to 802 kB`,
    },
    {
      what: 'everything before the first useful screen, gzip',
      figure: kB(everything),
      target: 'at most 120 kB',
      isMet: everything <= 120_000,
      against: `Chromium: ${kB(loaded.everything)} with headers`,
    },
    {
      what: 'Now offline, gzip',
      figure: kB(bytesSent(now)),
      target: 'at most 600 kB',
      isMet: bytesSent(now) <= 600_000,
      against: `the whole app offline: ${kB(bytesSent(offline))}, not compressed ${kB(bytesKept(offline))}`,
    },
  ]
}

interface Loaded {
  readonly scripts: number
  readonly scriptCount: number
  readonly everything: number
}

/** The network log of Chromium, for requests that began before the first screen was shown. */
function loadedFirst(): Promise<Loaded> {
  return whileServed(address =>
    inChromium(async browser => {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
      await page.goto(address)
      await page.locator('[data-screen="now"]').waitFor()
      await page.evaluate(() => document.fonts.ready)
      const entries = await page.evaluate(() => {
        const shown = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
        return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].flatMap(
          entry => {
            const { name, startTime, transferSize } = entry as PerformanceResourceTiming
            return startTime <= shown ? [{ name, transferSize }] : []
          },
        )
      })
      const scripts = entries.filter(({ name }) => name.endsWith('.js'))
      const bytes = (some: typeof entries) => some.reduce((sum, { transferSize }) => sum + transferSize, 0)
      return { scripts: bytes(scripts), scriptCount: scripts.length, everything: bytes(entries) }
    }),
  )
}
