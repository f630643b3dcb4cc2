/** Access to the two copies of the diary for tests. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { onScreen } from './steps.ts'

export const open = async (page: Page, place: string) => {
  await page.goto(`/${place}`)
  await onScreen(page, place)
}
export const count = async (page: Page, cramps: number) => {
  await open(page, 'add')
  await page.getByRole('button', { name: String(cramps), exact: true }).click()
  await onScreen(page, 'diary')
}
export const lately = (page: Page, text: string) => expect(page.getByRole('heading', { name: text })).toBeVisible()

/** The ids in each copy; the app may be open. */
export const copies = (page: Page) =>
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

export const linesInFile = (page: Page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const text = await (await (await folder.getFileHandle('diary.log')).getFile()).text()
    return text.split('\n').filter(line => line !== '').length
  })

/** Leaves the app for a file of the same origin, so that its copies can be changed. */
export const leaveApp = (page: Page) => page.goto('/icon.svg')

export const deleteDatabase = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('unknot')
        deleting.onsuccess = () => resolve()
        deleting.onerror = deleting.onblocked = () => reject(new Error('the database was not deleted'))
      }),
  )
export const deleteFile = (page: Page) =>
  page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('diary.log'))

export async function saved(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const waiting = page.waitForEvent('download')
  await act()
  return readFileSync(await (await waiting).path())
}
