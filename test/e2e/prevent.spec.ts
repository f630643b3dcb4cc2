import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { next, onScreen, tick } from './steps.ts'

/** Once the app is kept on the device, nothing may need the network. */
async function offline(page: Page, context: BrowserContext): Promise<void> {
  await page.goto('/')
  await onScreen(page, 'now')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => caches.keys().then(keys => keys.length))).toBeGreaterThan(0)
  await page.reload()
  await context.setOffline(true)
}

/** A cramp in the calf through the whole check with nothing ticked but what `answer` ticks on a page. */
async function checkCalf(page: Page, answer: (name: string | null) => Promise<void> = async () => {}): Promise<void> {
  await page.goto('/')
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: /calf/i }).first().click()
  await onScreen(page, 'check')
  for (;;) {
    const name = await page.locator('[data-screen="check"]').getAttribute('data-page')
    const age = page.getByLabel('How old are you?')
    if ((await age.count()) > 0) await age.fill('52')
    const onset = page.getByText('In the last 6 hours')
    if ((await onset.count()) > 0) await onset.click()
    await answer(name)
    await next(page)
    await expect(page.locator(`[data-screen="check"][data-page="${name}"]`)).toHaveCount(0)
    await expect(page.locator('[data-screen="check"], [data-screen="result"], [data-screen="emergency"]')).toBeVisible()
    if ((await page.locator('[data-screen="check"]').count()) === 0) return
  }
}

const look = async (page: Page, name: string) => {
  await page.getByLabel('Name of a medicine').fill(name)
  await page.getByRole('button', { name: 'Look it up' }).click()
}

async function take(page: Page, name: string, when = 'Over a year ago'): Promise<void> {
  await page.goto('/medicines')
  await look(page, name)
  await page.getByRole('button', { name: 'I take this' }).click()
  await page.getByRole('button', { name: when }).click()
}

test('with the network cut a medicine is looked up, confirmed, kept, and marked as stopped with a way back', async ({
  page,
  context,
}) => {
  await offline(page, context)
  await page.goto('/prevent')
  await page.getByRole('link', { name: /My medicines/ }).click()
  await onScreen(page, 'medicines')
  await page.getByLabel('Name of a medicine').fill('furo')
  await expect(page.getByRole('list', { name: 'Names that begin so' }).getByRole('button').first()).toHaveText(
    /furosemide/,
  )

  await look(page, 'amlodipne')
  const which = page.locator('[data-status="which"]')
  await expect(which.getByRole('button', { name: /^amlodipine/ })).toBeVisible()
  await expect(which.getByRole('button', { name: /^amiloride/ })).toBeVisible()
  await which.getByRole('button', { name: /^amlodipine/ }).click()
  await expect(page.locator('[data-status="listed"]')).toContainText('Do not stop it')
  await page.getByRole('button', { name: 'I take this' }).click()
  await page.getByRole('button', { name: '1 to 3 months ago' }).click()
  await expect(page.locator('[data-medicine="amlodipine"]')).toBeVisible()

  await look(page, 'zzzz')
  await expect(page.locator('[data-status="not-recognised"]')).toContainText('We do not know this name')
  await look(page, 'apixaban')
  await expect(page.locator('[data-status="not-listed"]')).toContainText('Not in our data')
  await expect(page.locator('[data-status="not-listed"]')).toContainText('Stopping this suddenly')
  await expect(page.locator('main')).not.toContainText(/\bsafe\b/i)

  await page.reload()
  await page.locator('[data-medicine="amlodipine"]').getByRole('button', { name: 'I no longer take it' }).click()
  await expect(page.locator('[data-medicine="amlodipine"]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-medicine="amlodipine"]')).toBeVisible()
})

test('the check asks the signs that matter with a medicine, and official words on stopping come only once they are there', async ({
  page,
}) => {
  await take(page, 'zocor 20 mg')
  await expect(page.locator('[data-medicine="simvastatin"]')).toContainText('Do not stop it')
  await checkCalf(page, async name => {
    if (name === 'combinations') await tick(page, 'My muscles newly hurt, cramp or feel weak, and I cannot say why.')
  })
  await onScreen(page, 'result')
  await expect(page.locator('[data-screen="result"]')).toHaveAttribute('data-tier', 'same-day')
  await expect(page.locator('[data-combination="statin-muscle-unexplained"]')).toContainText('stop the statin and call')
  await page.goto('/medicines')
  await expect(page.locator('[data-medicine="simvastatin"] [data-guidance="stop-instruction"]')).toBeVisible()
  await page.goto('/causes')
  await expect(page.locator('[data-screen="causes"]')).toHaveAttribute('data-kind', 'help-first')
})

test('with the network cut the causes ask one question at a time, at most twelve, and use what is known', async ({
  page,
  context,
}) => {
  await offline(page, context)
  await page.goto('/causes')
  await onScreen(page, 'causes')
  await expect(page.locator('main')).toContainText('First the check')
  await take(page, 'lasix 40 mg')
  await checkCalf(page)
  await onScreen(page, 'result')
  await page.goto('/causes')
  let asked = 0
  for (; asked < 13; asked++) {
    const statement = page.locator('.statement')
    await expect(page.locator('.statement, [data-used]').first()).toBeVisible()
    if ((await statement.count()) === 0) break
    const text = (await statement.textContent()) ?? ''
    expect(text).not.toContain('water tablet')
    await page.getByRole('button', { name: /wake me|hard knot/.test(text) ? 'Yes' : 'No', exact: true }).click()
    await expect(statement.filter({ hasText: text })).toHaveCount(0)
  }
  expect(asked).toBeLessThanOrEqual(12)
  await expect(page.locator('[data-cause="idiopathic-nocturnal"]')).toContainText('Points to it')
  expect(await page.locator('[data-cause]').count()).toBeLessThanOrEqual(3)
  await expect(page.locator('main')).not.toContainText('%')
  await expect(page.locator('[data-used]')).toContainText('I take a water tablet (a diuretic). from your medicines')
  await page.getByRole('button', { name: 'Answer again' }).click()
  await expect(page.locator('.statement')).toBeVisible()
})

test('the colour chart has eight steps and cola, leads dark pee to help, and hides where it misleads', async ({
  page,
}) => {
  await page.goto('/hydration')
  await onScreen(page, 'hydration')
  await page.getByLabel('How old are you?').fill('40')
  await next(page)
  await expect(page.locator('.jar')).toHaveCount(9)
  await page.locator('.jar').nth(1).click()
  await expect(page.locator('[data-chart="shown"]')).toContainText('You have had enough to drink.')
  await page.locator('.jar').nth(7).click()
  await expect(page.locator('[data-chart="shown"] [aria-live]')).not.toContainText('drink soon')
  await expect(page.locator('main')).not.toContainText('How to drink')
  await page.getByRole('button', { name: 'Get help now' }).click()
  await onScreen(page, 'emergency')

  await page.goto('/hydration')
  await page.getByLabel('How old are you?').fill('65')
  await next(page)
  await expect(page.locator('[data-chart="hidden"]')).toBeVisible()
  await expect(page.locator('.jar')).toHaveCount(0)

  await page.goto('/hydration')
  await page.getByLabel('How old are you?').fill('40')
  await tick(page, 'I am treated for heart failure, or was told to drink less.')
  await next(page)
  await expect(page.locator('[data-chart="hidden"]')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('800 ml')
})
