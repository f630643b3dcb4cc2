/** Exports of the diary, and About me, in a real browser. */
import { readFileSync } from 'node:fs'
import { type Download, expect, type Page, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import papa from 'papaparse'
import type { Bundle } from '../../src/diary/fhir/bundle.ts'
import { toJson } from '../../src/diary/json.ts'
import { faultsOf } from '../support/fhir-validators.ts'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { onScreen } from './steps.ts'

const life = lifeOf(3, 300, Date.UTC(2026, 10, 24))

async function openBackup(page: Page): Promise<void> {
  await page.goto('/icon.svg')
  await seedDiary(page, life)
  await page.goto('/backup')
  await onScreen(page, 'backup')
}

async function save(page: Page, name: string): Promise<{ readonly download: Download; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  return { download, bytes: readFileSync(await download.path()) }
}

test('the diary is saved as tables in a zip, one for each kind of entry', async ({ page }) => {
  await openBackup(page)
  const { download, bytes } = await save(page, 'Save as tables')
  expect(download.suggestedFilename()).toMatch(/^unknot-\d{4}-\d\d-\d\d\.csv\.zip$/)
  const files = unzipSync(bytes)
  expect(Object.keys(files).sort()).toEqual([...new Set(life.map(({ type }) => `${type}.csv`))].sort())
  const drank = files['drank.csv']
  const { data } = papa.parse<Record<string, string>>(drank ? strFromU8(drank) : '', {
    header: true,
    skipEmptyLines: true,
  })
  const told = life.flatMap(event => (event.type === 'drank' ? [event] : []))
  expect(data.map(({ id, ml }) => [id, Number(ml)])).toEqual(told.map(({ id, ml }) => [id, ml]))
  await expect(page.getByText(/^Saved as unknot-/)).toBeVisible()
})

test('the diary is saved for a clinic as valid FHIR, without a name unless one is typed', async ({ page }) => {
  test.setTimeout(120_000)
  await openBackup(page)
  const first = JSON.parse(new TextDecoder().decode((await save(page, 'Save for a clinic')).bytes)) as Bundle
  expect(faultsOf(first)).toEqual([])
  expect(first.entry[1]?.resource).not.toHaveProperty('name')
  const food = life.filter(({ type }) => type === 'ate').length
  await expect(page.getByText(`${food} entries have no place in such a file.`)).toBeVisible()
  await page.getByLabel('Your name, if the file should have it').fill('Ada Lovelace')
  const second = JSON.parse(new TextDecoder().decode((await save(page, 'Save for a clinic')).bytes)) as Bundle
  expect(second.entry[1]?.resource).toMatchObject({ resourceType: 'Patient', name: [{ text: 'Ada Lovelace' }] })
})

test('a saved JSON file restores into an empty browser, and saving again gives the same bytes', async ({
  page,
  browser,
  baseURL,
}) => {
  await openBackup(page)
  const { bytes } = await save(page, 'Save as JSON')
  expect(new TextDecoder().decode(bytes)).toBe(toJson(life))
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  const empty = await context.newPage()
  await empty.goto('/backup')
  await onScreen(empty, 'backup')
  await empty
    .getByLabel('Backup file')
    .setInputFiles({ name: 'diary.json', mimeType: 'application/json', buffer: Buffer.from(bytes) })
  await empty.getByRole('button', { name: 'Look into it' }).click()
  await empty.getByRole('button', { name: 'Add 300 entries' }).click()
  await expect(empty.getByText('300 entries added.')).toBeVisible()
  expect(new TextDecoder().decode((await save(empty, 'Save as JSON')).bytes)).toBe(toJson(life))
  await context.close()
})

test('the code for tables and FHIR is loaded only on demand', async ({ page }) => {
  await openBackup(page)
  const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const isExport = (name: string) => /\/export-[\w-]+\.js$/.test(name)
  expect((await loaded()).filter(isExport)).toEqual([])
  await save(page, 'Save as tables')
  expect((await loaded()).filter(isExport)).toHaveLength(1)
})

test('About me is entered once, survives a reload while typing, and can be undone', async ({ page }) => {
  await page.goto('/settings')
  await page.getByRole('link', { name: 'About me' }).click()
  await onScreen(page, 'about-me')
  await page.getByLabel('Year you were born').fill('1850')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('alert')).toContainText('Give a year from')
  await page.getByLabel('Year you were born').fill('1980')
  await page.getByText('Female', { exact: true }).click()
  await page.getByText('Kidney disease', { exact: true }).click()
  await page.reload()
  await onScreen(page, 'about-me')
  await expect(page.getByLabel('Year you were born')).toHaveValue('1980')
  await page.getByLabel('Allergies').fill('latex, aspirin')
  await page.getByLabel('Country').selectOption('NL')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Kept.')).toBeVisible()

  await page.goto('/history/entries')
  await expect(page.getByText(/born: 1980/)).toBeVisible()
  await expect(page.getByText(/conditions: kidney-disease/)).toBeVisible()
  await expect(page.getByText(/allergies: latex, aspirin/)).toBeVisible()

  await page.goto('/about-me')
  await expect(page.getByLabel('Kidney disease', { exact: true })).toBeChecked()
  await page.getByText('None of these', { exact: true }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByLabel('Kidney disease', { exact: true })).not.toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Kidney disease', { exact: true })).toBeChecked()
})

test('an untouched form records nothing: unknown is not no', async ({ page }) => {
  await page.goto('/about-me')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('Nothing has changed.')).toBeVisible()
  await page.goto('/history/entries')
  await expect(page.getByText('About you')).toHaveCount(0)
})
