import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { diaryScreens } from './places.ts'
import { onScreen, untilKept } from './steps.ts'

const open = async (page: Page, place: string, screen = place.split('/')[0] ?? place) => {
  await page.goto(`/${place}`)
  await onScreen(page, screen)
}

/** A diary of half a year. */
async function withLife(page: Page): Promise<void> {
  await page.goto('/icon.svg')
  await seedDiary(page, lifeOf(7, 1500, Date.now()))
}

test('last night’s cramps are two taps from the diary, and one tap undoes them', async ({ page }) => {
  await open(page, 'diary')
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await page.getByRole('link', { name: 'Add a cramp or spasm' }).click()
  await page.getByRole('button', { name: '3', exact: true }).click()
  await onScreen(page, 'diary')
  await expect(page.getByRole('heading', { name: '3 cramps in the last 14 days' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'No cramps in the last 14 days' })).toBeVisible()
})

test('an episode is two taps from the diary, and details can be added later', async ({ page }) => {
  await open(page, 'diary')
  await page.getByRole('link', { name: 'Add a cramp or spasm' }).click()
  await page.getByRole('button', { name: 'Calf', exact: true }).click()
  await onScreen(page, 'diary')
  await expect(page.getByRole('status')).toContainText('Calf cramp at')
  await page.getByRole('link', { name: /Calf cramp/ }).click()
  await onScreen(page, 'day')
  await page.getByRole('group', { name: 'How bad was it?' }).getByText('7', { exact: true }).click()
  await page.getByText('Left', { exact: true }).click()
  await untilKept(page, () => page.locator('label', { hasText: 'in my sleep' }).click())
  await page.getByLabel('A note').fill('Woke up twice')
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: 'Calf cramp, left' })).toContainText(
    'set off by in my sleep',
  )
  await page.getByText('Add to this').click()
  await expect(page.getByLabel('A note')).toHaveValue('Woke up twice')
  await page.getByRole('button', { name: 'Keep the note' }).click()
  await expect(page.getByText('Woke up twice').first()).toBeVisible()
  await open(page, 'diary')
  await expect(page.getByRole('heading', { name: '1 cramp in the last 14 days' })).toBeVisible()
  await expect(page.getByText('Pain 7', { exact: true })).toBeVisible()
})

test('arrow keys move through the month, and a day opens', async ({ page }) => {
  await withLife(page)
  await open(page, 'diary')
  const today = page.locator('.cal [aria-current="date"]')
  await today.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowLeft')
  const day = new Date(Date.now() - 8 * 86_400_000)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain(`${day.getDate()} ${day.toLocaleString('en-GB', { month: 'long' })}`)
  await page.keyboard.press('Enter')
  await onScreen(page, 'day')
  await expect.poll(() => page.locator('.entries > li').count()).toBeGreaterThan(5)
})

test('each chart can be read point by point with the keyboard, and has an equivalent table', async ({ page }) => {
  await withLife(page)
  await open(page, 'diary')
  const charts = page.getByRole('slider')
  const count = await charts.count()
  expect(count).toBeGreaterThanOrEqual(3)
  for (let index = 0; index < count; index++) {
    const chart = charts.nth(index)
    await chart.focus()
    await page.keyboard.press('Home')
    const first = await chart.getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowRight')
    const second = await chart.getAttribute('aria-valuetext')
    expect(first).not.toBe(second)
    const points = Number(await chart.getAttribute('aria-valuemax'))
    const twin = chart.locator('xpath=following-sibling::details[contains(@class,"twin")]')
    await twin.getByText('Show as a table').click()
    expect(await twin.locator('tbody tr').count()).toBe(points)
    const numbers = first?.match(/\d+(?= before| after|$|,)/g)?.at(-1) ?? ''
    await expect(twin.locator('tbody tr').first()).toContainText(numbers)
  }
})

test('a place and a period filter everything shown', async ({ page }) => {
  await withLife(page)
  await open(page, 'diary')
  await page.getByLabel('Place').selectOption('neck')
  await expect(page.getByText(/^Low back spasm/)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No cramps in the last 14 days' })).toBeVisible()
  await page.getByLabel('Place').selectOption('')
  await page.getByLabel('Period').selectOption('30')
  const few = Number(await page.getByRole('slider').first().getAttribute('aria-valuemax'))
  await page.getByLabel('Period').selectOption('90')
  await expect
    .poll(async () => Number(await page.getByRole('slider').first().getAttribute('aria-valuemax')))
    .toBeGreaterThan(few)
  await expect(page.getByText('This is no proof')).toBeVisible()
})

test('pain is compared by the middles of two equal periods, and what goes together is counted, never proved', async ({
  page,
}) => {
  await withLife(page)
  await open(page, 'diary')
  const pain = page.locator('.card.chart').first()
  await expect(pain.getByRole('heading', { level: 2 })).toHaveText(/^(Pain is (about the same|lower|higher)|Too few)/)
  await expect(
    pain.getByText(/^Last \d+ days: pain [\d.]+ in the middle, half of the days .* days? rated\.$/).first(),
  ).toBeVisible()
  await page.getByRole('link', { name: 'What goes together?' }).click()
  await onScreen(page, 'patterns')
  await expect(page.getByText(/^This is no proof\. Of \d+ things compared/)).toBeVisible()
  await page
    .getByRole('button', { name: /^Test it fairly/ })
    .first()
    .click()
  await onScreen(page, 'trial-new')
  await expect(page.getByRole('heading', { name: 'Does a trial suit you now?' })).toBeVisible()
})

test('history tells each day in words, and leads to every entry', async ({ page }) => {
  await withLife(page)
  await open(page, 'history')
  await expect.poll(() => page.locator('[data-day]').count()).toBeGreaterThan(5)
  const day = page.locator('[data-day]').nth(1)
  await expect(day.locator('.story li').filter({ hasText: 'Drank' })).toHaveCount(1)
  await expect(day.locator('.story li svg')).toHaveCount(await day.locator('.story li').count())
  await day.getByRole('link', { name: /^Change what was told/ }).click()
  await onScreen(page, 'day')
})

test('history finds an entry, strikes it out and restores it, and a reload changes nothing', async ({ page }) => {
  await withLife(page)
  await open(page, 'add')
  await page.getByLabel('What do you want to keep?').fill('A tiny purple elephant')
  await page.reload()
  await expect(page.getByLabel('What do you want to keep?')).toHaveValue('A tiny purple elephant')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await open(page, 'history')
  await page.getByRole('link', { name: 'Search every entry' }).click()
  await expect(page.getByText('1501 entries')).toBeVisible()
  await page.getByLabel('Search every entry').fill('purple ELEPHANT')
  await expect(page.getByText('1 found')).toBeVisible()
  await page.getByRole('button', { name: 'Strike out: A tiny purple elephant' }).click()
  await expect(page.getByText('(struck out)')).toBeVisible()
  await page.reload()
  await page.getByLabel('Search every entry').fill('purple')
  await page.getByRole('button', { name: 'Restore: A tiny purple elephant' }).click()
  await expect(page.getByText('(struck out)')).toHaveCount(0)
  await page.reload()
  await page.getByLabel('Search every entry').fill('purple')
  await expect(page.getByRole('button', { name: 'Strike out: A tiny purple elephant' })).toBeVisible()
})

test('reminders are saved as a calendar file that another program can read', async ({ page }) => {
  await open(page, 'reminders')
  await page.getByText('stretching').click()
  await page.getByLabel('At what time?').fill('21:15')
  await page.getByText('Mon', { exact: true }).click()
  await page.getByText('Thu', { exact: true }).click()
  await page.getByRole('button', { name: 'Add this reminder' }).click()
  await expect(page.getByText('21:15, Mon, Thu')).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Put them in my calendar' }).click()
  const text = readFileSync(await (await waiting).path(), 'utf8')
  const [entry] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  const event = entry && new ICAL.Event(entry)
  expect(event?.summary).toBe('Unknot: time to stretch')
  expect(event?.startDate.toString()).toContain('T21:15:00')
  expect(event?.isRecurring()).toBe(true)
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByText('No reminder is set yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('21:15, Mon, Thu')).toBeVisible()
})

test('nothing of the diary needs the network', async ({ page, context }) => {
  await open(page, 'diary')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => caches.keys().then(keys => keys.length))).toBeGreaterThan(0)
  await page.reload()
  await context.setOffline(true)
  for (const place of [...diaryScreens, 'day/2026-11-24']) await open(page, place)
  await open(page, 'add')
  await page.getByRole('button', { name: '2', exact: true }).click()
  await expect(page.getByRole('heading', { name: '2 cramps in the last 14 days' })).toBeVisible()
})
