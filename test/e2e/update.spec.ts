import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { expect, test } from '@playwright/test'
import { createServer } from '../../src/server/server.ts'
import { answerNothing, next, onScreen } from './steps.ts'

test('a newer version waits until no session is under way, and loses nothing', async ({ browser }) => {
  const appFolder = mkdtempSync(join(tmpdir(), 'unknot-app-'))
  cpSync('dist/app', appFolder, { recursive: true })
  const server = serve({
    fetch: createServer({ version: 'test', today: () => '2026-11-24', appFolder }).fetch,
    port: 0,
  })
  const { port } = server.address() as AddressInfo
  const context = await browser.newContext({ baseURL: `http://localhost:${port}` })
  const page = await context.newPage()
  await page.goto('/')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Middle', exact: true }).click()
  await answerNothing(page)
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await next(page)
  await onScreen(page, 'session')

  // The next release: a service worker of other bytes is enough for a browser to install it.
  appendFileSync(join(appFolder, 'sw.js'), '\n// the next release\n')
  for (const packed of ['sw.js.br', 'sw.js.gz']) rmSync(join(appFolder, packed))
  const waiting = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      return registration.waiting !== null
    })
  await expect.poll(waiting, { timeout: 20_000 }).toBe(true)
  await expect(page.getByText('A newer Unknot is ready.')).toBeHidden()
  await onScreen(page, 'session')

  await page.getByRole('button', { name: 'This hurts more, stop' }).click()
  await onScreen(page, 'rate')
  await expect(page.getByText('A newer Unknot is ready.')).toBeVisible()
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Load it' }).click()
  await reloaded
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'See your plan' })).toBeVisible()
  await context.close()
  server.close()
})
