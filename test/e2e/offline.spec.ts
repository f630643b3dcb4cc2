import { expect, type Page, test } from '@playwright/test'
import { serveApp } from '../../build/served-app.ts'
import { answerNothing, endHurting, next, onScreen } from './steps.ts'

test('after one visit, the whole path works with the server stopped', async ({ browser }) => {
  const { address, stop } = await serveApp()
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await page.goto('/')
  await onScreen(page, 'now')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => page.evaluate(() => caches.keys().then(keys => keys.length))).toBeGreaterThan(0)
  await stop()
  await page.reload()
  await onScreen(page, 'now')
  await page.locator('.body-map').getByRole('button', { name: 'Low back' }).click()
  await page.getByRole('button', { name: 'Middle', exact: true }).click()
  await answerNothing(page)
  await page.goto('/start/lb-knee-rolls')
  await next(page)
  await next(page)
  await onScreen(page, 'session')
  await endHurting(page)
  await page.goto('/emergency')
  await onScreen(page, 'emergency')
  await context.close()
})

test('it can be installed: the browser finds no problem with the manifest', async ({ page }) => {
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

test('the files of the manifest exist: icons and pictures of the stated size, shortcuts', async ({ page, request }) => {
  interface Image {
    readonly src: string
    readonly sizes: string
    readonly purpose?: string
  }
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  const { icons, screenshots, shortcuts } = manifest as {
    readonly icons: readonly Image[]
    readonly screenshots: readonly Image[]
    readonly shortcuts: readonly { readonly name: string; readonly url: string; readonly icons: readonly Image[] }[]
  }
  expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/' })
  await page.goto('/')
  for (const { src, sizes } of [...icons, ...screenshots, ...shortcuts.flatMap(shortcut => shortcut.icons)]) {
    const real = await page.evaluate(async address => {
      const image = Object.assign(new Image(), { src: address })
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, src)
    expect(real, src).toBe(sizes)
  }
  const [maskable, ...others] = icons.filter(({ purpose }) => purpose === 'maskable')
  expect(others).toEqual([])
  expect(icons.filter(({ src }) => src === maskable?.src)).toHaveLength(1)
  expect(await onlyGroundBeyondTheMask(page, maskable?.src ?? '')).toBe(true)

  const screens = []
  for (const { name, url } of shortcuts) {
    await page.goto(url)
    screens.push([name, await page.locator('[data-screen]').first().getAttribute('data-screen')])
  }
  expect(screens).toEqual([
    ['Cramp now', 'cramp'],
    ['Log a cramp', 'add'],
  ])
})

/** A launcher may crop to a circle of 80 % of the width: outside it every pixel is opaque background. */
function onlyGroundBeyondTheMask(page: Page, src: string): Promise<boolean> {
  return page.evaluate(async address => {
    const image = Object.assign(new Image(), { src: address })
    await image.decode()
    const { naturalWidth: side } = image
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, side, side) ?? {}
    const at = (x: number, y: number) => data.subarray((y * side + x) * 4, (y * side + x) * 4 + 4).join()
    const ground = at(0, 0)
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        if (Math.hypot(x - side / 2, y - side / 2) > side * 0.4 && at(x, y) !== ground) return false
    return ground.endsWith(',255')
  }, src)
}
