/** A walk through every screen of the app, in the states that show advice. */
import { expect, type Page } from '@playwright/test'
import { foodScreens, referencePages, screens } from './places.ts'
import { answerNothing, answerPages, beginLowBack, endHurting, next, onScreen, openGate, tick } from './steps.ts'

export type Look = (state: string) => Promise<void>

/** From the check to its end, with each remedy and session that may be started. */
export async function walkCare(page: Page, look: Look): Promise<void> {
  await beginLowBack(page)
  await expect(page.locator('.ease [data-passport]')).toBeVisible()
  await look('check')
  await answerNothing(page)
  await look('result: self-care')
  await page.goto('/plan')
  await onScreen(page, 'plan')
  await look('plan')
  await page.goto('/start/heat')
  await onScreen(page, 'start')
  await look('start: asks')
  await next(page)
  await look('start: ways')
  await page.getByRole('button', { name: /^Begin: Hot-water bottle/ }).click()
  await onScreen(page, 'session')
  await look('session: heat, get ready')
  await page.getByRole('button', { name: 'I’m ready' }).click()
  await look('session: heat')
  await page.locator('.hands-free summary').click()
  await look('session: hands free')
  await page.locator('.hands-free summary').click()
  await endHurting(page, () => look('hurts: heat'))
  await walkExercise(page, look)
  await page.getByText('3', { exact: true }).click()
  await next(page)
  await look('rate: kept')
  await page.goto('/start/self-massage-cane')
  await tick(page, 'I bruise very easily.')
  await next(page)
  await look('start: left out')
}

/** An exercise, from its questions to the check-in after it. */
export async function walkExercise(page: Page, look: Look): Promise<void> {
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await look('start: exercise')
  await next(page)
  await onScreen(page, 'session')
  await look('session: exercise')
  await endHurting(page, () => look('hurts: exercise'))
  await look('rate')
}

/** Every screen that needs no episode. */
export async function walkPlaces(page: Page, look: Look): Promise<void> {
  const places = [
    '',
    ...screens,
    'day/2026-12-01',
    'evidence/touch-your-toes',
    ...referencePages,
    ...foodScreens,
    'eat/173944',
    'own/food',
    'own/recipe',
    'menu',
    'week',
    'usual',
    'change',
    'meals',
    'meals/week',
    'trials',
    'share',
    'shared',
    'nowhere',
  ]
  for (const place of places) {
    // The change is worked out for a usual day, so it is opened from a day with one dish.
    if (place === 'change') {
      await next(page)
      await onScreen(page, 'change')
    } else {
      await page.goto(`/${place}`)
      await page.locator('[data-screen]').waitFor()
    }
    await look(place)
    if (place === 'usual') await page.getByRole('group').locator('button[aria-pressed="false"]').first().click()
  }
  const lock = JSON.stringify({ salt: 'a'.repeat(22), digest: 'b'.repeat(43), rounds: 1 })
  await page.evaluate(closed => localStorage.setItem('unknot-lock', closed), lock)
  await page.goto('/diary')
  await onScreen(page, 'locked')
  await look('locked')
  await page.evaluate(() => localStorage.removeItem('unknot-lock'))
}

/** Medicines and causes with answers. */
export async function walkPrevent(page: Page, look: Look): Promise<void> {
  const type = async (name: string) => {
    await page.getByLabel('Name of a medicine').fill(name)
    await page.getByRole('button', { name: 'Look it up' }).click()
  }
  await page.goto('/medicines')
  for (const [name, status] of [
    ['lasix', 'listed'],
    ['apixaban', 'not-listed'],
    ['amlodipne', 'which'],
    ['zzzz', 'not-recognised'],
    ['zocor', 'listed'],
  ] as const) {
    await type(name)
    await expect(page.locator(`[data-status="${status}"]`)).toContainText(name)
    await look(`medicines: ${status}`)
  }
  await page.getByRole('button', { name: 'I take this' }).click()
  await page.getByRole('button', { name: 'Over a year ago' }).click()
  await look('medicines: taken')
  await page.goto('/')
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: /calf/i }).first().click()
  await answerPages(page)
  await page.goto('/causes')
  // After a back episode the screen asks first which complaint is meant.
  const cramp = page.getByRole('button', { name: /^A cramp/ })
  await expect(page.locator('.statement, [data-used]').or(cramp).first()).toBeVisible()
  if ((await cramp.count()) > 0) await cramp.click()
  for (;;) {
    const statement = page.locator('.statement')
    await expect(page.locator('.statement, [data-used]').first()).toBeVisible()
    if ((await statement.count()) === 0) break
    const text = (await statement.textContent()) ?? ''
    await page.getByRole('button', { name: 'Yes', exact: true }).click()
    await expect(statement.filter({ hasText: text })).toHaveCount(0)
    await expect(page.locator('.statement, [data-used], [data-kind="help-first"]').first()).toBeVisible()
    if ((await page.locator('[data-kind="help-first"]').count()) > 0) break
  }
  await look('causes: answered')
  await page.goto('/hydration')
  await page.getByLabel('How old are you?').fill('40')
  await next(page)
  await page.locator('.jar').nth(1).click()
  await look('hydration: a colour')
}

/** The tiers above self-care, and the emergency with what was ticked. */
export async function walkTiers(page: Page, look: Look): Promise<void> {
  await beginLowBack(page)
  await openGate(page, 'pelvis', 'numb or tingly')
  await tick(page, /^I feel numb, tingly/)
  await next(page)
  await onScreen(page, 'emergency')
  await look('emergency: ticked')
  await walkCramp(page, look)
}

/** A cramp from the pick of its muscle to the questions of the morning, and one that is no cramp. */
async function walkCramp(page: Page, look: Look): Promise<void> {
  await page.clock.install()
  await page.goto('/cramp')
  await look('cramp: choose')
  await page.getByRole('button', { name: 'Foot' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
  await look('cramp: holding a foot')
  await page.clock.fastForward('02:00')
  await expect(page.getByRole('button', { name: 'Still tight: hold again' })).toBeVisible()
  await look('cramp: again')
  await page.getByRole('button', { name: 'It let go' }).click()
  await onScreen(page, 'let-go')
  await look('let-go: signs')
  await page.getByRole('button', { name: 'None of these' }).click()
  await expect(page.getByText('Loosen the covers')).toBeVisible()
  await look('let-go: tonight')
  await page.goto(new URL(page.url()).pathname.replace('/cramp/', '/later/'))
  await onScreen(page, 'later')
  await look('later')
  await page.goto('/cramp/other')
  await page.getByRole('button', { name: 'Calf' }).click()
  await look('cramp: holding a calf')
  await page.getByRole('button', { name: 'One leg newly swollen' }).click()
  await onScreen(page, 'result')
  await look('result: same-day')
}
