import { expect, type Page, test } from '@playwright/test'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { settledBack } from '../support/settled-back.ts'
import { axeFindings } from './axe.ts'
import { room, sideways, targets } from './layout-checks.ts'
import { answerNothing, beginLowBack, onScreen } from './steps.ts'

const secret = 'four plain words'

/** A diary of some months, with the lock on and closed. */
async function withLockedDiary(page: Page): Promise<void> {
  await page.goto('/icon.svg')
  await seedDiary(page, lifeOf(7, 600, Date.now()))
  await turnOn(page)
  await page.goto('/')
  await onScreen(page, 'now')
}

/** The lock is closed with the next load. */
async function turnOn(page: Page): Promise<void> {
  await page.goto('/lock')
  await onScreen(page, 'lock')
  await page.getByLabel('Your words').fill(secret)
  await page.getByLabel('The same words again').fill(secret)
  await page.getByRole('button', { name: 'Turn the lock on' }).click()
  await page.getByRole('button', { name: 'Lock it now' }).waitFor()
}

async function tryWords(page: Page, words: string): Promise<void> {
  await page.getByLabel('Your words').fill(words)
  await page.getByRole('button', { name: 'Open the diary' }).click()
}

test('what happens when the words are forgotten is said before the lock is turned on, with a backup one tap away', async ({
  page,
}) => {
  await page.goto('/icon.svg')
  await seedDiary(page, lifeOf(7, 100, Date.now()))
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Lock it with words' }).click()
  await onScreen(page, 'lock')
  await expect(page.getByText('If you forget the words, nothing is lost.', { exact: false })).toBeVisible()
  await expect(page.getByText('It does not encrypt it.', { exact: false })).toBeVisible()
  await expect(page.getByText('You have no backup yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Make a backup first' })).toHaveAttribute('href', '/backup')
  const turnOn = page.getByRole('button', { name: 'Turn the lock on' })
  await page.getByLabel('Your words').fill('short')
  await turnOn.click()
  await expect(page.getByRole('alert')).toHaveText('Use at least 6 letters.')
  await page.getByLabel('Your words').fill(secret)
  await page.getByLabel('The same words again').fill('four plain word')
  await turnOn.click()
  await expect(page.getByRole('alert')).toHaveText('The two are not the same. Type them again.')
  await page.reload()
  await page.goto('/diary')
  await onScreen(page, 'diary')
})

test('the lock hides every screen of the diary until the words are given, and again at the next load', async ({
  page,
}) => {
  await withLockedDiary(page)
  await expect(page.getByRole('link', { name: /See what/ })).toHaveCount(0)
  for (const place of [
    ...['diary', 'add', 'day/2026-11-01', 'history', 'patterns', 'reminders', 'backup', 'import', 'report', 'visit'],
    ...['about-me', 'sync', 'course', 'causes', 'medicines', 'trials', 'products', 'hydration'],
    ...['food', 'eat', 'own/food', 'usual', 'change', 'meals', 'menu', 'rich', 'week', 'lock'],
  ]) {
    await page.goto(`/${place}`)
    await onScreen(page, 'locked')
  }
  await page.goto('/settings')
  await expect(page.getByRole('button', { name: 'Delete everything' })).toHaveCount(0)
  await page.goto('/diary')
  await tryWords(page, 'four plain word')
  await expect(page.getByRole('alert')).toHaveText('These words do not open it. Check each letter.')
  await onScreen(page, 'locked')
  await tryWords(page, `  ${secret.toUpperCase()}`)
  await onScreen(page, 'diary')
  await expect(page).toHaveTitle(/^Diary/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await onScreen(page, 'locked')
})

test('the check, a cramp and Emergency work without the words, and what they store is kept', async ({ page }) => {
  await withLockedDiary(page)
  await page.goto('/diary')
  await page.getByRole('link', { name: 'Check for danger signs' }).click()
  await onScreen(page, 'now')
  await beginLowBack(page)
  await answerNothing(page)
  await onScreen(page, 'result')
  for (const [place, screen] of [
    ['plan', 'plan'],
    ['start/lb-knee-rolls', 'start'],
    ['emergency', 'emergency'],
    ['cramp/other', 'cramp'],
    ['settings', 'settings'],
    ['learn', 'learn'],
    ['evidence', 'evidence'],
    ['painkillers', 'painkillers'],
    ['professionals', 'professionals'],
    ['reference/findings/saddle-numbness', 'reference'],
  ] as const) {
    await page.goto(`/${place}`)
    await onScreen(page, screen)
  }
  await page.goto('/history')
  await tryWords(page, secret)
  await onScreen(page, 'history')
  await expect(page.getByText(/low back/i).first()).toBeVisible()
})

test('a danger that was told before the lock was closed still leads to help', async ({ page }) => {
  await page.goto('/icon.svg')
  await seedDiary(page, settledBack(Date.now() - 3_600_000, ['saddle-numbness']))
  await turnOn(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Get help now' }).click()
  await onScreen(page, 'emergency')
  await page.goto('/plan')
  await expect(page.locator('main')).toContainText(/emergency/i)
})

test('forgotten words lose nothing: the lock comes off three days after it was asked, and the words stop that', async ({
  page,
}) => {
  await page.clock.install({ time: Date.now() })
  await withLockedDiary(page)
  await page.goto('/diary')
  await page.getByText('I forgot the words').click()
  await page.getByRole('button', { name: 'Ask to take the lock off' }).click()
  await expect(page.getByText(/^The lock comes off on /)).toBeVisible()
  await tryWords(page, secret)
  await onScreen(page, 'diary')
  await expect(page.getByText('Somebody had asked to take the lock off.', { exact: false })).toBeVisible()

  await page.reload()
  await page.getByText('I forgot the words').click()
  await page.getByRole('button', { name: 'Ask to take the lock off' }).click()
  await page.clock.setSystemTime(Date.now() + 2.9 * 86_400_000)
  await page.reload()
  await onScreen(page, 'locked')
  await page.clock.setSystemTime(Date.now() + 3.1 * 86_400_000)
  await page.reload()
  await onScreen(page, 'diary')
  await expect(page.getByRole('link', { name: 'Make a report' })).toBeVisible()
})

test('both screens of the lock are accessible, have room at every size, and keep help in reach', async ({ page }) => {
  test.setTimeout(180_000)
  await withLockedDiary(page)
  const found: string[] = []
  for (const [place, screen] of [
    ['/diary', 'locked'],
    ['/lock', 'lock'],
  ] as const) {
    if (screen === 'lock') await page.evaluate(() => localStorage.removeItem('unknot-lock'))
    await page.goto(place)
    await onScreen(page, screen)
    if (screen === 'locked') {
      await page.getByText('I forgot the words').click()
      await page.getByRole('button', { name: 'Ask to take the lock off' }).click()
    }
    found.push(...(await axeFindings(page)))
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 320, height: 640 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(viewport)
      for (const check of [sideways, room, ...(viewport.width === 390 ? [targets] : [])])
        found.push(...(await check(page)).map(each => `${screen} ${viewport.width}: ${each}`))
      for (const theme of ['light', 'night']) {
        await page.evaluate(chosen => {
          document.documentElement.dataset.theme = chosen
        }, theme)
        await page.screenshot({ path: `test-results/lock/${screen}-${viewport.width}-${theme}.png`, fullPage: true })
      }
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    found.push(...(await sideways(page)).map(each => `${screen} 200 %: ${each}`))
  }
  expect(found).toEqual([])
})
