import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { onScreen } from './steps.ts'

/** From here on nothing answers: what works is on the device. */
async function openOffline(page: Page): Promise<void> {
  await page.goto('/learn')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Is it true?' }).click()
  await onScreen(page, 'evidence')
}

const cards = (page: Page) => page.locator('[data-claim]')

test('offline, what is wrong and can hurt comes first, and words narrow as they are typed', async ({ page }) => {
  await openOffline(page)
  await expect(page.getByRole('status')).toHaveText('165 claims')
  await expect(cards(page).first()).toContainText('Wrong')
  await expect(cards(page).first()).toContainText('Why it matters:')
  await page.getByRole('searchbox').pressSequentially('lactic')
  await expect(page.getByRole('status')).toHaveText('3 claims')
  await page.getByRole('searchbox').fill('xylophone')
  await expect(page.getByText('No claim says that.')).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: /^Contested/ }).click()
  await expect(page.getByRole('status')).toHaveText('10 claims')
  await page.getByLabel('Topic').selectOption('rest')
  await expect(page.getByRole('status')).toHaveText('1 claim')
})

test('a card says how sure, its sources, when it was reviewed, and opens by its own address', async ({ page }) => {
  await page.goto('/evidence/dehydration-the-commonest-cause')
  await onScreen(page, 'evidence')
  const card = cards(page)
  await expect(card).toHaveCount(1)
  await expect(card).toContainText('Moderate certainty')
  await expect(card).toContainText('Allen RE, Kirby KA')
  await expect(card).toContainText('No clinician has reviewed this yet. Look at it again by 2027-11-23.')
})

test('offline, a claim is shared as text and as a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openOffline(page)
  await page.getByRole('searchbox').fill('lactic acid painful')
  await page.getByText('Share', { exact: true }).click()
  await page.getByRole('button', { name: 'As text' }).click()
  await expect(page.getByText('Copied. You can paste it now.')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('Wrong. Lactate is cleared')
  expect(text).toContain('No clinician has reviewed this yet.')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'As a picture' }).click()
  const picture = await waiting
  expect(picture.suggestedFilename()).toBe('unknot-lactic-acid-makes-muscle-hurt.png')
  const bytes = readFileSync(await picture.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(1080)
  expect(bytes.readUInt32BE(20)).toBeGreaterThan(600)
  expect(await inkOf(page, bytes)).toBeGreaterThan(0.02)
})

/** The share of a picture that is not its ground: near nothing where no words were drawn. */
const inkOf = (page: Page, bytes: Buffer) =>
  page.evaluate(async base64 => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`).catch(() => undefined))?.blob()
    const data =
      blob ?? new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], { type: 'image/png' })
    const image = await createImageBitmap(data)
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (!context) return 0
    context.drawImage(image, 0, 0)
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height)
    let ink = 0
    for (let at = 0; at < pixels.length; at += 4) if (Math.abs((pixels[at] ?? 0) - (pixels[0] ?? 0)) > 60) ink += 1
    return ink / (pixels.length / 4)
  }, bytes.toString('base64'))

test('past its review date a claim says so, and is no advice', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-12-01T10:00:00'))
  await page.goto('/evidence')
  await onScreen(page, 'evidence')
  await expect(cards(page).first()).toContainText('Do not rely on it.')
  await expect(cards(page).first()).toContainText('Needs review')
})
