import { expect, type Page, test } from '@playwright/test'
import { seedEater } from '../support/eater.ts'
import { onScreen, untilKept } from './steps.ts'

async function openFood(page: Page, place = 'food'): Promise<void> {
  await seedEater(page)
  await page.goto(`/${place}`)
  await onScreen(page, place)
}

const meter = (page: Page, name: string) => page.getByRole('meter', { name })

test('a food from its label counts the given values, with the rest unknown; it can be changed, removed and restored', async ({
  page,
}) => {
  await openFood(page, 'eat')
  await page.getByRole('link', { name: 'A food from its label' }).click()
  await onScreen(page, 'own')
  await page.getByLabel('What is it called?').fill('Nut bar')
  await page.getByLabel('One portion weighs, in grams').fill('40')
  await page.getByLabel('Calcium in mg').fill('120')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await onScreen(page, 'portion')
  await page.getByRole('button', { name: /^1 portion/ }).click()
  await onScreen(page, 'food')
  await expect(meter(page, 'Calcium')).toHaveAttribute('aria-valuetext', /At least 120 of 1,000 mg/)
  await expect(page.getByText('1 of 1 foods unknown')).toHaveCount(4)

  await page.getByRole('link', { name: 'Add a food' }).click()
  await page.getByLabel('Type a food').fill('nut ba')
  await page.getByRole('link', { name: 'Nut bar' }).first().click()
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByLabel('Calcium in mg').fill('200')
  await untilKept(page, () => page.getByRole('button', { name: 'Keep it' }).click())
  await page.goto('/food')
  await expect(meter(page, 'Calcium')).toHaveAttribute('aria-valuetext', /At least 200 of/)

  await page.goto('/eat')
  await page.getByRole('link', { name: 'Nut bar' }).first().click()
  await page.getByRole('link', { name: 'Change it' }).click()
  await page.getByRole('button', { name: 'Remove this food' }).click()
  await onScreen(page, 'eat')
  await untilKept(page, () => page.getByRole('button', { name: 'Undo' }).click())
  await expect(page.getByRole('heading', { name: 'Your own' })).toBeVisible()
  await page.goto('/food')
  await expect(meter(page, 'Calcium')).toHaveAttribute('aria-valuetext', /At least 200 of/)
})

test('a recipe counts as its parts, portion by portion', async ({ page }) => {
  await openFood(page, 'eat')
  await page.getByRole('link', { name: 'A recipe' }).click()
  await page.getByLabel('What is it called?').fill('Banana milk')
  await page.getByLabel('Add to the recipe').fill('bannana')
  await page.getByRole('button', { name: 'Banana', exact: true }).click()
  await page.getByLabel('Add to the recipe').fill('whole milk')
  await page.getByRole('button', { name: 'Whole milk', exact: true }).click()
  await page.getByLabel('Grams of Banana').fill('200')
  await page.getByLabel('Grams of Whole milk').fill('400')
  await page.getByLabel('How many portions does it make?').fill('2')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: /^1 portion.*300 g/ }).click()
  await onScreen(page, 'food')
  // 100 g of banana hold 358 mg, 200 g of whole milk 264 mg (USDA SR28).
  await expect(meter(page, 'Potassium')).toHaveAttribute('aria-valuetext', /At least 622 of 2,600 mg/)
})

test('yesterday is copied and undone; a glass of water is shown beside the bars', async ({ page }) => {
  await openFood(page)
  await page.getByRole('button', { name: 'Copy yesterday' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Whole milk' })).toContainText('244 g')
  await expect(meter(page, 'Potassium')).toHaveAttribute('aria-valuetext', /At least 7\d\d of/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Nothing eaten today yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Add a glass, 250 ml' }).click()
  await expect(page.getByText('250 ml', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Add a food' }).click()
  await expect(page.getByRole('heading', { name: 'You often eat' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Banana', exact: true })).toBeVisible()
})

const dishes = (page: Page) => page.locator('.meal li')
const isDone = (page: Page) =>
  expect(page.getByText(/Fewest foods: proven|A better one may exist/).last()).toBeVisible({ timeout: 60_000 })

test('a disliked food is not proposed again, a pinned one stays, and both can be undone', async ({ page }) => {
  test.setTimeout(180_000)
  await openFood(page, 'menu')
  await isDone(page)
  const first = (await dishes(page).first().locator('b').textContent()) ?? ''
  await page.getByRole('button', { name: `Never this: ${first}` }).click()
  await expect(page.getByRole('button', { name: `Never this: ${first}` })).toHaveCount(0)
  await isDone(page)
  const kept = (await dishes(page).nth(1).locator('b').textContent()) ?? ''
  await page.getByRole('button', { name: `Keep: ${kept}` }).click()
  await expect(page.getByRole('button', { name: `Keep: ${kept}` })).toHaveAttribute('aria-pressed', 'true')
  await isDone(page)
  await expect(page.getByRole('button', { name: `Never this: ${first}` })).toHaveCount(0)
  await page.getByText('Wishes', { exact: true }).click()
  await page.getByRole('button', { name: `${first}: take it off the list` }).click()
  await expect(page.getByRole('button', { name: `${first}: take it off the list` })).toHaveCount(0)
})

test('three menus side by side have no food in common, and one is taken', async ({ page }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 1280, height: 800 })
  await openFood(page, 'menu')
  await isDone(page)
  await page.getByRole('button', { name: 'Show three menus' }).click()
  const cards = page.locator('.three .card')
  await expect(cards).toHaveCount(3, { timeout: 60_000 })
  const names = await cards.locator('b').allTextContents()
  expect(new Set(names).size).toBe(names.length)
  const tops = await cards.evaluateAll(each => each.map(card => card.getBoundingClientRect().top))
  expect(new Set(tops.map(Math.round)).size).toBe(1)
  const third = await cards.nth(2).locator('b').allTextContents()
  await page.getByRole('button', { name: 'Take this one: Menu 3' }).click()
  await expect(dishes(page).locator('b')).toHaveText(third)
})

test('a week of menus does not repeat a food, and one list has it all', async ({ page }) => {
  test.setTimeout(180_000)
  await openFood(page, 'week')
  await expect(page.locator('.side-by-side > li')).toHaveCount(7, { timeout: 120_000 })
  const names = await page.locator('.side-by-side b').allTextContents()
  expect(new Set(names).size).toBe(names.length)
  await page.getByText('Shopping list').click()
  await expect(page.locator('details[open] .ticks li')).toHaveCount(names.length)
})

test("foods at home, breastfeeding and the European targets change the day's targets and menus", async ({ page }) => {
  await openFood(page)
  await page.getByText('Wishes', { exact: true }).click()
  await page.getByRole('button', { name: 'I breastfeed' }).click()
  await expect(meter(page, 'Potassium')).toHaveAttribute('aria-valuetext', /of 2,800 mg/)
  await page.getByRole('button', { name: 'Europe' }).click()
  await expect(meter(page, 'Potassium')).toHaveAttribute('aria-valuetext', /of 4,000 mg/)
  await page.getByLabel('Type a food that is at home').fill('sardines')
  await page
    .getByRole('button', { name: /ardines/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /ardines.*: take it off the list/ })).toBeVisible()
  await page.reload()
  await page.getByText('Wishes', { exact: true }).click()
  await expect(page.getByRole('button', { name: /ardines.*: take it off the list/ })).toBeVisible()
})
