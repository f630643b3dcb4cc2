/** A cramp at night: begun at once, over in a tap, and the questions by daylight. */
import { expect, type Page, test } from '@playwright/test'
import { answerPages, onScreen } from './steps.ts'

const at = (time: string) => new Date(`2026-11-30T${time}:00`)
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

/** A calf cramp that began and ended the night before, so that the calf is the muscle that cramped last. */
async function hadCalfCramp(page: Page): Promise<void> {
  await page.clock.install({ time: new Date('2026-11-29T02:00:00') })
  await page.goto('/cramp')
  await button(page, 'Calf').click()
  await page.clock.fastForward('00:50')
  await button(page, 'It let go').click()
  await onScreen(page, 'let-go')
  await page.goto('/')
  await page.clock.setFixedTime(new Date('2026-11-29T09:00:00'))
  await page.goto('/')
  await button(page, 'Skip').click()
  await expect(page.getByRole('link', { name: 'Questions' })).toHaveCount(0)
}

test('calf at 3 a.m.: the shortcut counts down at once, asleep in 3 taps, and the card comes in the morning', async ({
  page,
}) => {
  await hadCalfCramp(page)
  await page.clock.install({ time: at('03:12') })
  await page.goto('/cramp')
  await expect(page.getByRole('timer')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night')
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(height).toBeLessThanOrEqual(844)
  await page.clock.fastForward('02:05')
  let taps = 0
  const tap = async (name: string, role: 'button' | 'link' = 'button') => {
    taps++
    await page.getByRole(role, { name, exact: true }).click()
  }
  await tap('None of these')
  await tap('It let go')
  await onScreen(page, 'let-go')
  await expect(page.getByText('After 2 minutes. You did well.')).toBeVisible()
  await expect(page.getByText('Loosen the covers at your feet')).toBeVisible()
  // Nobody asked about the kidneys, the heart or the sodium of this person.
  await expect(page.getByText(/sips of water/)).toHaveCount(0)
  await tap('Ask me in the morning', 'link')
  await onScreen(page, 'now')
  expect(taps).toBe(3)
  await expect(page.getByRole('link', { name: 'Questions' })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Under way' })).toHaveCount(0)

  await page.clock.setFixedTime(at('07:00'))
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.getByText('03:12, 2 minutes, over')).toBeVisible()
  await page.getByRole('link', { name: 'Questions' }).click()
  await onScreen(page, 'later')
  await page.locator('label.chip', { hasText: /^6$/ }).click()
  await page.locator('label.chip', { hasText: 'in my sleep' }).click()
  await expect(page.getByRole('radio', { name: 'in my sleep' })).toBeChecked()
  await button(page, 'Now the warning signs').click()
  const asked: string[] = []
  await answerPages(page, {
    age: 41,
    answer: async () => void asked.push((await page.locator('main').textContent()) ?? ''),
  })
  await onScreen(page, 'result')
  // It was seen to begin and to end.
  expect(asked.join()).not.toContain('How long ago')
  await expect(page.getByText('Do this now')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Stop a cramp now' })).toHaveCount(0)
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Under way' })).toContainText('is over')
  await button(page, 'Done').click()
  await expect(page.getByRole('region', { name: 'Under way' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Questions' })).toHaveCount(0)
})

test('"It let go" can be undone, and the clock goes on', async ({ page }) => {
  await page.goto('/cramp')
  await button(page, 'Calf').click()
  await button(page, 'It let go').click()
  await onScreen(page, 'let-go')
  await button(page, 'Undo').click()
  await onScreen(page, 'cramp')
  await expect(page.getByRole('timer')).toBeVisible()
})

for (const [answer, screen] of [
  ['One leg newly swollen', 'result'],
  ['Chest pain', 'emergency'],
  ['Not sure', 'result'],
] as const)
  test(`once it has let go, "${answer}" still overrides it, and nothing is advised before an answer (H29)`, async ({
    page,
  }) => {
    await page.goto('/cramp')
    await button(page, 'Calf').click()
    await button(page, 'It let go').click()
    await onScreen(page, 'let-go')
    await expect(page.getByText('Loosen the covers')).toHaveCount(0)
    await button(page, answer).click()
    await onScreen(page, screen)
    await page.goto('/')
    await expect(page.getByRole('region', { name: 'Under way' })).toContainText('is over')
  })

test('a cramp that is tight for ten minutes is asked about, also when all other signs were answered (H29)', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto('/cramp')
  await button(page, 'Calf').click()
  await button(page, 'None of these').click()
  await expect(button(page, 'None of these')).toHaveCount(0)
  await page.clock.fastForward('09:55')
  await expect(button(page, 'Tight for over 10 minutes')).toHaveCount(0)
  await page.clock.fastForward('00:10')
  await button(page, 'Tight for over 10 minutes').click()
  await onScreen(page, 'result')
  await expect(page.locator('[data-screen="result"]')).toHaveAttribute('data-tier', 'same-day')
})

test('another muscle takes the place of the one that was begun', async ({ page }) => {
  await hadCalfCramp(page)
  await page.goto('/cramp')
  await expect(page.getByRole('timer')).toBeVisible()
  await page.getByRole('link', { name: 'Elsewhere' }).click()
  await button(page, 'Foot').click()
  await expect(page.getByRole('timer')).toBeVisible()
  await button(page, 'It let go').click()
  await onScreen(page, 'let-go')
  await page.goto('/diary')
  await page.goto('/day/2026-11-29')
  await expect(page.getByText('Foot cramp', { exact: true })).toHaveCount(1)
  await expect(page.getByText('Calf cramp', { exact: true })).toHaveCount(1)
})

test('who fell asleep says later when it let go', async ({ page }) => {
  await page.clock.install({ time: at('03:12') })
  await page.goto('/cramp')
  await button(page, 'Calf').click()
  await page.clock.fastForward('04:00:00')
  await page.goto('/')
  await page.getByRole('link', { name: 'Go on with the session' }).click()
  await onScreen(page, 'cramp')
  await button(page, 'It let go').click()
  await button(page, 'After 5 minutes').click()
  await expect(page.getByText('After 5 minutes. You did well.')).toBeVisible()
})

test('a reload keeps the countdown, and later what was kept', async ({ page }) => {
  await page.goto('/cramp')
  await button(page, 'Calf').click()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.waitForTimeout(500)
  await page.reload()
  await expect(page.getByRole('timer')).toBeVisible()
  await button(page, 'It let go').click()
  await onScreen(page, 'let-go')
  await page.waitForTimeout(500)
  await page.reload()
  await onScreen(page, 'let-go')
})
