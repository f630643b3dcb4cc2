/** The plan as a picture story: one thing to do now, and the rest with its time. */
import { expect, test } from '@playwright/test'
import { answerNothing, beginLowBack, onScreen } from './steps.ts'

test('one card says what to do now; a session ticks it, and the next step takes its place', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-30T10:07:00') })
  await beginLowBack(page)
  await answerNothing(page)
  await page.getByRole('link', { name: 'See the whole plan' }).click()
  await onScreen(page, 'plan')
  const now = page.getByRole('region', { name: 'Do this now' })
  await expect(now.getByRole('heading')).toHaveText('Take it easy, but keep moving')
  await expect(now.locator('svg').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Warmth in 38 minutes, 10:45/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^Today: 0 done, \d+ to come\.$/ })).toBeVisible()
  // Every row is drawn.
  const rows = page.locator('.story-row')
  expect(await rows.count()).toBeGreaterThan(2)
  await expect(rows.filter({ has: page.locator('.story-picture svg') })).toHaveCount(await rows.count())

  await now.getByRole('link', { name: /^Start: / }).click()
  await page.getByRole('button', { name: /^Begin: / }).click()
  await onScreen(page, 'session')
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await page.clock.fastForward('25:00')
  await onScreen(page, 'rate')
  await page.goto('/plan')
  await expect(page.getByRole('heading', { name: 'Done today' })).toBeVisible()
  await expect(page.locator('.story-done')).toContainText('Take it easy, but keep moving')
  await expect(now.getByRole('heading')).toHaveText('Warmth')
  await expect(page.getByRole('img', { name: /^Today: 1 done/ })).toBeVisible()
})

test('"Check again" has a time, and one tap makes the reminder', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-30T10:07:00') })
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/plan')
  await expect(page.getByRole('heading', { name: /^Check again at 1\d:\d\d$/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Remind me' }).click()
  expect((await download).suggestedFilename()).toBe('unknot-check-ins.ics')
})
