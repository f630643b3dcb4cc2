/** What the end-to-end tests do again and again, in the words of a person. */
import { expect, type Page } from '@playwright/test'

export const onScreen = (page: Page, name: string) => expect(page.locator(`[data-screen="${name}"]`)).toBeVisible()

/** How many events the database holds. */
const eventsKept = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
    })
    const count = await new Promise<number>(resolve => {
      const counting = database.transaction('events').objectStore('events').count()
      counting.onsuccess = () => resolve(counting.result)
    })
    database.close()
    return count
  })

/** Does something that is an event, and waits until it is kept: a page that is left at once may take it along. */
export async function untilKept(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await eventsKept(page)
  await act()
  await expect.poll(() => eventsKept(page)).toBeGreaterThan(before)
}

/** The one filled button of a screen. */
export const next = (page: Page) => page.locator('.dock .btn.next').click()

/** Taps the row of a statement. */
export const tick = (page: Page, text: string | RegExp) => page.locator('label.choice', { hasText: text }).click()

/** From the first screen to page 1 of the check for the middle of the low back. */
export async function beginLowBack(page: Page): Promise<void> {
  await page.goto('/')
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Middle', exact: true }).click()
  await expect(page.locator('[data-page="emergency"]')).toBeVisible()
}

/** Answers the rest of the check with nothing to report. */
export async function answerNothing(page: Page): Promise<void> {
  await next(page)
  await expect(page.locator('[data-page="second"]')).toBeVisible()
  await page.getByLabel('How old are you?').fill('41')
  await page.getByText('Male', { exact: true }).click()
  await page.getByText('In the last 6 hours').click()
  await next(page)
  await expect(page.locator('[data-page="categories"]')).toBeVisible()
  await next(page)
  await onScreen(page, 'result')
}

/** Every page of the check with nothing ticked, whichever pages they are; what is known already is not asked again. */
export async function answerPages(page: Page): Promise<void> {
  const check = page.locator('[data-screen="check"]')
  await onScreen(page, 'check')
  while ((await check.count()) > 0) {
    const name = await check.getAttribute('data-page')
    const age = page.getByLabel('How old are you?')
    if ((await age.count()) > 0) await age.fill('52')
    const onset = page.getByText('In the last 6 hours')
    if ((await onset.count()) > 0) await onset.click()
    await next(page)
    await expect(page.locator(`[data-screen="check"][data-page="${name}"]`)).toHaveCount(0)
    await expect(page.locator('[data-screen="check"], [data-screen="result"], [data-screen="emergency"]')).toBeVisible()
  }
}

/**
 * What moves goes to its end at once, so that colours are looked at as they stay: waited for, Chromium may never tell the
 * end of a change of background. What turns while something is looked for has no end.
 */
export const endAnimations = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime ?? 0)) animation.finish()
  })
