/** Backup, restore and undo. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { copies, count, lately, leaveApp, open, saved } from './diary-copies.ts'
import { untilKept } from './steps.ts'

const passphrase = 'four plain words together'

test('a backup opens with the age program, restores into an empty browser byte for byte, and is undone', async ({
  page,
  browser,
  baseURL,
}) => {
  await leaveApp(page)
  await seedDiary(page, lifeOf(3, 400, Date.now()))
  await open(page, 'backup')
  const plain = await saved(page, () => page.getByRole('button', { name: 'Save as JSON' }).click())
  await page.getByLabel('Words that lock it').first().fill('too short')
  await page.getByRole('button', { name: 'Save the backup file' }).click()
  await expect(page.getByText('Use at least 12 letters')).toBeVisible()
  await page.getByLabel('Words that lock it').first().fill(passphrase)
  const locked = await saved(page, () => page.getByRole('button', { name: 'Save the backup file' }).click())
  expect(locked.subarray(0, 21).toString()).toBe('age-encryption.org/v1')

  const folder = mkdtempSync(join(tmpdir(), 'unknot-backup-'))
  const file = join(folder, 'unknot.age')
  writeFileSync(file, locked)
  expect(openWithAge(file).equals(plain)).toBe(true)

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  const empty = await context.newPage()
  await open(empty, 'backup')
  await empty.getByLabel('Backup file').setInputFiles(file)
  await empty.getByLabel('Words that lock it').fill('not the right words')
  await empty.getByRole('button', { name: 'Look into it' }).click()
  await expect(empty.getByText('These words do not open this file.')).toBeVisible()
  await empty.getByLabel('Words that lock it').fill(passphrase)
  await empty.getByRole('button', { name: 'Look into it' }).click()
  await expect(empty.getByText('It holds 400 entries')).toBeVisible()
  await expect(empty.getByText('400 entries new here. 0 here already.')).toBeVisible()
  await empty.getByRole('button', { name: 'Add 400 entries' }).click()
  await expect(empty.getByText('400 entries added.')).toBeVisible()
  expect((await saved(empty, () => empty.getByRole('button', { name: 'Save as JSON' }).click())).equals(plain)).toBe(
    true,
  )
  await context.close()
  rmSync(folder, { recursive: true })
})

test('a restore into a diary with entries is undone from the toast, and redone from History', async ({ page }) => {
  await leaveApp(page)
  await seedDiary(page, lifeOf(3, 60, Date.now() - 90 * 86_400_000))
  await open(page, 'backup')
  await page.getByLabel('Words that lock it').first().fill(passphrase)
  const locked = await saved(page, () => page.getByRole('button', { name: 'Save the backup file' }).click())
  await open(page, 'settings')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Everything is deleted.')).toBeVisible()
  await count(page, 3)
  await open(page, 'backup')
  const restore = page.locator('section', { has: page.getByRole('heading', { name: 'Restore' }) })
  await restore
    .getByLabel('Backup file')
    .setInputFiles({ name: 'b.age', mimeType: 'application/octet-stream', buffer: locked })
  await restore.getByLabel('Words that lock it').fill(passphrase)
  await restore.getByRole('button', { name: 'Look into it' }).click()
  await restore.getByRole('button', { name: 'Add 60 entries' }).click()
  await expect(page.getByText('60 entries added.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: 'Diary' }).first().click()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('link', { name: 'Search every entry' }).click()
  await expect(page.getByText('(struck out)').first()).toBeVisible()
  await page.getByRole('button', { name: 'Restore: 60 entries added' }).click()
  await expect(page.getByText('(struck out)')).toHaveCount(1)
})

test('after deleting everything, it can be restored from History until the page is closed', async ({ page }) => {
  await count(page, 4)
  await open(page, 'settings')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Everything is deleted.')).toBeVisible()
  await page.getByRole('link', { name: 'Diary' }).first().click()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  expect(await copies(page)).toEqual({ inDatabase: [], inFile: [] })
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.locator('[data-day]')).toHaveCount(1)
  await open(page, 'diary')
  await lately(page, '4 cramps in the last 14 days')
})

test('an automatic backup writes new entries to the chosen file', async ({ page }) => {
  // A test cannot use the browser's own dialog, but what it would return is a real file.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showSaveFilePicker', {
      value: async () => (await navigator.storage.getDirectory()).getFileHandle('chosen.age', { create: true }),
    })
  })
  await count(page, 3)
  await open(page, 'backup')
  await page.getByLabel('Words that lock it').first().fill(passphrase)
  await page.getByRole('button', { name: 'Choose the file' }).click()
  await expect(page.getByText('Backup written.')).toBeVisible()
  const size = () =>
    page.evaluate(
      async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('chosen.age')).getFile()).size,
    )
  const first = await size()
  expect(first).toBeGreaterThan(200)
  for (let each = 0; each < 20; each++) {
    await page.goto('/add')
    await untilKept(page, () => page.getByRole('button', { name: '1', exact: true }).click())
  }
  await expect.poll(size, { timeout: 20_000 }).toBeGreaterThan(first)
})

/** `age` asks for the passphrase on a terminal; `script` gives it one. */
function openWithAge(file: string): Buffer {
  const out = `${file}.json`
  execFileSync('script', ['--quiet', '--command', `age --decrypt --output ${out} ${file}`, '/dev/null'], {
    input: `${passphrase}\n`,
  })
  return readFileSync(out)
}
