/** Where the browser refuses to keep the diary: no storage, no room, a database that does not open. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { copies, count, lately, linesInFile, open, saved } from './diary-copies.ts'
import { onScreen } from './steps.ts'

test('without any storage, as in a strict private window, it says so and works until the page closes', async () => {
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

test('with no room left it says so, offers what is not kept as a file, loses nothing, and tries again', async () => {
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

test('a database that cannot be opened: the file alone shows all, keeps what is new, and fills it again later', async () => {
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
    // A file where the browser looks for the folder of its database.
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

function persistent(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    baseURL: `http://localhost:${process.env.UNKNOT_TEST_PORT ?? 8799}`,
    locale: 'en-GB',
  })
}
