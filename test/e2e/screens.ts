/** Takes a picture of every screen, phone and desktop, light and night, for inspection: test/screens/*.png. */
import { mkdirSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../build/chromium.ts'
import { screens } from './places.ts'
import { answerPages, endHurting, openGate } from './steps.ts'

const base = process.env.BASE ?? 'http://localhost:8787'
const only = process.argv[2]
const folder = 'test/screens'
mkdirSync(folder, { recursive: true })

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } }
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...chromiumFlags],
})

for (const [size, viewport] of Object.entries(sizes))
  for (const theme of ['light', 'night']) {
    if (only && only !== `${size}-${theme}`) continue
    const context = await browser.newContext({ viewport, locale: 'en-GB' })
    await context.addInitScript(
      chosen => localStorage.setItem('unknot-settings', JSON.stringify({ theme: chosen })),
      theme,
    )
    const page = await context.newPage()
    page.on('pageerror', problem => console.error('page error:', problem.message))
    page.on('console', message => message.type() === 'error' && console.error('console:', message.text()))
    const shoot = async (name: string) => {
      await page.waitForTimeout(250)
      await page.screenshot({ path: `${folder}/${name}-${size}-${theme}.png` })
    }
    await walk(page, shoot)
    await context.close()
  }
await browser.close()

async function walk(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const screen = (name: string) => page.locator(`[data-screen="${name}"]`).waitFor()
  const next = () => page.locator('.dock .btn.next').click()
  await page.goto(base)
  await screen('now')
  await shoot('now')
  await page.getByRole('button', { name: 'Low back' }).first().click()
  await shoot('now-side')
  await page.getByRole('button', { name: 'Middle', exact: true }).click()
  await screen('check')
  await shoot('check-1')
  await openGate(page, 'chest', 'pain or pressure there')
  await shoot('check-opened')
  await page.getByLabel('Not sure: I have chest pain', { exact: false }).check({ force: true })
  await next()
  await shoot('check-simpler')
  await page.getByText('No', { exact: true }).click()
  await next()
  await answerPages(page, { until: 'details' })
  await shoot('check-details')
  await answerPages(page)
  await screen('result')
  await shoot('result')
  await page.getByRole('link', { name: 'See the whole plan' }).click()
  await screen('plan')
  await shoot('plan')
  await page.getByRole('link', { name: /^Warmth/ }).click()
  await screen('start')
  await shoot('start-ask')
  await next()
  await shoot('start-ways')
  await page.goto(`${base}/start/lb-knee-to-chest`)
  await screen('start')
  await shoot('start-exercise-ask')
  await next()
  await shoot('start-exercise')
  await next()
  await screen('session')
  await page.waitForTimeout(7000)
  await shoot('session')
  await endHurting(page, () => shoot('hurts'))
  await shoot('rate')
  await page.getByText('3', { exact: true }).click()
  await next()
  await shoot('rate-done')
  for (const name of screens) {
    await page.goto(`${base}/${name}`)
    await screen(name)
    await shoot(name)
  }
  await page.goto(`${base}/cramp/other`)
  await screen('cramp')
  await shoot('cramp-choose')
  await page.getByRole('button', { name: 'Calf' }).click()
  await page.waitForTimeout(3000)
  await shoot('cramp-now')
}
