import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { onScreen } from './steps.ts'

/** From here on there is no network: only the device's own data is used. */
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

test('offline, wrong claims that can hurt come first, and typing narrows the list', async ({ page }) => {
  await openOffline(page)
  await expect(page.getByRole('status')).toHaveText(/^26\d claims$/)
  await expect(cards(page).first()).toContainText('Wrong')
  await expect(cards(page).first()).toContainText('Why it matters:')
  await page.getByRole('searchbox').pressSequentially('lactic')
  await expect(page.getByRole('status')).toHaveText('3 claims')
  await page.getByRole('searchbox').fill('xylophone')
  await expect(page.getByText('No claim here says “xylophone”.')).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await page.getByRole('button', { name: /^Contested/ }).click()
  await expect(page.getByRole('status')).toHaveText(/^\d+ claims$/)
  await page.getByLabel('Topic').selectOption('rest')
  await expect(page.getByRole('status')).toHaveText('1 claim')
})

test('a card shows certainty, sources and review date, and has its own address', async ({ page }) => {
  await page.goto('/evidence/dehydration-the-commonest-cause')
  await onScreen(page, 'evidence')
  const card = cards(page)
  await expect(card).toHaveCount(1)
  await expect(card).toContainText('Moderate certainty')
  await expect(card).toContainText('Allen RE, Kirby KA')
  await expect(card).toContainText('No clinician has reviewed this yet. Due for review by 2027-11-23.')
})

test('offline, a claim is shared as text and as a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openOffline(page)
  await page.getByRole('searchbox').fill('lactic acid painful')
  await expect(cards(page).first()).toHaveAttribute('data-claim', 'lactic-acid-makes-muscle-hurt')
  await cards(page).first().getByText('Share', { exact: true }).click()
  await page.getByRole('button', { name: 'As text' }).click()
  await expect(page.getByText('Copied. You can paste it now.')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('Wrong.')
  expect(text).toContain('Lactate is cleared')
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

test('the answer stands first, what is near stands apart, and a remedy is offered', async ({ page }) => {
  await openOffline(page)
  await page.getByRole('searchbox').fill('pickel juice')
  const first = cards(page).first()
  await expect(first).toHaveAttribute('data-claim', 'pickle-juice-stops-a-cramp')
  const text = ((await first.textContent()) ?? '').replace(/\s+/g, ' ')
  const order = ['A sip of pickle juice may', 'Low certainty', 'In 10 dried-out men', 'Instead:'].map(part =>
    text.indexOf(part),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order[0]).toBe(0)
  await page.getByRole('searchbox').fill('foam roller')
  await page
    .getByRole('navigation', { name: 'See also' })
    .getByRole('link', { name: /^Remedy/ })
    .click()
  await onScreen(page, 'reference')
})

test('a question without an answer is kept for the visit only by a tap', async ({ page }) => {
  await page.goto('/evidence')
  await onScreen(page, 'evidence')
  await page.getByRole('searchbox').fill('zebra milk cramps')
  await expect(page.getByText('No claim here says “zebra milk cramps”.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Near it' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep the question' }).click()
  await expect(page.getByText('Kept with your questions for a visit.').first()).toBeVisible()
  await page.goto('/report')
  await expect(page.locator('.told', { hasText: 'Is it true: zebra milk cramps?' })).toHaveCount(1)
})

test('claims about the article stand only under their topic', async ({ page }) => {
  await page.goto('/evidence')
  await onScreen(page, 'evidence')
  await page.getByLabel('Topic').selectOption('about-the-article')
  await expect(page.getByRole('status')).toHaveText('13 claims')
})

/** The share of a picture that differs from its background: near zero if no text was drawn. */
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

test('a claim past its review date says so, and is not advice', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-12-01T10:00:00'))
  await page.goto('/evidence')
  await onScreen(page, 'evidence')
  await expect(cards(page).first()).toContainText('Do not rely on it.')
  await expect(cards(page).first()).toContainText('Needs review')
})
