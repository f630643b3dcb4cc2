/** Steps that the end-to-end tests share, in the words of a person. */
import { expect, type Page } from '@playwright/test'

export const onScreen = (page: Page, name: string) => expect(page.locator(`[data-screen="${name}"]`)).toBeVisible()

/** The number of events in the database. */
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

/**
 * Does something that records an event, and waits until it is stored, because a page that is closed at once may lose
 * it.
 */
export async function untilKept(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await eventsKept(page)
  await act()
  await expect.poll(() => eventsKept(page)).toBeGreaterThan(before)
}

/** The one filled button of a screen. */
export const next = (page: Page) => page.locator('.dock .btn.next').click()

/** Ends a session because it hurts: first what to do is shown, then the one question how it is. */
export async function endHurting(page: Page, look: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('button', { name: 'This hurts' }).click()
  await onScreen(page, 'hurts')
  await look()
  await page.getByRole('button', { name: 'Done. Go on' }).click()
  await onScreen(page, 'rate')
}

/** Taps the row of a statement. */
export const tick = (page: Page, text: string | RegExp) => page.locator('label.choice', { hasText: text }).click()

/** From the first screen to the first gate of the check for the middle of the low back. */
export async function beginLowBack(page: Page): Promise<void> {
  await page.goto('/')
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Middle', exact: true }).click()
  await onGate(page, 'pelvis')
}

export const onGate = (page: Page, gate: string) =>
  expect(page.locator(`[data-page="gate gate-${gate}"]`)).toBeVisible()

/** A gate ignores what is tapped in its first moments. */
const untilGateListens = (page: Page) => page.waitForTimeout(650)

/** Answers "None" at the gate that is shown. */
async function none(page: Page): Promise<void> {
  await untilGateListens(page)
  // Where not all of it fits, it has to be read to its end first.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.getByRole('button', { name: 'None', exact: true }).click()
}

/** Answers "None" until this gate comes, opens it and picks the line with these words: its signs are shown in full. */
export async function openGate(page: Page, gate: string, line: string | RegExp): Promise<void> {
  const wanted = `gate gate-${gate}`
  await answerPages(page, { until: wanted })
  await untilGateListens(page)
  await page.getByRole('button', { name: 'Yes, or not sure' }).click()
  await tick(page, line)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page.locator(`[data-page="gate-${gate}"]`)).toBeVisible()
}

/** Answers the rest of the check with nothing to report. */
export async function answerNothing(page: Page): Promise<void> {
  await answerPages(page, { age: 41 })
  await onScreen(page, 'result')
}

/** Every page of the check with nothing ticked, whichever pages they are; known answers are not asked again. */
export async function answerPages(
  page: Page,
  {
    age = 52,
    until,
    answer = async () => {},
  }: {
    readonly age?: number
    readonly until?: string
    /** What is ticked on a page besides, before it is left. */
    readonly answer?: (name: string) => Promise<void>
  } = {},
): Promise<void> {
  const check = page.locator('[data-screen="check"]')
  await onScreen(page, 'check')
  while ((await check.count()) > 0) {
    const name = (await check.getAttribute('data-page')) ?? ''
    if (name === until) return
    if (name.startsWith('gate ')) await none(page)
    else {
      const isDone = await answerDetails(page, age)
      await answer(name)
      if (!isDone || (await page.locator(`[data-page="${name}"] label.choice`).count()) > 0) await next(page)
    }
    await expect(page.locator(`[data-screen="check"][data-page="${name}"]`)).toHaveCount(0)
    await expect(page.locator('[data-screen="check"], [data-screen="result"], [data-screen="emergency"]')).toBeVisible()
  }
}

/** Answers what is asked about the person; the last tap goes on by itself where nothing else is asked. */
async function answerDetails(page: Page, years: number): Promise<boolean> {
  const age = page.getByLabel('Your age?')
  if ((await age.count()) > 0) await age.fill(String(years))
  const sex = page.getByText('Male', { exact: true })
  const onset = page.getByText('6 hours', { exact: true })
  const [hasSex, hasOnset] = [(await sex.count()) > 0, (await onset.count()) > 0]
  if (hasSex) await sex.click()
  if (hasOnset) await onset.click()
  return hasSex || hasOnset
}

/**
 * Finishes all animations at once, so that final colours are checked; when waited for, Chromium may never report the
 * end of a background transition. An endless spinner has no end.
 */
export const endAnimations = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime ?? 0)) animation.finish()
  })
