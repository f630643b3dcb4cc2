import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { expect, test } from '@playwright/test'
import { createServer } from '../../src/server/server.ts'
import { answerNothing, endHurting, next, onScreen } from './steps.ts'

test('a newer version waits until no session is running, and loses nothing', async ({ browser }) => {
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

  // The next release: a browser installs any service worker with other bytes.
  appendFileSync(join(appFolder, 'sw.js'), '\n// the next release\n')
  for (const packed of ['sw.js.br', 'sw.js.gz']) rmSync(join(appFolder, packed))
  const waiting = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      return registration.waiting !== null
    })
  await expect.poll(waiting, { timeout: 20_000 }).toBe(true)
  await expect(page.getByText('A new version of Unknot is ready.')).toBeHidden()
  await onScreen(page, 'session')

  await endHurting(page)
  await expect(page.getByText('A new version of Unknot is ready.')).toBeVisible()
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Load it' }).click()
  await reloaded
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Plan', exact: true })).toBeVisible()
  await context.close()
  server.close()
})

test('a tab that was open during a deployment says why the foods do not open, and loads the newer version', async ({
  browser,
}) => {
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
  const assets = join(appFolder, 'assets')
  for (const name of readdirSync(assets).filter(each => each.startsWith('food.worker-'))) rmSync(join(assets, name))
  appendFileSync(join(appFolder, 'sw.js'), '\n// the next release\n')
  for (const packed of ['sw.js.br', 'sw.js.gz']) rmSync(join(appFolder, packed))

  await page.goto('/food')
  await page.getByLabel('How old are you?').fill('41')
  await page.getByText('Female', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByText('A newer Unknot has come. The foods of this one are gone.')).toBeVisible()
  const reloaded = page.waitForEvent('load')
  await page.locator('#main').getByRole('button', { name: 'Load it' }).click()
  await reloaded
  await onScreen(page, 'food')
  const isWaiting = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
  expect(await isWaiting()).toBe(false)
  await context.close()
  server.close()
})
