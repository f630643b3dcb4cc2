/** Stored data may come back damaged: the bad part is put aside and reported once, and the rest counts. */
import { expect, type Page, test } from '@playwright/test'
import { count, lately, leaveApp, open, saved } from './diary-copies.ts'
import { onScreen } from './steps.ts'

const notice = (page: Page) => page.getByText('could not be read. It is put aside; your diary is not touched.')

const setKept = (page: Page, key: string, text: string) =>
  page.evaluate(([name = '', value = '']) => localStorage.setItem(name, value), [key, text])

const keys = {
  'unknot-backup': ['{', '[]', '"x"', '7', 'null', '{"at":"yesterday","count":null}'],
  'unknot-settings': ['{', '[]', '"x"', 'null', '{"theme":{},"voice":"no","units":7,"country":["GB"]}'],
  'unknot-food': ['{', '[]', 'true', '{"avoid":{},"energy":"much","dislike":[null],"mode":7}'],
  'unknot-draft-check': ['{', '[]', '{"answers":7,"details":[]}'],
  'unknot-draft-trial': ['{', '"x"', '{"step":"none","arms":[7],"layout":{"kind":"weeks"}}'],
  'unknot-draft-add': ['{', '{"kind":"stolen","text":7}'],
  'unknot-draft-report': ['{', '{"span":"9000","leaveOut":{}}'],
  'unknot-draft-about-me': ['{', '{"conditions":"all","birthYear":7}'],
  'unknot-draft-reminder': ['{', '{"about":"nothing","weekdays":"all"}'],
} as const

const rounds = Math.max(...Object.values(keys).map(texts => texts.length))

test('something else in what is stored stops no screen', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', problem => problems.push(problem.message))
  await open(page, 'settings')
  for (let round = 0; round < rounds; round++) {
    await leaveApp(page)
    for (const [key, texts] of Object.entries(keys)) await setKept(page, key, texts[round % texts.length] ?? '')
    await page.goto('/')
    await onScreen(page, 'now')
    for (const screen of ['backup', 'settings', 'add', 'report', 'about-me', 'reminders', 'trials', 'food'])
      await open(page, screen)
    expect(problems, `round ${round}`).toEqual([])
  }
})

test('damaged data is put aside, reported once and can be saved; the rest is kept', async ({ page }) => {
  await open(page, 'settings')
  await page.getByText('Dark', { exact: true }).click()
  await leaveApp(page)
  await setKept(page, 'unknot-backup', '{')
  await setKept(page, 'unknot-settings', '{"theme":"dark","voice":"no","units":"imperial"}')
  await open(page, 'settings')
  await expect(notice(page)).toBeVisible()
  await expect(page.getByLabel('Dark')).toBeChecked()
  await expect(page.getByLabel('US (°F, oz)')).toBeChecked()
  await expect(page.getByLabel('Speak the steps')).toBeChecked()
  const file = await saved(page, () => page.getByRole('button', { name: 'Save it as a file' }).click())
  expect(JSON.parse(file.toString())).toEqual({
    'unknot-backup': '{',
    'unknot-settings': '{"theme":"dark","voice":"no","units":"imperial"}',
  })
  await open(page, 'backup')
  await expect(notice(page)).toHaveCount(0)
  await expect(page.getByText('could not be read')).toHaveCount(0)
})

/** How many episodes the cached fold holds; undefined while nothing sound is cached. */
const cachedEpisodes = (page: Page): Promise<number | undefined> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
    })
    const reading = database.transaction('folds').objectStore('folds').get('base')
    await new Promise(resolve => {
      reading.onsuccess = resolve
    })
    database.close()
    return reading.result?.base?.diary?.episodes?.length
  })

test('a cached fold of the right version and the wrong shape is dropped, and the diary is folded again', async ({
  page,
}) => {
  await count(page, 3)
  await expect.poll(() => cachedEpisodes(page)).toBe(0)
  for (const damage of ['base', 'episodes', 'days', 'person', 'newest', 'count', 'all'] as const) {
    await leaveApp(page)
    await page.evaluate(async what => {
      const database = await new Promise<IDBDatabase>(resolve => {
        const opening = indexedDB.open('unknot')
        opening.onsuccess = () => resolve(opening.result)
      })
      const folds = database.transaction('folds', 'readwrite').objectStore('folds')
      const kept = await new Promise<{ foldVersion: number; base: Record<string, unknown> }>(resolve => {
        const reading = folds.get('base')
        reading.onsuccess = () => resolve(reading.result)
      })
      const diary = kept.base.diary as Record<string, unknown>
      if (what === 'all') kept.base.diary = 'x'
      else if (what === 'base') kept.base = {}
      else if (what in diary) diary[what] = { length: 1 }
      else kept.base[what] = null
      await new Promise(resolve => {
        const putting = folds.put(kept, 'base')
        putting.onsuccess = resolve
      })
      database.close()
    }, damage)
    await open(page, 'diary')
    await lately(page, '3 cramps in the last 14 days')
    // Folded and cached again, for the next damage.
    await expect.poll(() => cachedEpisodes(page)).toBe(0)
  }
})

const id = (place: number) => `019ac000-0000-7000-8000-00000000000${place}`
const whole = { id: id(1), v: 2, at: '2026-11-24T08:00:00+00:00', type: 'noted', text: 'It eased by noon.' }
const noSession = { ...whole, id: id(2), type: 'remedy-done', remedy: 'heat', session: {} }

const lookInto = async (page: Page, text: string) => {
  await open(page, 'backup')
  await page
    .getByLabel('Backup file')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Look into it' }).click()
}

test('a restore adds the valid events, and offers the rest as a file', async ({ page }) => {
  const prototype = JSON.stringify(whole).replace(id(1), id(3)).replace('}', ',"__proto__":{"x":1}}')
  await lookInto(
    page,
    `{"unknot":"diary","v":1,"events":[${JSON.stringify([whole, noSession]).slice(1, -1)},${prototype}]}`,
  )
  await expect(page.getByText('It holds 1 entry')).toBeVisible()
  await expect(page.getByText('2 entries in it cannot be read. The rest can be added.')).toBeVisible()
  const file = await saved(page, () => page.getByRole('button', { name: 'Save what cannot be read' }).click())
  expect(JSON.parse(file.toString())).toMatchObject([{ place: 2, value: noSession }, { place: 3 }])
  await page.getByRole('button', { name: 'Add 1 entry' }).click()
  await expect(page.getByText('1 entry added.')).toBeVisible()
  await open(page, 'history')
  await expect(page.getByText('It eased by noon.')).toBeVisible()
  await open(page, 'report')
})

test('a backup of a newer Unknot is announced before anything is added', async ({ page }) => {
  await lookInto(page, JSON.stringify({ unknot: 'diary', v: 2, events: [whole] }))
  await expect(page.getByText('A newer version of Unknot wrote this backup.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0)
})

test('an event that no screen can show, stored by an older Unknot, is put aside; the diary and the report open', async ({
  page,
}) => {
  await count(page, 4)
  await leaveApp(page)
  await page.evaluate(async event => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
    })
    const putting = database.transaction('events', 'readwrite').objectStore('events').put(event)
    await new Promise(resolve => {
      putting.onsuccess = resolve
    })
    database.close()
  }, noSession)
  await open(page, 'diary')
  await lately(page, '4 cramps in the last 14 days')
  await expect(page.getByText('1 entry could not be read. It is put aside.')).toBeVisible()
  const file = await saved(page, () => page.getByRole('button', { name: 'Save it as a file' }).click())
  expect(JSON.parse(file.toString())).toEqual([noSession])
  await open(page, 'report')
  await open(page, 'backup')
  await expect(page.getByText('1 entry in this browser could not be read.')).toBeVisible()
})
