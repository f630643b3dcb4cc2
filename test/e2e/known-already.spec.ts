/** After a back episode: why do I cramp, what About me knows, and a session of warmth and cold in turn. */
import { expect, type Page, test } from '@playwright/test'
import { remedies } from '../../src/knowledge/remedies.gen.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { settledBack } from '../support/settled-back.ts'
import { next, onScreen, tick } from './steps.ts'

const hour = 3_600_000

async function open(page: Page, path: string, present: readonly string[] = []): Promise<void> {
  await page.goto('/icon.svg')
  await seedDiary(page, settledBack(Date.now() - hour, present))
  await page.goto(path)
}

test('"Why do I cramp?" asks which complaint is meant, and has something for each', async ({ page }) => {
  await open(page, '/causes')
  await onScreen(page, 'causes')
  await page.getByRole('button', { name: /^My back/ }).click()
  await expect(page.locator('[data-ways] a')).toHaveCount(4)
  await page.getByRole('button', { name: 'Ask about the other' }).click()
  await page.getByRole('button', { name: /^A cramp/ }).click()
  await expect(page.getByRole('link', { name: 'Show where it cramps' })).toBeVisible()
})

test('a danger of the back episode comes before the causes, whatever is asked about', async ({ page }) => {
  await open(page, '/causes', ['saddle-numbness'])
  await expect(page.locator('[data-screen="causes"]')).toHaveAttribute('data-kind', 'help-first')
})

test('About me is filled in from the check, until it is taken out', async ({ page }) => {
  await open(page, '/about-me', ['osteoporosis'])
  const filled = page.locator('[data-filled]')
  await expect(filled).toContainText('Weak bones (osteoporosis)')
  await expect(page.getByLabel('Weak bones (osteoporosis)')).toBeChecked()
  await page.getByRole('button', { name: 'Take it out again' }).click()
  await expect(filled).toHaveCount(0)
  await expect(page.getByLabel('Weak bones (osteoporosis)')).not.toBeChecked()
})

test('warmth and cold in turn asks what excludes it, then waits for each part', async ({ page }) => {
  await open(page, '/start/alternate-heat-cold')
  await onScreen(page, 'start')
  await expect(page.getByText('Before you start')).toBeVisible()
  await expect(page.getByText('painkiller patch anywhere')).toBeVisible()
  await page.getByRole('button', { name: 'None of these' }).click()
  const [way] = remedies['alternate-heat-cold']?.methods ?? []
  await page.getByRole('button', { name: `Begin: ${way?.name}` }).click()
  await onScreen(page, 'session')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get ready: Warmth')
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warmth')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Take the bottle off.')).toBeVisible()
})

test('About me makes a year of birth of the age, shows its doubt, and takes it out again', async ({ page }) => {
  await open(page, '/about-me')
  const filled = page.locator('[data-filled]')
  await expect(filled).toContainText('it depends on your birthday')
  const year = page.getByLabel('Year you were born')
  const first = await year.inputValue()
  await filled.getByRole('button', { name: /^Born in/, pressed: false }).click()
  await expect(year).not.toHaveValue(first)
  await page.getByRole('button', { name: 'Take it out again' }).click()
  await expect(year).toHaveValue('')
  await expect(filled).toHaveCount(0)
})

test('each kind of cream asks what excludes it; what keeps one away leaves the others', async ({ page }) => {
  await open(page, '/start/topical-creams')
  await page.getByRole('button', { name: 'None of these' }).click()
  await page.getByRole('button', { name: 'Choose: A numbing cream (lidocaine)' }).click()
  await onScreen(page, 'start')
  await tick(page, 'I take tablets for the rhythm of my heart.')
  await next(page)
  await expect(page.getByRole('heading', { name: 'Not for you now' })).toBeVisible()
  await page.goto('/session/topical-creams/numbing')
  await expect(page.locator('[data-screen="session"]')).toHaveCount(0)
  await page.goto('/start/topical-creams')
  await page.getByRole('button', { name: 'Choose: A chilli cream (capsaicin)' }).click()
  await page.getByRole('button', { name: 'None of these' }).click()
  await page.getByRole('button', { name: 'Begin: A chilli cream (capsaicin)' }).click()
  await onScreen(page, 'session')
})

test('food does not ask about kidneys that the check was told of', async ({ page }) => {
  await open(page, '/food', ['kidneys-weak'])
  await expect(page.getByText('Has a clinician told you of heart failure?')).toBeVisible()
  await expect(page.getByText('Has a clinician told you of kidney disease or heart failure?')).toHaveCount(0)
})
