import { expect, test } from '@playwright/test'
import { onScreen } from './steps.ts'

test('ranks foods by what a portion brings, opens one, and filters', async ({ page }) => {
  await page.goto('/prevent')
  await page.getByRole('link', { name: /Rich in what/ }).click()
  await onScreen(page, 'rich')
  const foods = page.locator('.rich > li')
  await expect(foods.first()).toContainText('Pumpkin seeds')
  await foods.first().locator('summary').click()
  for (const told of ['Potassium', 'Calcium', 'Vitamin D', 'Zinc', 'U.S. Department of Agriculture'])
    await expect(foods.first()).toContainText(told)
  await page.getByText('Zinc', { exact: true }).first().click()
  await expect(foods.first()).toContainText('Oysters')
  if (!(await page.getByRole('button', { name: 'No fish' }).isVisible()))
    await page.getByText('Compare and leave out').click()
  await page.getByRole('button', { name: 'No fish' }).click()
  await expect(foods.first()).not.toContainText('Oysters')
})

test('gives each food of the article its place, and a word where the article is off', async ({ page }) => {
  await page.goto('/rich/vitamin-d')
  const article = page.getByRole('listitem').filter({ hasText: 'Almonds' })
  await expect(article).toContainText('not in the list')
  await expect(article).toContainText('They hold none.')
})

test('tells a person with kidney disease why there is no list of potassium', async ({ page }) => {
  await page.goto('/rich/potassium')
  await expect(page.locator('.rich > li').first()).toBeVisible()
  await page
    .getByRole('group', { name: /kidney disease/ })
    .getByRole('button', { name: 'Yes' })
    .click()
  await expect(page.getByRole('heading', { name: 'No list for Potassium' })).toBeVisible()
  await expect(page.getByText(/Your kidneys clear potassium/)).toBeVisible()
  await expect(page.locator('.rich')).toHaveCount(0)
})

test('finds paneer, doubts a slip, and offers to add what it does not know', async ({ page }) => {
  await page.goto('/eat')
  const box = page.getByLabel('Type a food')
  await box.fill('paneer')
  await expect(page.locator('.found li').first()).toHaveText('Paneer')
  await expect(page.getByText('Not found as typed')).toBeHidden()
  await box.fill('bannana')
  await expect(page.getByText('Not found as typed')).toBeVisible()
  await box.fill('stroopwafel')
  await expect(page.getByText('“stroopwafel” was not found')).toBeVisible()
  await expect(page.getByRole('link', { name: 'A food from its label' })).toBeVisible()
  await page.goto('/eat/9001001')
  await expect(page.getByText(/This salt is made of potassium/)).toBeVisible()
})
