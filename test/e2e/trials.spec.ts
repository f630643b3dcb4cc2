import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { build } from 'esbuild'
import { analyse, readCsv, withDefaults } from '../../src/library/trials.ts'
import { answerNothing, beginLowBack, endAnimations, next, onScreen } from './steps.ts'

/** Visits once, then cuts the network: everything after comes from the device. */
async function offline(page: Page): Promise<void> {
  await page.goto('/')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => caches.keys().then(keys => keys.length))).toBeGreaterThan(0)
  await page.reload()
  await page.context().setOffline(true)
}

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** axe finds no problem, and nothing scrolls sideways at 320 px. */
async function expectAccessible(page: Page): Promise<void> {
  await endAnimations(page)
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await run.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  if (size) await page.setViewportSize(size)
}

const pick = (page: Page, group: string | RegExp, value: string) =>
  page.getByRole('group', { name: group }).getByText(value, { exact: true }).click()

test('a trial by episode, from the question to the result, offline', async ({ page }) => {
  await offline(page)
  await page.goto('/prevent')
  await page.getByRole('link', { name: 'What helps you? Try it fairly' }).click()
  await onScreen(page, 'trials')
  await expectAccessible(page)
  await next(page)
  await page.getByRole('button', { name: 'My own question' }).click()
  await page.getByLabel('First').fill('ice')
  await page.getByLabel('Second').fill('heat')
  await pick(page, 'How do the bad days come?', 'Now and then, in spasms')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.locator('label.choice', { hasText: 'I am pregnant' }).click()
  await expectAccessible(page)
  await next(page)
  await expect(page.getByRole('alert')).toContainText('In pregnancy')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ask another question' }).click()

  await page.getByRole('button', { name: 'My own question' }).click()
  await page.getByLabel('First').fill('ice')
  await page.getByLabel('Second').fill('heat')
  await pick(page, 'How do the bad days come?', 'Now and then, in spasms')
  await page.getByRole('button', { name: 'Go on' }).click()
  await next(page)
  await expect(page.locator('[data-step="show"]')).toBeVisible()
  await expect(page.getByText(/If one truly takes off 2 points more, about \d+ of 100/)).toBeVisible()
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Shorter' }).click()
  await expect(page.getByText('It takes 8 spasms.')).toBeVisible()
  await expectAccessible(page)
  await next(page)
  await pick(page, /Which do you expect to win/, '7')
  await next(page)
  await onScreen(page, 'trial')

  for (let spasm = 1; spasm <= 8; spasm += 1) {
    const card = page.locator('[data-trial]')
    await expect(card.getByText(`Your trial, spasm ${spasm} of 8`)).toBeVisible()
    // The drawn arm is not shown before the pain is rated, and later draws never.
    await expect(card.getByRole('heading')).toHaveCount(0)
    await pick(page, 'Pain when the spasm began', '8')
    const arm = await card.getByRole('heading').textContent()
    // Each pair of spasms has both arms, so the ratings of both vary, whatever was drawn.
    const pair = Math.ceil(spasm / 2)
    await pick(page, 'Pain 30 minutes after the remedy', String((arm === 'heat' ? 2 : 6) + (pair % 2)))
    await page.getByRole('button', { name: 'Keep this' }).click()
    if (spasm === 4) {
      await expectAccessible(page)
      await page.reload()
      await onScreen(page, 'trial')
    }
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Heat works (noticeably )?better for you/)
  await expect(page.locator('.lead', { hasText: /About \d\.\d points better with heat than with ice/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /Likely size of the difference/ })).toBeVisible()
  await page.locator('summary', { hasText: 'How it was worked out' }).press('Enter')
  await expect(page.getByText(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible()
  await expect(page.getByText(/Expected before the start: 7 of 10/)).toBeVisible()
  await page.locator('summary', { hasText: 'Show as a table' }).press('Enter')
  await page.locator('summary', { hasText: 'Show as words' }).press('Enter')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use heat first' }).click()
  await expect(page.getByText('Your plan offers heat first, where the evidence is the same.')).toBeVisible()
})

test('a trial by days: one card, one rating, a missed day stays missed, pause and stop without blame', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-03-01T09:00:00'))
  await offline(page)
  await page.goto('/trials/new')
  await page.getByRole('button', { name: /^Heat or ice/ }).click()
  await next(page)
  await expect(page.getByText('It takes 36 days, about 5 weeks.')).toBeVisible()
  await next(page)
  await pick(page, /Which do you expect to win/, '5')
  await next(page)
  const today = page.locator('[data-trial] h2')
  await expect(today).toHaveText(/^Today: (ice|heat)$/)
  const first = await today.textContent()
  await page.goto('/')
  await onScreen(page, 'now')
  await expect(page.locator('[data-trial] h2')).toHaveText(first ?? '')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Rate today' }).click()
  await pick(page, 'Average pain of the last 24 hours', '6')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByText('Rated. That is all for today.')).toBeVisible()

  await page.clock.setFixedTime(new Date('2026-03-04T09:00:00'))
  await page.reload()
  await expect(page.getByText('Your trial, day 4 of 36')).toBeVisible()
  await expect(page.locator('[data-trial] h2')).not.toHaveText(first ?? '')
  await page.getByRole('link', { name: 'See the trial' }).click()
  await expect(page.getByText('The answer stays hidden until the end')).toBeVisible()
  await page.getByRole('button', { name: 'Pause, I am ill' }).click()
  await expect(page.getByText('Your trial is paused')).toBeVisible()
  await page.getByRole('button', { name: 'Go on with the trial' }).click()
  await page.locator('summary', { hasText: 'Stop this trial' }).click()
  await page.getByRole('button', { name: 'Stop this trial' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing to compare yet')
})

test('a trial starts from the diary, is checked against medicines, and has a reminder and the session', async ({
  page,
}) => {
  await page.goto('/add')
  await page.clock.setFixedTime(new Date('2026-03-01T09:00:00'))
  await page.goto('/')
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/start/heat')
  await next(page)
  await page.getByRole('button', { name: /^Begin: Hot-water bottle/ }).click()
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByText('3', { exact: true }).click()
  await next(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'It is over' }).click()
  await page.goto('/diary')
  await page.getByRole('link', { name: /^Try it fairly: start a trial of Warmth/ }).click()
  await onScreen(page, 'trial-new')
  await expect(page.getByLabel('First')).toHaveValue(/^Warmth/)
  await page.getByLabel('Second').fill('ibuprofen gel')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('alert')).toContainText('“ibuprofen gel” is a medicine')
  await page.getByLabel('Second').fill('a warm bath')
  await page.getByRole('button', { name: 'Go on' }).click()
  await next(page)
  await next(page)
  await pick(page, /Which do you expect to win/, '5')
  await next(page)
  await onScreen(page, 'trial')
  await expectAccessible(page)

  await page.locator('summary', { hasText: 'Remind me each day' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Put it in my calendar' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('unknot-trial.ics')
  const calendar = readFileSync(await file.path(), 'utf8')
  expect(calendar).toContain('RRULE:FREQ=DAILY;COUNT=36')
  expect(calendar).not.toMatch(/warm/i)

  // On a day of warmth its session is there, after the check of the pain.
  for (let day = 1; day <= 7; day += 1) {
    await page.clock.setFixedTime(new Date(`2026-03-0${day}T09:00:00`))
    await page.goto('/')
    await onScreen(page, 'now')
    const today = page.locator('[data-trial] h2')
    await expect(today).toBeVisible()
    if (!(await today.textContent())?.includes('Warmth')) continue
    await page.getByRole('button', { name: 'Guided session, after the check' }).click()
    await onScreen(page, 'check')
    return
  }
  throw new Error('warmth was not drawn in the first cycle')
})

test('gives the same numbers in Chromium as in Node, to 1e-9', async ({ page }) => {
  const { outputFiles } = await build({
    stdin: { contents: "export * from './src/library/trials.ts'", resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'trials',
  })
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const { datasets } = JSON.parse(readFileSync('test/trials/reference.json', 'utf8')) as {
    datasets: Record<string, { model: 'M1' | 'M2' | 'M3'; data_file: string; scale?: [number, number] }>
  }
  const modelOf = { M1: 'rating', M2: 'count', M3: 'yes-no' } as const
  for (const [id, { model, data_file, scale }] of Object.entries(datasets)) {
    const text = readFileSync(`test/trials/data/${data_file}`, 'utf8')
    const options = withDefaults({ model: modelOf[model], ...(scale ? { scale } : {}) })
    const read = readCsv(text, options)
    if (!read.ok) throw new Error(read.error)
    const here = analyse(read.records, options)
    const there = await page.evaluate(
      ([csv, given]) => {
        const { trials } = globalThis as unknown as { trials: typeof import('../../src/library/trials.ts') }
        const found = trials.readCsv(csv, given)
        if (!found.ok) throw new Error(found.error)
        return trials.analyse(found.records, given)
      },
      [text, options] as const,
    )
    expect(furthest(here, there), id).toBeLessThan(1e-9)
  }
})

/** The largest difference between two values of the same shape; infinite where the shapes differ. */
function furthest(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b ? 0 : Number.POSITIVE_INFINITY
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Math.max(
    0,
    ...keys.map(key => furthest((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])),
  )
}
