import { expect, type Page, test } from '@playwright/test'
import { onScreen } from './steps.ts'

/** Enters the person, with no kidney disease and no medicines. */
async function sayWho(page: Page): Promise<void> {
  await page.goto('/food')
  await onScreen(page, 'food')
  await page.getByLabel('How old are you?').fill('41')
  await page.getByText('Female', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByRole('meter', { name: 'Potassium' })).toBeVisible()
}

async function sayNothingElse(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: /kidney disease/ })
    .getByRole('button', { name: 'No' })
    .click()
  await page
    .getByRole('group', { name: /any medicine/ })
    .getByRole('button', { name: 'No' })
    .click()
  await expect(page.getByRole('group', { name: /any medicine/ })).toBeHidden()
}

test('logs a food in three taps, closes the gap and eats it, all with the network cut', async ({ page, context }) => {
  test.setTimeout(120_000)
  await page.goto('/')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await sayWho(page)
  await expect(page.getByText('None of these five is proven to prevent cramps').first()).toBeVisible()
  await sayNothingElse(page)
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('unknot-food')).keys()).length), {
      timeout: 30_000,
    })
    .toBe(3)
  await context.setOffline(true)
  await page.reload()
  await onScreen(page, 'food')

  await page.getByRole('link', { name: 'Add a food' }).click()
  await onScreen(page, 'eat')
  await page.getByLabel('Type a food').fill('bannana')
  await page.getByRole('link', { name: 'Banana', exact: true }).click()
  await page.getByRole('button', { name: /^1 medium/ }).click()
  await onScreen(page, 'food')
  await expect(page.getByRole('listitem').filter({ hasText: 'Banana' })).toContainText('118 g')
  await expect(page.getByRole('meter', { name: 'Potassium' })).toHaveAttribute(
    'aria-valuetext',
    /At least 422 of 2,600 mg/,
  )

  await page.getByRole('link', { name: 'Close the gap' }).click()
  await onScreen(page, 'menu')
  const dishes = page.locator('.meal li')
  await expect(dishes.first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/Fewest foods: proven|A better one may exist/).last()).toBeVisible({ timeout: 60_000 })
  const before = (await dishes.first().locator('b').textContent()) ?? ''
  await page.getByRole('button', { name: `Swap ${before}` }).click()
  await expect(page.getByRole('button', { name: `Swap ${before}` })).toBeHidden()
  await expect(dishes.first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Eat this today' }).click({ timeout: 60_000 })
  await onScreen(page, 'food')
  await expect(page.getByRole('meter', { name: 'Calcium' })).toHaveAttribute(
    'aria-valuetext',
    /At least 1,\d\d\d of 1,000 mg/,
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('meter', { name: 'Calcium' })).toHaveAttribute('aria-valuetext', /At least 5\.9 of/)
})

test('with kidney disease no food is proposed', async ({ page }) => {
  await sayWho(page)
  await page
    .getByRole('group', { name: /kidney disease/ })
    .getByRole('button', { name: 'Yes' })
    .click()
  await expect(page.getByText('Your kidneys clear potassium.', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: 'Close the gap' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On hold: ask your clinician first')
  await expect(page.locator('.meal li')).toHaveCount(0)
})

test('only the food worker may compile WebAssembly', async ({ page }) => {
  const policies: Record<string, string> = {}
  page.on('response', response => {
    policies[new URL(response.url()).pathname] = response.headers()['content-security-policy'] ?? ''
  })
  await sayWho(page)
  const names = Object.keys(policies)
  const worker = names.find(name => name.includes('food.worker')) ?? ''
  expect(policies[worker]).toContain("'wasm-unsafe-eval'")
  for (const name of names.filter(each => each !== worker)) expect(policies[name]).not.toContain('unsafe')
})
