/** Fills a browser's diary before the app opens it, like events from another device. */
import type { Page } from '@playwright/test'
import type { DiaryEvent } from '../../src/diary/event.ts'

/** The page must be at the app's origin, on a file that is not the app. */
export async function seedDiary(page: Page, events: readonly DiaryEvent[]): Promise<void> {
  await page.evaluate(async told => {
    const opening = indexedDB.open('unknot', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('events', { keyPath: 'id' })
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const transaction = database.transaction('events', 'readwrite')
    for (const event of told) transaction.objectStore('events').put(event)
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = reject
    })
    database.close()
  }, events)
}
