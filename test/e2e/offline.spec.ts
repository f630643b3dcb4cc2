import { type ChildProcess, spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { answerNothing, next, onScreen } from './steps.ts'

const port = Number(process.env.UNKNOT_TEST_PORT ?? 8799) + 100

test('with the server stopped the whole path still works after one visit', async ({ browser }) => {
  const server = await serve()
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/')
  await onScreen(page, 'now')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => caches.keys().then(keys => keys.length))).toBeGreaterThan(0)
  await stop(server)
  await page.reload()
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Middle', exact: true }).click()
  await answerNothing(page)
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  await page.getByRole('button', { name: 'This hurts more, stop' }).click()
  await onScreen(page, 'rate')
  await page.goto('/emergency')
  await onScreen(page, 'emergency')
  await context.close()
})

async function serve(): Promise<ChildProcess> {
  const server = spawn('node', ['dist/cli/main.js', 'serve', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    server.stdout?.once('data', () => resolve())
    server.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
  return server
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise(resolve => server.removeAllListeners('exit').once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

test('it can be installed: the browser itself finds nothing wrong with the manifest that the open app links to', async ({
  page,
}) => {
  await page.goto('/')
  await onScreen(page, 'now')
  await expect(page.locator('link[rel="manifest"]')).toHaveCount(1)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const session = await page.context().newCDPSession(page)
  const { url, errors } = await session.send('Page.getAppManifest')
  expect(url).toMatch(/\/manifest\.webmanifest$/)
  expect(errors).toEqual([])
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
})
