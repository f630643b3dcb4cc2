import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test'
import { drillDiary } from '../drills/diary.ts'
import { lifeOf } from '../support/life.ts'
import { seedDiary } from '../support/seed-diary.ts'
import { onScreen, untilKept } from './steps.ts'

const passphrase = 'four plain words together'

const open = async (page: Page, place: string) => {
  await page.goto(`/${place}`)
  await onScreen(page, place)
}
const count = async (page: Page, cramps: number) => {
  await open(page, 'add')
  await page.getByRole('button', { name: String(cramps), exact: true }).click()
  await onScreen(page, 'diary')
}
const lately = (page: Page, text: string) => expect(page.getByRole('heading', { name: text })).toBeVisible()

/** The ids that each copy holds; the app may be open. */
const copies = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
    })
    const ids = await new Promise<IDBValidKey[]>(resolve => {
      const keys = database.transaction('events').objectStore('events').getAllKeys()
      keys.onsuccess = () => resolve(keys.result)
    })
    database.close()
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle('diary.log').catch(() => undefined)
    const text = await (await file?.getFile())?.text()
    const lines = (text ?? '').split('\n').filter(line => line !== '')
    return {
      inDatabase: ids.map(String).sort(),
      inFile: [...new Set(lines.map(line => line.slice(9, 45)))].sort(),
    }
  })

const linesInFile = (page: Page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const text = await (await (await folder.getFileHandle('diary.log')).getFile()).text()
    return text.split('\n').filter(line => line !== '').length
  })

/** Leaves the app for a file of the same address, so that its copies can be touched. */
const leaveApp = (page: Page) => page.goto('/icon.svg')

const deleteDatabase = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('unknot')
        deleting.onsuccess = () => resolve()
        deleting.onerror = deleting.onblocked = () => reject(new Error('the database was not deleted'))
      }),
  )
const deleteFile = (page: Page) =>
  page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('diary.log'))

test('an event stands in both copies, and either alone brings the diary back, which is said', async ({ page }) => {
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

test('a torn last line and a damaged line are left out, said once, and mended from the database', async ({ page }) => {
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

test('a record that is no event is put aside and said, and the rest is there', async ({ page }) => {
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

test('a database of a newer Unknot is left alone; the second copy is read and written meanwhile', async ({ page }) => {
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
  await expect(page.getByText('A newer Unknot wrote this diary.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Load it again' })).toBeVisible()
  await lately(page, '4 cramps in the last 14 days')
  await count(page, 2)
  await expect.poll(async () => (await copies(page)).inFile).toHaveLength(2)
  expect((await copies(page)).inDatabase).toHaveLength(1)
})

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

test('two tabs see each other’s events within a second, and none is lost or doubled', async ({ page, context }) => {
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
  // A page that is left before its last entry is kept would lose that one: nothing said yet that it was kept.
  await expect.poll(async () => (await copies(page)).inFile.length).toBe(11)
  for (const tab of [page, other]) {
    await open(tab, 'history')
    await expect(tab.getByText('11 entries')).toBeVisible()
    await expect(tab.getByText(/^Note \d of tab \d$/)).toHaveCount(10)
  }
  const { inDatabase, inFile } = await copies(page)
  expect(inDatabase).toHaveLength(11)
  expect(inFile).toEqual(inDatabase)
})

test('the settings say plainly what the browser promised', async ({ page }) => {
  await open(page, 'settings')
  await expect(page.getByText('in two copies')).toBeVisible()
  const promised = await page.evaluate(() => navigator.storage.persisted())
  await expect(
    page.getByText(promised ? 'The browser has promised not to delete it' : 'The browser has not promised to keep it'),
  ).toBeVisible()
})

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

test('a restore beside other entries is undone from the toast, and done again from History', async ({ page }) => {
  await leaveApp(page)
  await seedDiary(page, lifeOf(3, 60, Date.now() - 90 * 86_400_000))
  await open(page, 'backup')
  await page.getByLabel('Words that lock it').first().fill(passphrase)
  const locked = await saved(page, () => page.getByRole('button', { name: 'Save the backup file' }).click())
  await open(page, 'settings')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('All is deleted.')).toBeVisible()
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
  await expect(page.getByText('(struck out)').first()).toBeVisible()
  await page.getByRole('button', { name: 'Restore: 60 entries added' }).click()
  await expect(page.getByText('(struck out)')).toHaveCount(1)
})

test('what was deleted whole comes back from History, until the page is closed', async ({ page }) => {
  await count(page, 4)
  await open(page, 'settings')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('All is deleted.')).toBeVisible()
  await page.getByRole('link', { name: 'Diary' }).first().click()
  await expect(page.getByText('Nothing is told yet')).toBeVisible()
  expect(await copies(page)).toEqual({ inDatabase: [], inFile: [] })
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible()
  await open(page, 'diary')
  await lately(page, '4 cramps in the last 14 days')
})

test('a backup goes to the chosen file by itself when something is new', async ({ page }) => {
  // The browser's own dialog cannot be worked by a test: what it would hand over is a real file all the same.
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

test('killed twice while writing, it loses nothing; nor with either copy deleted', async () => {
  test.setTimeout(180_000)
  expect(await drillDiary(2, 300)).toMatchObject({
    lost: 0,
    afterDeletingDatabase: 0,
    afterDeletingFile: 0,
    isBackupSame: true,
  })
})

async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await act()
  return readFileSync(await (await waiting).path())
}

/** `age` asks for the passphrase on a terminal; `script` gives it one. */
function openWithAge(file: string): Buffer {
  const out = `${file}.json`
  execFileSync('script', ['--quiet', '--command', `age --decrypt --output ${out} ${file}`, '/dev/null'], {
    input: `${passphrase}\n`,
  })
  return readFileSync(out)
}

function persistent(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    baseURL: `http://localhost:${process.env.UNKNOT_TEST_PORT ?? 8799}`,
    locale: 'en-GB',
  })
}
