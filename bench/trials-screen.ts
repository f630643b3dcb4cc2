/**
 * How soon is the result of a trial on the screen? Real Chromium on the built app (`npm run build` first), at a quarter
 * of this machine's speed: from the tap on the trial in the list to the picture of the result. At most 200 ms. Each
 * visit is a new page, so the worker starts again; the files are already on the device, as for a returning person.
 */
import { loadavg } from 'node:os'
import type { Browser, Page } from 'playwright-core'
import { inChromium, whileServed } from './served.ts'

const visits = 9

await whileServed(address => inChromium(browser => measure(browser, address)))

async function measure(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  await finishedTrial(page, address)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const times: number[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    await page.goto(`${address}trials`)
    await page.locator('.trial-link').first().waitFor()
    await page.waitForTimeout(800)
    times.push(await fromTapToPicture(page))
  }
  const sorted = times.toSorted((a, b) => a - b)
  console.log(
    `answer of a trial at a quarter of the speed: median ${Math.round(sorted[Math.floor(visits / 2)] ?? 0)} ms, ` +
      `worst ${Math.round(sorted.at(-1) ?? 0)} ms of ${visits} visits (at most 200 ms); load ${loadavg()[0]?.toFixed(1)}`,
  )
}

/** Runs in the page: resolves with the milliseconds from the tap to the frame with the curve. */
function fromTapToPicture(page: Page): Promise<number> {
  return page.evaluate(`new Promise(resolve => {
    const began = performance.now()
    const watch = new MutationObserver(() => {
      if (document.querySelector('.chart svg .curve') === null) return
      watch.disconnect()
      requestAnimationFrame(() => resolve(performance.now() - began))
    })
    watch.observe(document.body, { childList: true, subtree: true })
    document.querySelector('.trial-link').click()
  })`)
}

/** A trial of eight spasms, from the question to its end, entered as a person would. */
async function finishedTrial(page: Page, address: string): Promise<void> {
  const pick = (group: string | RegExp, value: string) =>
    page.getByRole('group', { name: group }).getByText(value, { exact: true }).click()
  const next = () => page.locator('.dock .btn.next').click()
  await page.goto(`${address}trials/new`)
  await page.getByRole('button', { name: 'My own question' }).click()
  await page.getByLabel('First').fill('ice')
  await page.getByLabel('Second').fill('heat')
  await pick('How do the bad days come?', 'Now and then, in spasms')
  await page.getByRole('button', { name: 'Go on' }).click()
  await next()
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Shorter' }).click()
  await next()
  await pick(/Which do you expect/, '5')
  await next()
  for (let spasm = 1; spasm <= 8; spasm += 1) {
    await page.getByText(`spasm ${spasm} of 8`).waitFor()
    await pick('Pain when the spasm began', '8')
    await pick('Pain 30 minutes after the remedy', String(2 + ((spasm * 3) % 5)))
    await page.getByRole('button', { name: 'Keep this' }).click()
  }
  await page.locator('.chart svg .curve').waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
}
