/** The browser refuses to store the diary: no storage, no space, a database that does not open. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { copies, count, lately, linesInFile, open, saved } from './diary-copies.ts'
import { onScreen } from './steps.ts'

test('without any storage, as in a strict private window, it says so and works until the page is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-private-'))
  mkdirSync(join(folder, 'Default'))
  // The browser's own setting "block all site data".
  writeFileSync(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  )
  const context = await persistent(folder)
  try {
    const page = await context.newPage()
    await page.goto('/')
    await onScreen(page, 'now')
    await expect(page.getByText('This browser keeps nothing here')).toBeVisible()
    await page.getByRole('link', { name: 'Diary' }).first().click()
    await page.getByRole('link', { name: 'Add a cramp or spasm' }).click()
    await page.getByRole('button', { name: '5', exact: true }).click()
    await lately(page, '5 cramps in the last 14 days')
    const file = await saved(page, () => page.getByRole('button', { name: 'Save it as a file' }).click())
    expect(JSON.parse(file.toString())).toMatchObject([{ type: 'cramps-counted', count: 5 }])
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('without free space it says so, offers the unsaved entries as a file, loses nothing, and tries again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-full-'))
  // Chromium narrows the quota only for a profile on the disk.
  const context = await persistent(folder)
  try {
    const page = await context.newPage()
    await count(page, 4)
    await expect.poll(async () => (await copies(page)).inFile).toHaveLength(1)
    const session = await context.newCDPSession(page)
    const origin = new URL(page.url()).origin
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    await count(page, 2)
    await expect(page.getByText('This device is out of room.')).toBeVisible()
    const event = JSON.parse(
      (await saved(page, () => page.getByRole('button', { name: 'Save it as a file' }).click())).toString(),
    )
    expect(event).toMatchObject([{ type: 'cramps-counted', count: 2 }])
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('out of room')).toHaveCount(0)
    await open(page, 'diary')
    await lately(page, '6 cramps in the last 14 days')
    await expect.poll(async () => (await copies(page)).inFile).toHaveLength(2)
  } finally {
    await context.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('if the database cannot be opened, the file shows everything, stores new entries, and refills it later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-broken-'))
  const databases = join(folder, 'Default', 'IndexedDB')
  const used = async (act: (page: Page) => Promise<void>) => {
    const context = await persistent(folder)
    try {
      await act(await context.newPage())
    } finally {
      await context.close()
    }
  }
  try {
    await used(async page => {
      await count(page, 4)
      await expect.poll(async () => (await copies(page)).inFile).toHaveLength(1)
    })
    // A file in the place of the folder of the browser's database.
    renameSync(databases, `${databases}-away`)
    writeFileSync(databases, '')
    await used(async page => {
      await open(page, 'diary')
      await lately(page, '4 cramps in the last 14 days')
      await expect(page.getByText('One of the two copies cannot be reached')).toBeVisible()
      await count(page, 2)
      await lately(page, '6 cramps in the last 14 days')
      await expect.poll(() => linesInFile(page)).toBe(2)
    })
    rmSync(databases)
    renameSync(`${databases}-away`, databases)
    await used(async page => {
      await open(page, 'diary')
      await lately(page, '6 cramps in the last 14 days')
      await expect(page.getByText('1 entry was missing. The second copy brought it back.')).toBeVisible()
      await expect.poll(async () => (await copies(page)).inDatabase).toHaveLength(2)
      const { inDatabase, inFile } = await copies(page)
      expect(inDatabase).toEqual(inFile)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test.describe('a second copy that cannot be written', () => {
  test.use({ serviceWorkers: 'block' })

  test('is reported; the other copy continues, and the next worker makes them equal', async ({ page }) => {
    const worker = /\/assets\/keeper\.worker-[^/]*\.js$/
    await page.route(worker, route => route.abort())
    await count(page, 4)
    await lately(page, '4 cramps in the last 14 days')
    await expect(page.getByText('One of the two copies of your diary cannot be written.')).toBeVisible()
    await page.getByRole('link', { name: 'Add a cramp or spasm' }).click()
    await page.getByRole('button', { name: '2', exact: true }).click()
    await lately(page, '6 cramps in the last 14 days')
    expect((await copies(page)).inDatabase).toHaveLength(2)
    await open(page, 'settings')
    await expect(page.getByText('in one copy')).toBeVisible()
    await page.unroute(worker)
    await open(page, 'diary')
    await lately(page, '6 cramps in the last 14 days')
    await expect.poll(async () => (await copies(page)).inFile).toHaveLength(2)
    await page.route(worker, route => route.abort())
    await count(page, 1)
    await expect(page.getByText('cannot be written')).toBeVisible()
    await page.unroute(worker)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('cannot be written')).toHaveCount(0)
    const { inDatabase, inFile } = await copies(page)
    expect(inFile).toEqual(inDatabase)
  })

  test('is reported for any reason: the browser refuses the file', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.storage.getDirectory = () => Promise.reject(new DOMException('not here', 'SecurityError'))
    })
    await page.route(/\/assets\/keeper\.worker-[^/]*\.js$/, async route => {
      const refuses =
        "navigator.storage.getDirectory = () => Promise.reject(new DOMException('not here', 'SecurityError'));"
      const response = await route.fetch()
      await route.fulfill({ response, body: `${refuses}${await response.text()}` })
    })
    await count(page, 4)
    await expect(page.getByText('One of the two copies of your diary cannot be written.')).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByText('cannot be written')).toHaveCount(0)
    await open(page, 'settings')
    await expect(page.getByText('in one copy')).toBeVisible()
  })

  test('a dead worker does not prevent deletion', async ({ page }) => {
    await count(page, 4)
    await expect.poll(async () => (await copies(page)).inFile).toHaveLength(1)
    await open(page, 'settings')
    await page.route(/\/assets\/keeper\.worker-[^/]*\.js$/, route => route.abort())
    await page.getByRole('button', { name: 'Delete everything' }).click()
    await expect(page.getByText('Everything is deleted.')).toBeVisible()
    expect(await copies(page)).toEqual({ inDatabase: [], inFile: [] })
  })
})

function persistent(folder: string): Promise<BrowserContext> {
  const { launchOptions = {}, baseURL = '', locale = 'en-GB' } = test.info().project.use
  return chromium.launchPersistentContext(folder, { ...launchOptions, baseURL, locale })
}
