/** When the last backup was made, and when the next is due. */

import { computed, signal } from '@preact/signals'
import { dayLong } from '../../time.ts'
import { isNumber, readKept, readText } from './local-storage.ts'
import { entryCount } from './log.ts'
import { openedAt } from './store.ts'

const key = 'unknot-backup'
const mostDays = 30
const fewEntries = 20

const words = {
  never: 'This diary has no backup yet. If this device is lost, it is lost too.',
  old: (days: number) => `The last backup is ${days} days old.`,
}

export interface BackupTime {
  readonly at: number
  /** How many entries the diary had. */
  readonly count: number
}

export const lastBackup = signal<BackupTime | undefined>(read())

/** Undefined while there is little to lose. */
export const backupReminder = computed<string | undefined>(() => {
  const last = lastBackup.value
  if (entryCount.value - (last?.count ?? 0) < fewEntries) return undefined
  if (last === undefined) return words.never
  const days = Math.floor((openedAt.value - last.at) / dayLong)
  return days >= mostDays ? words.old(days) : undefined
})

const rollingKey = 'unknot-rolling-backup'
/** Was a file chosen for automatic backups? */
export const isRolling = signal(readText(rollingKey) !== null)

/** Is the next automatic backup due? After enough new entries, or after any new entry once a day has passed. */
export const isRollingDue = computed(() => {
  const last = lastBackup.value
  const fresh = entryCount.value - (last?.count ?? 0)
  return isRolling.value && fresh > 0 && (fresh >= fewEntries || openedAt.value - (last?.at ?? 0) >= dayLong)
})

export function setRolling(is: boolean): void {
  isRolling.value = is
  try {
    if (is) localStorage.setItem(rollingKey, 'yes')
    else localStorage.removeItem(rollingKey)
  } catch {
    // The person has to choose the file again.
  }
}

export function backedUp(): void {
  lastBackup.value = { at: Date.now(), count: entryCount.value }
  try {
    localStorage.setItem(key, JSON.stringify(lastBackup.value))
  } catch {
    // The person is reminded again: too often is better than never.
  }
}

function read(): BackupTime | undefined {
  const { at, count } = readKept<BackupTime>(key, { at: isNumber, count: isNumber })
  return at === undefined || count === undefined ? undefined : { at, count }
}
