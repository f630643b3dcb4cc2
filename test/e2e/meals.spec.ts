import { expect, test } from '@playwright/test'
import { seedEater } from '../support/eater.ts'
import { onScreen } from './steps.ts'

test('a usual day in a few taps gives a change in plain words, and yesterday is one tap', async ({ page }) => {
  await seedEater(page)
  await page.goto('/food')
  await page.getByRole('link', { name: /What would help most/ }).click()
  await onScreen(page, 'usual')
  await page.getByRole('button', { name: 'About as yesterday' }).click()
  await expect(page.getByRole('button', { name: 'Banana', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'More: Breakfast' }).click()
  for (const name of ['Toast and jam', 'Ham sandwich', 'Dal'])
    await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('link', { name: 'What would help?' }).click()
  await onScreen(page, 'change')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^(One|Two|Three) changes? closes? \d\d % of the gap$/,
  )
  await expect(page.locator('.changes li').first()).toContainText(
    /^(Add|Swap|Have more|In your) .*It brings [\d.,]+ (mg|µg) of/,
  )
  await expect(page.getByText(/Still missing:|the whole gap/).first()).toBeVisible()
  await page.reload()
  await expect(page.locator('.changes li').first()).toBeVisible()
})

test('a day of meals can be cooked, swapped, bought for and eaten', async ({ page }) => {
  test.setTimeout(120_000)
  await seedEater(page)
  await page.goto('/food')
  await page.getByRole('link', { name: /A day of meals/ }).click()
  const done = page.locator('[data-screen="meals"][data-done]')
  await done.waitFor({ timeout: 60_000 })
  await expect(page.locator('.dish')).toHaveCount(4)
  const dinner = page.locator('.dish').nth(2).locator('h2')
  const before = (await dinner.textContent()) ?? ''
  await page.getByRole('button', { name: 'Another dish: Dinner' }).click()
  await done.waitFor({ timeout: 60_000 })
  await expect(page.locator('.dish h2').filter({ hasText: before })).toHaveCount(0)
  await page.getByText('How to make it').first().click()
  await page.getByText('Shopping list').click()
  await expect(page.getByRole('heading', { name: 'Fruit and vegetables' })).toBeVisible()
  await page.getByRole('button', { name: 'Eat this today' }).click()
  await onScreen(page, 'food')
  await expect(page.getByRole('meter', { name: 'Vitamin D' })).toHaveAttribute('aria-valuenow', '15')
})
