import { expect, type Page, test } from '@playwright/test'
import { onScreen } from './steps.ts'

/** From here on there is no network: only the device's own data is used. */
async function openOffline(page: Page): Promise<void> {
  await page.goto('/learn')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Do I need to buy something?' }).click()
  await onScreen(page, 'products')
}

const placeOf = (page: Page, id: string) => page.locator(`[data-product="${id}"]`)
const openPlaces = (page: Page) => page.getByText(/^If you still want one/).click()

test('offline, the answer is one sentence, then what costs nothing, then kinds of things; nothing that passes a limit has a place', async ({
  page,
}) => {
  await openOffline(page)
  const titles = page.getByRole('heading', { level: 2 })
  await expect(titles.first()).toHaveText('Nothing. A hot-water bottle does the same.')
  await expect(page.locator('[data-part="kinds"] > details').first()).toHaveAttribute('data-kind', 'heat-pad')
  await expect(page.locator('[data-part="kinds"] > details > summary svg[viewBox="0 -44 60 44"]')).toHaveCount(6)
  const pad = placeOf(page, 'theratherm-pad')
  await expect(pad).toHaveAttribute('data-place', 'none')
  await expect(pad.getByRole('heading')).toHaveText('Only with a setting of at most 40 °C and 20 minutes')
  await pad.locator('summary').first().click()
  await expect(pad).toContainText('far above our limits of 43 °C')
  await expect(pad).toContainText('3.9 to 4.4 stars, 960 reviews, as the article gave them')
  await openPlaces(page)
  await expect(placeOf(page, 'body-back-buddy')).toContainText('Place 1, tied')
  await page.getByText('Not suggested', { exact: true }).click()
  await expect(page.getByText('Prospera Electronic Pulse Massager. The article describes another device')).toBeVisible()
  await page.getByLabel('What is it for?').selectOption('Cramps at night')
  await expect(page.getByText('No product is suggested for this.')).toBeVisible()
  await expect(page.locator('[data-product]')).toHaveCount(0)
})

test('for each need the page is at most 2,000 pixels high until something is opened', async ({ page }) => {
  await page.goto('/products')
  await onScreen(page, 'products')
  const needs = await page.getByLabel('What is it for?').locator('option').allTextContents()
  expect(needs.length).toBeGreaterThan(3)
  for (const need of needs) {
    await page.getByLabel('What is it for?').selectOption(need)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height, need).toBeLessThanOrEqual(2000)
  }
})

test('a product that a fact excludes is left out, with the reason', async ({ page }) => {
  await page.goto('/products')
  await page.getByText('What is true of you?').click()
  await page.locator('label.choice', { hasText: /^I take a blood thinner/ }).click()
  await expect(placeOf(page, 'triggerpoint-grid')).toHaveCount(0)
  const roller = page.locator('[data-kind="foam-roller"]')
  await roller.locator('summary').first().click()
  await expect(roller).toContainText('Rolling can cause a large bruise on a blood thinner.')
  const notForYou = roller.locator('li')
  await expect(notForYou.first()).toContainText(/^True of you: I take a blood thinner/)
  await expect(notForYou.first()).toBeVisible()
})

test('on a desk products stand side by side without being picked', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/products')
  await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(4)
  await expect(page.getByRole('table')).toContainText('no place: only with a setting')
})

test('two products are compared side by side, and unknown values say so', async ({ page }) => {
  await page.goto('/products')
  await placeOf(page, 'theratherm-pad').locator('summary').first().click()
  await openPlaces(page)
  for (const id of ['theratherm-pad', 'body-back-buddy']) await placeOf(page, id).getByText('Compare').click()
  const table = page.getByRole('table')
  await expect(table).toContainText('74 °C, over our limit of 43 °C')
  await expect(table.getByRole('row', { name: /^Hottest setting/ })).toContainText('not stated')
})

test('own products, typed or from a hostile saved page, are ranked with the others and stored, offline', async ({
  page,
}) => {
  await openOffline(page)
  await page.getByText('Add your own').click()
  await openPlaces(page)
  await page.getByLabel('Name').fill('My mild pad')
  await page.getByLabel('Stars of 5').fill('4,6')
  await page.getByLabel('Number of reviews').fill('1,200')
  await page.getByLabel('Hottest setting in °C').fill('42')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(placeOf(page, 'own-1')).toContainText('My mild pad')
  const data = { '@type': 'Product', name: 'Hot <b>pad</b>', aggregateRating: { ratingValue: 6, reviewCount: 9 } }
  await page.getByLabel('Saved page or CSV file').setInputFiles({
    name: 'page.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      `<script>window.ran = true</script><img src=x onerror="window.ran = true"><script type="application/ld+json">${JSON.stringify(data)}</script>`,
    ),
  })
  await expect(page.getByText('a rating of 6 of 5 cannot be: taken as no rating')).toBeVisible()
  await expect(placeOf(page, 'own-2')).toContainText('Hot <b>pad</b>')
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  await page.getByLabel('Saved page or CSV file').setInputFiles({
    name: 'bad.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,colour\nPad,red'),
  })
  await expect(page.getByText('line 1: unknown column "colour"')).toBeVisible()
  await page.reload()
  await onScreen(page, 'products')
  await openPlaces(page)
  await page.getByText('Add your own').click()
  await expect(placeOf(page, 'own-1')).toBeVisible()
  await page.getByRole('button', { name: 'Remove My mild pad' }).click()
  await expect(page.getByText('My mild pad')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(placeOf(page, 'own-1')).toBeVisible()
})

test('a product is entered in the person’s units, and invalid input is refused with nothing lost', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('unknot-settings', JSON.stringify({ units: 'imperial' })))
  await page.goto('/products')
  await page.getByText('Add your own').click()
  await page.getByLabel('Name').fill('My wide pad')
  await page.getByLabel('Hottest setting in °F').fill('hot')
  await page.getByLabel('Length in inches').fill('12')
  await page.getByLabel('Width in inches').fill('24')
  await page.getByLabel('Weight in pounds').fill('2')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('"hot" is no number')).toBeVisible()
  const file = page.getByLabel('Saved page or CSV file')
  await file.setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from('name\nW\xe4rme', 'latin1') })
  await expect(page.getByText('The file is not UTF-8.')).toBeVisible()
  await file.setInputFiles({ name: 'big.html', mimeType: 'text/html', buffer: Buffer.alloc(20_000_001, 'x') })
  await expect(page.getByText('The file is larger than 20 MB.')).toBeVisible()
  await file.setInputFiles({ name: 'long.html', mimeType: 'text/html', buffer: Buffer.alloc(19_000_000, 'x') })
  await expect(page.getByText('the page has 19000000 letters')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('My wide pad')
  await page.getByLabel('Hottest setting in °F').fill('104')
  await page.getByRole('button', { name: 'Add it' }).click()
  await openPlaces(page)
  await placeOf(page, 'theratherm-pad').locator('summary').first().click()
  for (const id of ['own-1', 'theratherm-pad']) await placeOf(page, id).getByText('Compare').click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row', { name: /^Hottest setting/ })).toContainText('104 °F')
  await expect(table.getByRole('row', { name: /^Size/ })).toContainText('12 x 24 in')
  await expect(table.getByRole('row', { name: /^Weight/ })).toContainText('2 lb')
})

test('no link leads to a shop or another site', async ({ page }) => {
  await page.goto('/products')
  // Before the app is loaded, the page has only the emergency numbers.
  await expect(page.locator('[data-product]').first()).toBeAttached()
  const strange = await page.evaluate(
    () =>
      [...document.querySelectorAll('a[href]')].filter(link => (link as HTMLAnchorElement).origin !== location.origin)
        .length,
  )
  expect(strange).toBe(0)
})

test('two years later no product is suggested', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2028-12-01T10:00:00'))
  await page.goto('/products')
  await expect(page.getByText('No product is suggested for this.')).toBeVisible()
  await expect(page.locator('[data-product]')).toHaveCount(0)
})
