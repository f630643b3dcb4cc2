import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { answerPages, next, onScreen, tick } from './steps.ts'

/** Once the app is cached, nothing may need the network. */
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

/** A cramp in the calf through the whole check, ticking only what `answer` ticks on a page. */
async function checkCalf(page: Page, answer: (name: string) => Promise<void> = async () => {}): Promise<void> {
  await page.goto('/')
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: /calf/i }).first().click()
  await answerPages(page, { answer })
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

test('offline, a medicine is looked up, confirmed, stored, and marked as stopped with undo', async ({
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
  await expect(page.locator('[data-status="not-listed"]')).toContainText('Not on our list')
  await expect(page.locator('[data-status="not-listed"]')).toContainText('Stopping this suddenly')
  await expect(page.locator('main')).not.toContainText(/\bsafe\b/i)

  await page.reload()
  await page.locator('[data-medicine="amlodipine"]').getByRole('button', { name: 'I no longer take it' }).click()
  await expect(page.locator('[data-medicine="amlodipine"]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-medicine="amlodipine"]')).toBeVisible()
})

test('offline, a medicine is kept at the tap, and two are judged together', async ({ page, context }) => {
  await offline(page, context)
  await page.goto('/medicines')
  for (const name of ['zocor 20 mg', 'clarithromycin']) {
    await look(page, name)
    await page.getByRole('button', { name: 'I take this' }).click()
  }
  await page.reload()
  await expect(page.locator('[data-medicine="simvastatin"]')).toBeVisible()
  await expect(page.locator('[data-warning="statin-interaction"]')).toContainText('before the next dose of either')
  await look(page, 'warfarin, ibuprofen')
  await expect(page.locator('[data-warning="bleeding-nsaid"]')).toContainText('Ask a pharmacist or prescriber today')
})

test('the check asks the signs that matter with a medicine, and official words on stopping appear only with those signs', async ({
  page,
}) => {
  await take(page, 'zocor 20 mg')
  await expect(page.locator('[data-medicine="simvastatin"]')).toContainText('before you change it')
  await expect(page.locator('[data-medicine="simvastatin"]')).not.toContainText('Do not stop it')
  await checkCalf(page, async name => {
    if (name === 'combinations')
      await tick(page, 'My muscles newly ache, are tender or feel weak, also between cramps. I cannot say why.')
  })
  await onScreen(page, 'result')
  await expect(page.locator('[data-screen="result"]')).toHaveAttribute('data-tier', 'same-day')
  await expect(page.locator('[data-combination="statin-muscle-unexplained"]')).toContainText('stop the statin and call')
  await page.goto('/medicines')
  await expect(page.locator('[data-medicine="simvastatin"] [data-guidance="stop-instruction"]')).toBeVisible()
  await page.goto('/causes')
  await expect(page.locator('[data-screen="causes"]')).toHaveAttribute('data-kind', 'help-first')
})

test('offline, the causes ask one question at a time, at most twelve, and use known answers', async ({
  page,
  context,
}) => {
  await offline(page, context)
  await page.goto('/causes')
  await onScreen(page, 'causes')
  await expect(page.locator('main')).toContainText('The check comes first')
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

/** Restores a diary that holds these medicines by their names alone, as older diaries and imports do. */
async function keepNames(page: Page, names: readonly string[]) {
  const kept = names.map((medicine, at) => ({
    id: `01939d5c-0000-7000-8000-00000000000${at + 1}`,
    v: 2,
    at: '2026-11-24T08:00:00+00:00',
    type: 'medicine-started',
    medicine,
  }))
  await page.goto('/backup')
  await onScreen(page, 'backup')
  await page.getByLabel('Backup file').setInputFiles({
    name: 'b.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ unknot: 'diary', v: 1, events: kept })),
  })
  await page.getByRole('button', { name: 'Look into it' }).click()
  await page.getByRole('button', { name: `Add ${names.length} entries` }).click()
  await expect(page.getByText(`${names.length} entries added.`)).toBeVisible()
}

test('opening the check looks up the medicines that the diary holds by name alone', async ({ page }) => {
  await keepNames(page, ['Co-amilofruse 5mg/40mg tablets', 'Ramipril 5mg'])
  await page.goto('/')
  await expect(page.locator('main.unseen h1')).toHaveCount(1)
  const lookUp = page.waitForEvent('worker', worker => worker.url().includes('names.worker'))
  await page.locator('.body-map [aria-label="Calf, left"]').first().click()
  await onScreen(page, 'check')
  await lookUp
})

test('a medicine that an older diary kept by its name alone is judged with all that it holds, and stopped as a whole', async ({
  page,
}) => {
  await keepNames(page, ['Co-amilofruse 5mg/40mg tablets', 'Ramipril 5mg'])
  await page.goto('/medicines')
  for (const id of ['amiloride', 'furosemide', 'ramipril'])
    await expect(page.locator(`[data-medicine="${id}"]`)).toBeVisible()
  await expect(page.locator('main')).toContainText('Two medicines that raise potassium')
  await page.locator('[data-medicine="furosemide"]').locator('summary').first().click()
  await page.locator('[data-medicine="furosemide"]').getByRole('button', { name: 'I no longer take it' }).click()
  await expect(page.locator('[data-medicine="amiloride"]')).toHaveCount(0)
  await expect(page.locator('[data-medicine="ramipril"]')).toBeVisible()
})

test('the colour chart has eight steps and cola, sends dark pee to help, and is hidden where it misleads', async ({
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

test('the drink limit is higher in hard work in the heat, and no amount is given with past low sodium', async ({
  page,
}) => {
  const heatWork = 'I am working or training hard in the heat right now.'
  await page.goto('/hydration')
  await page.getByLabel('How old are you?').fill('40')
  await next(page)
  await expect(page.locator('main')).toContainText('Your limit now: 800 ml in an hour.')
  await expect(page.locator('main')).not.toContainText('950 ml')

  await page.goto('/hydration')
  await page.getByLabel('How old are you?').fill('40')
  await tick(page, heatWork)
  await tick(page, 'A doctor told me that my blood pressure is high.')
  await next(page)
  await expect(page.locator('main')).toContainText('Your limit now: 950 ml in an hour.')
  await expect(page.locator('main')).toContainText('leave the extra salt out')
  await expect(page.locator('[data-chart="shown"]')).toBeVisible()

  await page.goto('/hydration')
  await page.getByLabel('How old are you?').fill('40')
  await tick(page, heatWork)
  await tick(page, 'I was told that my sodium is low.')
  await next(page)
  await expect(page.locator('main')).toContainText('More water can lower your sodium further.')
  await expect(page.locator('main')).not.toContainText(' ml')
})
