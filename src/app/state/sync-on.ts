/** Is sync on in this browser? A mark alone, so that the first load needs nothing of sync to know. */
import { signal } from '@preact/signals'
import { readText } from './local-storage.ts'

const key = 'unknot-sync'

export const isSyncOn = signal(readText(key) !== null)

export function markSync(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(key, 'on')
    else localStorage.removeItem(key)
  } catch {
    // It is on until the page is closed.
  }
  isSyncOn.value = isOn
}
