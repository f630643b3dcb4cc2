/** The gates of the check: few taps, nothing to scroll, and no answer given by mistake. */
import { expect, type Page, test } from '@playwright/test'
import { beginLowBack, onGate, onScreen, openGate, tick, untilKept } from './steps.ts'

const none = (page: Page) => page.getByRole('button', { name: 'None', exact: true })
const listens = (page: Page) => page.waitForTimeout(650)
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)

test('a back spasm reaches a running remedy in at most 17 taps, with nothing to scroll', async ({ page }) => {
  await beginLowBack(page)
  let taps = 2
  const tap = async (click: Promise<void>) => {
    await click
    taps += 1
  }
  const check = page.locator('[data-screen="check"]')
  while ((await check.count()) > 0) {
    const name = (await check.getAttribute('data-page')) ?? ''
    expect(await overflow(page), name).toBeLessThanOrEqual(0)
    if (name === 'details') {
      await tap(page.getByLabel('Your age?').click())
      await page.keyboard.type('41')
      await tap(page.getByText('Male', { exact: true }).click())
      await tap(page.getByText('6 hours', { exact: true }).click())
    } else {
      await listens(page)
      await tap(none(page).click())
    }
    await expect(page.locator(`[data-page="${name}"]`)).toHaveCount(0)
    await expect(page.locator('[data-screen="check"], [data-screen="result"]')).toBeVisible()
  }
  await onScreen(page, 'result')
  const start = page.getByRole('link', { name: /^Start: / }).first()
  await expect(start).toBeInViewport()
  await tap(start.click())
  await onScreen(page, 'start')
  await tap(page.getByRole('button', { name: /^Begin: / }).click())
  await onScreen(page, 'session')
  expect(taps).toBeLessThanOrEqual(17)
})

test('a second tap on None does not answer the next gate', async ({ page }) => {
  await beginLowBack(page)
  await listens(page)
  await none(page).dblclick()
  await onGate(page, 'limbs')
  await listens(page)
  await expect(page.getByText('2 of 10')).toBeVisible()
})

test('Back asks the last gate again, and the answer can be changed', async ({ page }) => {
  await beginLowBack(page)
  await expect(page.getByRole('button', { name: 'Back' })).toBeDisabled()
  await listens(page)
  await none(page).click()
  await onGate(page, 'limbs')
  await listens(page)
  await page.getByRole('button', { name: 'Back' }).click()
  await onGate(page, 'pelvis')
  await openGate(page, 'pelvis', 'numb or tingly')
  await tick(page, /between my legs/)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await onScreen(page, 'emergency')
})

test('after a reload Back still leads through the answers that were given', async ({ page }) => {
  await beginLowBack(page)
  await listens(page)
  await untilKept(page, () => none(page).click())
  await expect(page.locator('[data-page="gate gate-pelvis"]')).toHaveCount(0)
  await page.reload()
  await onScreen(page, 'check')
  await expect(page.getByRole('button', { name: 'Back' })).toBeEnabled()
  await listens(page)
  await page.getByRole('button', { name: 'Back' }).click()
  await onGate(page, 'pelvis')
  await expect(page.getByRole('button', { name: 'Back' })).toBeDisabled()
})

test('None waits until the whole gate has been on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 420 })
  await beginLowBack(page)
  await listens(page)
  await expect(none(page)).toBeDisabled()
  await expect(page.getByText('Scroll down to read all of it.')).toBeVisible()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(none(page)).toBeEnabled()
})

test('a back is told how to lie while the first gate is answered, and a cramp is not', async ({ page }) => {
  const ease = page.getByText('Stay, or move to what hurts least. Breathe slowly. After a fall, keep still.')
  await beginLowBack(page)
  await expect(ease).toBeVisible()
  await listens(page)
  await page.getByRole('button', { name: 'Yes, or not sure' }).click()
  await expect(ease).toHaveCount(0)
  await page.goto('/')
  await page.locator('.body-map').getByRole('button', { name: /calf/i }).first().click()
  await onGate(page, 'limbs')
  await expect(ease).toHaveCount(0)
})
