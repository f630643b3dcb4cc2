/**
 * How soon does the answer of a trial stand on the screen? Real Chromium on the built app (`npm run build` first), at a
 * quarter of this machine's speed: from the tap on the trial in the list to the picture of the answer. At most 200 ms.
 * Each visit is a new page, so the worker starts anew; the files are already on the device, as for a returning person.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { loadavg } from 'node:os'
import { chromium, type Page } from 'playwright-core'

const port = Number(process.env.UNKNOT_TEST_PORT ?? 8799) + 200
const base = `http://localhost:${port}`
const visits = 9

const server = await serve()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
})
try {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  await finishedTrial(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const times: number[] = []
  for (let visit = 0; visit < visits; visit += 1) {
    await page.goto(`${base}/trials`)
    await page.locator('.trial-link').first().waitFor()
    await page.waitForTimeout(800)
    times.push(await fromTapToPicture(page))
  }
  const sorted = times.toSorted((a, b) => a - b)
  console.log(
    `answer of a trial at a quarter of the speed: median ${Math.round(sorted[Math.floor(visits / 2)] ?? 0)} ms, ` +
      `worst ${Math.round(sorted.at(-1) ?? 0)} ms of ${visits} visits (at most 200 ms); load ${loadavg()[0]?.toFixed(1)}`,
  )
} finally {
  await browser.close()
  server.kill('SIGTERM')
}

/** Run in the page: resolves with the milliseconds from the tap to the frame after the curve is there. */
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

/** A trial of eight spasms, from the question to its end, as a person would. */
async function finishedTrial(page: Page): Promise<void> {
  const pick = (group: string | RegExp, value: string) =>
    page.getByRole('group', { name: group }).getByText(value, { exact: true }).click()
  const next = () => page.locator('.dock .btn.next').click()
  await page.goto(`${base}/trials/new`)
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

async function serve(): Promise<ChildProcess> {
  const started = spawn('node', ['dist/cli/main.js', 'serve', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    started.stdout?.once('data', () => resolve())
    started.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
  return started
}
