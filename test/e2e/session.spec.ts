/** A session of heat or cold from "Get ready" to its end, and one that hurts. */
import { expect, type Page, test } from '@playwright/test'
import { answerNothing, beginLowBack, endHurting, next, onScreen } from './steps.ts'

/** From a cold start to "Get ready" of one way of a remedy. */
async function getReady(page: Page, remedy: string, way: RegExp): Promise<void> {
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto(`/start/${remedy}`)
  await next(page)
  await page.getByRole('button', { name: way }).click()
  await onScreen(page, 'session')
}

const bottle = /^Begin: Hot-water bottle/
const ready = (page: Page) => page.getByRole('button', { name: 'I’m ready' }).click()
const clock = (page: Page) => page.getByRole('timer')

test('warmth waits for a kettle, shows minutes, and may be left early without a word of pain', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-12-01T10:00:00') })
  await getReady(page, 'heat', bottle)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get ready')
  await expect(page.getByText('Put on a fabric cover and a towel.')).toBeVisible()
  await expect(clock(page)).toHaveCount(0)
  await page.clock.fastForward('20:00')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get ready')
  // Nothing stands as under way before it has begun.
  await page.goto('/')
  await onScreen(page, 'now')
  await expect(page.locator('a[href^="/session"]')).toHaveCount(0)
  await page.goBack()
  await ready(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Warmth')
  await expect(clock(page)).toHaveText('20min')
  await expect(page.getByText('Check your skin, in 5 min')).toBeVisible()
  await page.clock.fastForward('04:00')
  await expect(clock(page)).toHaveText('16min')
  await page.reload()
  await onScreen(page, 'session')
  await expect(clock(page)).toHaveText(/^1[56]min$/)
  await page.getByRole('button', { name: 'Finish' }).click()
  await onScreen(page, 'rate')
})

test('what was answered half an hour ago is asked again before warmth begins', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-12-01T10:00:00') })
  await getReady(page, 'heat', bottle)
  await page.clock.fastForward('45:00')
  await ready(page)
  await onScreen(page, 'start')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you start')
  await expect(page.getByText(/alcohol/)).toBeVisible()
})

test('a session under way goes on past the half hour in which an answer holds', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-12-01T10:00:00') })
  await getReady(page, 'heat', /^Begin: Heat wrap/)
  await ready(page)
  await page.clock.fastForward('45:00')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paused')
  await expect(page.getByText('Take the wrap off.')).toBeVisible()
})

test('while it is paused, the bottle comes off: the skin has no pause', async ({ page }) => {
  await getReady(page, 'heat', bottle)
  await ready(page)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paused')
  await expect(page.getByText('Take the bottle off.')).toBeVisible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Take the bottle off.')).toHaveCount(0)
})

test('when warmth hurts, first the bottle comes off and the skin is looked at, then one question is asked', async ({
  page,
}) => {
  await getReady(page, 'heat', bottle)
  await ready(page)
  await endHurting(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take the bottle off.')
    await expect(page.getByText('cool it under running water for 20 minutes')).toBeVisible()
    await expect(page.locator('input, select, fieldset')).toHaveCount(0)
  })
  await expect(page.locator('fieldset')).toHaveCount(1)
  await page.locator('label.chip', { hasText: /^7$/ }).click()
  await next(page)
  await page.goto('/')
  await expect(page.locator('a[href^="/session"]')).toHaveCount(0)
})

test('cold that hurts is never followed by the advice for a burn', async ({ page }) => {
  await getReady(page, 'cold', /^Begin: Frozen peas/)
  await ready(page)
  await endHurting(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take the pack off.')
    await expect(page.getByText('warm it gently')).toBeVisible()
    await expect(page.getByText('running water')).toHaveCount(0)
  })
})
