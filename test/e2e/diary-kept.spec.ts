/** The diary is stored in two copies, and either one alone restores it. */
import { expect, type Page, test } from '@playwright/test'
import { drillDiary } from '../drills/diary.ts'
import { copies, count, deleteDatabase, deleteFile, lately, leaveApp, open } from './diary-copies.ts'
import { onScreen } from './steps.ts'

test('an event is in both copies, and either one alone restores the diary, with a message', async ({ page }) => {
  await count(page, 3)
  await count(page, 2)
  await expect.poll(() => copies(page)).toMatchObject({ inDatabase: { length: 2 }, inFile: { length: 2 } })
  const { inDatabase, inFile } = await copies(page)
  expect(inFile).toEqual(inDatabase)
  await leaveApp(page)
  await deleteFile(page)
  await open(page, 'diary')
  await lately(page, '5 cramps in the last 14 days')
  await expect.poll(async () => (await copies(page)).inFile).toEqual(inDatabase)
  await leaveApp(page)
  await deleteDatabase(page)
  await open(page, 'diary')
  await lately(page, '5 cramps in the last 14 days')
  await expect(page.getByText('2 entries were missing. The second copy brought them back.')).toBeVisible()
})

test('a torn last line and a damaged line are skipped, reported once, and repaired from the database', async ({
  page,
}) => {
  await count(page, 3)
  await count(page, 2)
  await expect.poll(async () => (await copies(page)).inFile).toHaveLength(2)
  await leaveApp(page)
  await page.evaluate(async () => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle('diary.log')
    const [first = '', second = ''] = (await (await file.getFile()).text()).split('\n')
    const writable = await file.createWritable()
    await writable.write(`${first.replace('"count":3', '"count":9')}\n${second.slice(0, 40)}`)
    await writable.close()
  })
  await open(page, 'diary')
  await expect(page.getByText('The last line of the second copy was cut off. It is left out.')).toBeVisible()
  await expect(page.getByText('1 entry could not be read.')).toBeVisible()
  await lately(page, '5 cramps in the last 14 days')
  await expect.poll(async () => (await copies(page)).inFile).toHaveLength(2)
  await open(page, 'diary')
  await page.waitForTimeout(1500)
  await expect(page.getByText('cut off')).toHaveCount(0)
})

test('an invalid record is put aside and reported, and the rest is kept', async ({ page }) => {
  await count(page, 4)
  await leaveApp(page)
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
    })
    const transaction = database.transaction('events', 'readwrite')
    transaction.objectStore('events').put({ id: 'not-an-event', pain: 'yes' })
    await new Promise(resolve => {
      transaction.oncomplete = resolve
    })
    database.close()
  })
  await open(page, 'diary')
  await expect(page.getByText('1 entry could not be read. It is put aside.')).toBeVisible()
  await lately(page, '4 cramps in the last 14 days')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('put aside')).toHaveCount(0)
})

test('a database of a newer Unknot is left unchanged; the second copy is used meanwhile', async ({ page }) => {
  await count(page, 4)
  await expect.poll(async () => (await copies(page)).inFile).toHaveLength(1)
  await leaveApp(page)
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('unknot', 99)
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
  )
  await open(page, 'diary')
  await expect(page.getByText('A newer version of Unknot wrote this diary.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Load it again' })).toBeVisible()
  await lately(page, '4 cramps in the last 14 days')
  await count(page, 2)
  await expect.poll(async () => (await copies(page)).inFile).toHaveLength(2)
  expect((await copies(page)).inDatabase).toHaveLength(1)
})

test('two tabs see each other’s events within a second, and none is lost or duplicated', async ({ page, context }) => {
  const other = await context.newPage()
  await open(page, 'history')
  await open(other, 'history')
  const add = async (tab: Page, text: string) => {
    await tab.evaluate(() => history.pushState(null, '', '/add'))
    await tab.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await tab.getByLabel('What do you want to keep?').fill(text)
    await tab.getByRole('button', { name: 'Keep it' }).click()
  }
  await add(page, 'From the first tab')
  await expect(other.getByText('From the first tab')).toBeVisible({ timeout: 1000 })
  await Promise.all(
    [page, other].map(async (tab, index) => {
      for (let each = 0; each < 5; each++) await add(tab, `Note ${each} of tab ${index}`)
    }),
  )
  // A page that is closed before its last entry is stored loses that entry: it was not reported as stored yet.
  await expect.poll(async () => (await copies(page)).inFile.length).toBe(11)
  for (const tab of [page, other]) {
    await tab.goto('/history/entries')
    await onScreen(tab, 'history')
    await expect(tab.getByText('11 entries')).toBeVisible()
    await expect(tab.getByText(/^Note \d of tab \d$/)).toHaveCount(10)
  }
  const { inDatabase, inFile } = await copies(page)
  expect(inDatabase).toHaveLength(11)
  expect(inFile).toEqual(inDatabase)
})

test('the settings say plainly what the browser guarantees', async ({ page }) => {
  await open(page, 'settings')
  await expect(page.getByText('in two copies')).toBeVisible()
  const promised = await page.evaluate(() => navigator.storage.persisted())
  await expect(
    page.getByText(promised ? 'The browser has promised not to delete it' : 'The browser has not promised to keep it'),
  ).toBeVisible()
})

test('killed twice while writing, it loses nothing, even with one copy deleted', async () => {
  test.setTimeout(180_000)
  expect(await drillDiary(2, 300)).toMatchObject({
    lost: 0,
    afterDeletingDatabase: 0,
    afterDeletingFile: 0,
    isBackupSame: true,
  })
})
