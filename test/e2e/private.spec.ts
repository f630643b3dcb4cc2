import { expect, type Page, test } from '@playwright/test'
import { foodScreens, referencePages, screens } from './places.ts'
import { answerNothing, beginLowBack, next, onScreen } from './steps.ts'

/** What the browser refused, in pages and in workers. */
function refusals(page: Page): readonly string[] {
  const refused: string[] = []
  page.context().on('console', message => {
    if (/content security policy|requires '?Trusted/i.test(message.text())) refused.push(message.text())
  })
  page.context().on('weberror', error => refused.push(String(error.error())))
  return refused
}

test('makes no request to another host, and breaks no rule of its own policy', async ({ page }) => {
  const foreign: string[] = []
  const broken = refusals(page)
  page.on('request', request => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url())
  })
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  for (const place of ['plan', 'emergency', 'settings', 'learn', ...screens, ...foodScreens, ...referencePages]) {
    await page.goto(`/${place}`)
    await page.locator('[data-screen]').first().waitFor()
  }
  expect(foreign).toEqual([])
  expect(broken).toEqual([])
})

test('the policy blocks a request to another host even from a script', async ({ page }) => {
  await page.goto('/')
  const reached = await page.evaluate(() =>
    fetch('http://127.0.0.1:1/').then(
      () => 'reached',
      (problem: Error) => problem.message,
    ),
  )
  expect(reached).toMatch(/fetch/i)
  const policy = (await page.request.get('/')).headers()['content-security-policy'] ?? ''
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*/)
})

test('starts its workers and its service worker under Trusted Types', async ({ page }) => {
  const broken = refusals(page)
  await page.goto('/eat')
  await page.getByLabel('Type a food').fill('banana')
  await expect(page.getByRole('link', { name: 'Banana', exact: true })).toBeVisible()
  const workers = page.workers().map(worker => new URL(worker.url()).pathname)
  expect(workers.some(path => path.includes('food.worker'))).toBe(true)
  await page.evaluate(() => navigator.serviceWorker.ready)
  expect(broken).toEqual([])
})

test('the browser refuses markup made of text, and scripts that are not part of the build', async ({ page }) => {
  await page.goto('/')
  const tried = await page.evaluate(() => {
    const problemOf = (act: () => unknown) => {
      try {
        act()
        return 'done'
      } catch (problem) {
        return (problem as Error).name
      }
    }
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => unknown }
    }
    return {
      markup: problemOf(() => {
        document.createElement('p').innerHTML = '<b>x</b>'
      }),
      worker: problemOf(() => new Worker('/api/claims')),
      script: problemOf(() => {
        document.createElement('script').text = 'alert(1)'
      }),
      policy: problemOf(() => trustedTypes.createPolicy('other', {})),
    }
  })
  expect(tried).toEqual({ markup: 'TypeError', worker: 'TypeError', script: 'TypeError', policy: 'TypeError' })
})
