/** Any address shows a screen with the way to help. */
import { expect, type Page, test } from '@playwright/test'
import { foodScreens, screens } from './places.ts'
import { onScreen } from './steps.ts'

const wayToHelp = '#main a[href="/emergency"], #main a[href^="tel:"], #main[data-screen="emergency"]'

const others = ['', 'check', 'result', 'plan', 'start', 'session', 'cramp', 'rate', 'day', 'own', 'menu', 'week']
const everywhere = [...others, ...screens, ...foodScreens, 'trials', 'reference', 'nowhere', 'constructor']
const ids = ['gone', 'constructor', '__proto__', 'remedies/constructor', 'food/gone', '0000-00-00', 'x'.repeat(2000)]

const goInside = (page: Page, path: string) =>
  page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

for (const path of ['/reference/%', '/day/%E0%A4%A', '/session/%zz', '/%', '/%E0/%'])
  test(`an address that does not decode shows the missing page: ${path}`, async ({ page }) => {
    await page.goto(path)
    await onScreen(page, 'missing')
    await expect(page.locator(wayToHelp).first()).toBeVisible()
    await page.getByRole('link', { name: 'To Now' }).click()
    await onScreen(page, 'now')
    await goInside(page, path)
    await onScreen(page, 'missing')
  })

test('every address shows the way to help', async ({ page }) => {
  test.setTimeout(300_000)
  const problems: string[] = []
  page.on('pageerror', problem => problems.push(problem.message))
  await page.goto('/')
  await onScreen(page, 'now')
  for (const screen of everywhere)
    for (const id of screen === '' ? [''] : ['', ...ids]) {
      const path = `/${screen}${id === '' ? '' : `/${id}`}`
      await goInside(page, path)
      await expect(page.locator(wayToHelp).first(), path).toBeVisible()
      expect(problems, path).toEqual([])
      await expect(page.locator('[data-screen="failed"]'), path).toHaveCount(0)
    }
})

test('a check-in of a removed episode shows the missing page', async ({ page }) => {
  await page.goto('/rate')
  await onScreen(page, 'missing')
  await page.goto('/rate/019ac000-0000-7000-8000-000000000000')
  await onScreen(page, 'missing')
})
