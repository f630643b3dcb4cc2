/** A walk through every screen of the app, in the states that show advice. */
import { expect, type Page } from '@playwright/test'
import { answerNothing, beginLowBack, next, onScreen, tick } from './steps.ts'

export type Look = (state: string) => Promise<void>

/** From the check to its end, with each remedy and session that may be started. */
export async function walkCare(page: Page, look: Look): Promise<void> {
  await beginLowBack(page)
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
  await look('session: heat')
  await page.getByRole('button', { name: 'This hurts more, stop' }).click()
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await look('start: exercise')
  await next(page)
  await onScreen(page, 'session')
  await look('session: exercise')
  await page.getByRole('button', { name: 'This hurts more, stop' }).click()
  await onScreen(page, 'rate')
  await look('rate')
  await page.getByText('3', { exact: true }).click()
  await next(page)
  await look('rate: kept')
  await page.goto('/start/self-massage-cane')
  await tick(page, /blood thinner|blood-thinning/i)
  await next(page)
  await look('start: left out')
}

/** Every screen that needs no care under way. */
export async function walkPlaces(page: Page, look: Look): Promise<void> {
  const places = [
    ...['', 'settings', 'diary', 'add', 'day/2026-12-01', 'history', 'reminders', 'backup', 'prevent', 'learn'],
    ...[
      'painkillers',
      'products',
      'professionals',
      'evidence',
      'evidence/touch-your-toes',
      'reference',
      'reference/remedies',
    ],
    ...['reference/remedies/heat', 'reference/exercises/calf-release', 'reference/findings/saddle-numbness'],
    ...['reference/rules/infected-stone', 'reference/tiers/soon', 'reference/plans/back-low-back'],
    ...[
      'reference/products/theratherm-pad',
      'reference/needs/desk-pain',
      'reference/pages/painkillers',
      'reference/pages/emergency-numbers',
      'reference/sources/french2006',
    ],
    ...[
      'causes',
      'medicines',
      'hydration',
      'food',
      'eat',
      'eat/173944',
      'own/food',
      'own/recipe',
      'menu',
      'week',
      'trials',
    ],
    ...['reference/memory', 'reference/review', 'emergency', 'nowhere'],
  ]
  for (const place of places) {
    await page.goto(`/${place}`)
    await page.locator('[data-screen]').waitFor()
    await look(place)
  }
}

/** The tiers above self-care, and the emergency with what was ticked. */
export async function walkTiers(page: Page, look: Look): Promise<void> {
  await beginLowBack(page)
  await tick(page, /^I feel numb, tingly/)
  await next(page)
  await onScreen(page, 'emergency')
  await look('emergency: ticked')
  await page.goto('/cramp')
  await look('cramp: choose')
  await page.getByRole('button', { name: 'Hand' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
  await look('cramp: holding a hand')
  await page.getByRole('button', { name: 'None of these' }).click()
  await look('cramp: answered')
  await page.getByRole('button', { name: 'Still hard' }).click()
  await look('cramp: again')
  await page.getByRole('button', { name: 'It let go' }).click()
  await page.goto('/cramp')
  await page.getByRole('button', { name: 'Calf' }).click()
  await look('cramp: holding a calf')
  await page.getByRole('button', { name: 'One leg newly swollen' }).click()
  await onScreen(page, 'result')
  await look('result: same-day')
}
