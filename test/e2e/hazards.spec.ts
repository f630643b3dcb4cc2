/** Claims of `docs/hazard-log.json` about the app that no other test proves. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { answerNothing, beginLowBack, onScreen } from './steps.ts'

const remedies = '[data-screen="session"], [data-screen="start"], .story-now, .story-row, [role="timer"]'

test('years later and offline, nothing past its review date is advised (H14)', async ({ page, context }) => {
  await page.clock.install({ time: new Date('2026-12-01T10:00:00') })
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/plan')
  await expect(page.locator('.story-now, .story-row').first()).toBeVisible()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await context.setOffline(true)
  await page.clock.setFixedTime(new Date('2031-12-01T10:00:00'))
  await page.goto('/plan')
  await onScreen(page, 'plan')
  await expect(page.getByText('There is nothing to offer now.')).toBeVisible()
  await expect(page.locator('.story-now, .story-row')).toHaveCount(0)
  await page.goto('/start/heat')
  await expect(page.getByText('This is being checked again. It is not advised now.')).toBeVisible()
  await page.goto('/session/heat/hot-water-bottle')
  await onScreen(page, 'now')
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  await onScreen(page, 'check')
  await expect(page.locator(remedies)).toHaveCount(0)
})

/**
 * Removes the red flags from the engine's knowledge, in whichever built file they are, and returns how often. The file
 * is read here and not fetched, because a fetch for a page that has been left would fail the test for no reason.
 */
async function spoilKnowledge(page: Page): Promise<() => number> {
  let spoiled = 0
  for (const name of readdirSync('dist/app/assets').filter(each => each.endsWith('.js'))) {
    const text = readFileSync(`dist/app/assets/${name}`, 'utf8')
    if (!text.includes('redFlags:[')) continue
    const body = text.replace('redFlags:[', 'lost:[')
    await page.route(`**/assets/${name}`, route => {
      spoiled++
      return route.fulfill({ body, contentType: 'text/javascript' })
    })
  }
  return () => spoiled
}

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('when the engine fails, the way to help is shown and no remedy (H20)', async ({ page }) => {
    await beginLowBack(page)
    const spoiled = await spoilKnowledge(page)
    for (const place of ['/', '/check', '/result', '/plan', '/start/heat', '/session/lb-knee-rolls']) {
      await page.goto(place)
      await expect(page.getByRole('heading', { name: /not open yet|failed here/ }), place).toBeVisible()
      for (const number of ['112', '911', '999', '000'])
        await expect(page.locator(`a[href="tel:${number}"]`), place).toBeVisible()
      await expect(page.getByText(/Numb between the legs, weak legs, chest pain/)).toBeVisible()
      await expect(page.locator(remedies)).toHaveCount(0)
    }
    expect(spoiled()).toBeGreaterThan(0)
  })

  test('when a screen cannot be loaded, the way to help is shown instead (H20)', async ({ page }) => {
    await page.route(/\/assets\/session-[^/]*\.js$/, route => route.abort())
    await beginLowBack(page)
    await answerNothing(page)
    await page.goto('/session/lb-knee-rolls')
    await onScreen(page, 'failed')
    await expect(page.locator('a[href="tel:112"]')).toBeVisible()
    await expect(page.locator(remedies)).toHaveCount(0)
  })
})

test('a clot sign that was not ruled out also blocks the release of the next cramp (H02)', async ({ page }) => {
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  await page.getByRole('button', { name: 'One leg newly swollen' }).click()
  await onScreen(page, 'result')
  // The muscle that cramped last is begun at once; another is picked.
  await page.goto('/cramp')
  await onScreen(page, 'result')
  await page.goto('/cramp/other')
  await page.getByRole('button', { name: 'Hamstring' }).click()
  await onScreen(page, 'result')
  await expect(page.locator('[data-screen="result"]')).toHaveAttribute('data-tier', 'same-day')
  await expect(page.getByRole('timer')).toHaveCount(0)
})
