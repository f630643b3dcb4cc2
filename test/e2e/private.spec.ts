import { expect, test } from '@playwright/test'
import { answerNothing, beginLowBack, next, onScreen } from './steps.ts'

test('makes no request to another host, and breaks no rule of its own policy', async ({ page }) => {
  const foreign: string[] = []
  const broken: string[] = []
  page.on('request', request => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url())
  })
  page.on('console', message => {
    if (/content security policy/i.test(message.text())) broken.push(message.text())
  })
  await beginLowBack(page)
  await answerNothing(page)
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  for (const place of [
    '/plan',
    '/emergency',
    '/settings',
    '/learn',
    '/painkillers',
    '/diary',
    '/prevent',
    '/causes',
    '/medicines',
    '/hydration',
    '/evidence',
    '/products',
  ])
    await page.goto(place)
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
