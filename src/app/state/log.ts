/** The diary while the app runs: read at the start, extended by each event, the same in every tab. */
import { computed, signal } from '@preact/signals'
import type { Diary } from '../../diary/diary.ts'
import type { DiaryEvent } from '../../diary/event.ts'
import { add, type Base, emptyBase, type Log, logOn } from '../../diary/log.ts'
import { merge } from '../../diary/merge.ts'
import { type KeptEvent, understood } from '../../diary/upgrade.ts'
import type { Holdings } from '../../medicines/answer.ts'
import { withHeld } from '../../plan/held-medicines.ts'
import type { Reconciled } from './storage/keeper.ts'
import { canKeepTwice, isKeptOnce, openStorage, type Storage, type StorageProblem } from './storage/storage.ts'
import { openTabs } from './storage/tabs.ts'

const log = signal<Log>(logOn(emptyBase))
/** What names kept without an ingredient hold; filled by the screens that need it. */
export const holdings = signal<Holdings>(new Map())
export const diary = computed(() => withHeld(log.value.diary, holdings.value))
/** The number of events, including struck-out ones. */
export const entryCount = computed(() => log.value.base.count + log.value.tail.length)

export const isKept = signal(true)
/** Is each event stored in two copies? False if the browser has only one place, or one of the two fails. */
export const isKeptTwice = signal(canKeepTwice)
export const problem = signal<StorageProblem | undefined>(undefined)
/** What the comparison of the two copies found at this start. */
export const reconciled = signal<Reconciled | undefined>(undefined)
/** Events that could not be stored; they are tried again with the next one. */
export const unkept = signal<readonly DiaryEvent[]>([])
/** A newer version of Unknot in another tab has taken over the diary. */
export const isOutdated = signal(false)
/** Has the browser promised to keep the diary if the device runs out of room? Undefined until it has answered. */
export const isPersisted = signal<boolean | undefined>(undefined)

let storage: Storage | undefined
/** When it resolves, every earlier event is in the database, or is known not to be. */
let lastWrite: Promise<StorageProblem | undefined> | undefined
/** Counts how often the whole diary was read or deleted. */
let newestRead = 0

const tabs = openTabs(news => {
  // Another tab may run an older or a newer version.
  if (news.kind === 'changed') void readAgain({ isTailStale: true })
  else if (!grow(understood(news.events))) void readAgain()
})

/** Reads the diary; screens wait for it. The two copies are compared in the background. */
export async function startLog(): Promise<void> {
  const opened = await openStorage(() => {
    isOutdated.value = true
  })
  storage = opened.storage
  isKept.value = storage.isKept
  problem.value = opened.problem
  const start = logOn(opened.base)
  const whole = add(start, understood(opened.tail))
  log.value = whole === 'refold' ? logOn(await storage.refold()) : whole
  void navigator.storage?.persisted?.().then(is => {
    isPersisted.value = is
  })
  const wasEmptied = entryCount.value === 0 && hadDiary()
  if (wasEmptied) await makeEqual()
  else setTimeout(makeEqual, 300)
  document.addEventListener('visibilitychange', () => void catchUp())
}

/** Is told of every event that this tab has kept, however it came; not of those that came by sync. */
let onKept: ((events: readonly KeptEvent[]) => void) | undefined

/** One listener, which sync is. */
export function whenKept(listener: typeof onKept): void {
  onKept = listener
}

/**
 * Adds events: they are shown at once and written in the background. Resolves when they are stored, or are known not to
 * be.
 */
export async function append(events: readonly DiaryEvent[]): Promise<StorageProblem | undefined> {
  const trying = [...unkept.value, ...events]
  // Written before it is shown, so that the database has it when a screen reads it.
  const writing = storage?.append(trying)
  lastWrite = writing
  const isGrown = grow(events)
  const went = writing === undefined ? 'failed' : await writing
  if (went === undefined) {
    if (unkept.value.length > 0) unkept.value = unkept.value.filter(event => !trying.includes(event))
    if (problem.value !== 'newer-database' && problem.value !== 'no-database') problem.value = undefined
    isKeptTwice.value = canKeepTwice && problem.value === undefined
    tabs.tell({ kind: 'kept', events: trying })
    onKept?.(trying)
    askToPersist()
  } else {
    // An event with only one copy is tried again too, because the next worker may write the other.
    unkept.value = merge(unkept.value, events)
    problem.value = went
    if (isKeptOnce(went)) {
      isKeptTwice.value = false
      tabs.tell({ kind: 'kept', events })
    }
  }
  if (!isGrown) await readAgain()
  return went
}

/** Resolves when every earlier event is stored in every copy of this browser; with the problem, if there was one. */
export const written = (): Promise<StorageProblem | undefined> => Promise.resolve(lastWrite)

/** The id of the newest event in this tab. */
export const newestId = (): string => log.value.tail.at(-1)?.id ?? log.value.base.newest

/** The diary with this event added. Nothing is stored or shown. */
export function diaryWith(event: DiaryEvent): Diary {
  const next = add(log.peek(), [event])
  return withHeld(next === 'refold' ? log.peek().diary : next.diary, holdings.peek())
}

export const readAll = async (): Promise<readonly KeptEvent[]> => (await storage?.all()) ?? []
export const readPage = async (before: string | undefined, size: number): Promise<readonly DiaryEvent[]> =>
  understood((await storage?.pageBefore(before, size)) ?? [])
export const readDay = async (day: string): Promise<readonly DiaryEvent[]> =>
  understood((await storage?.ofDay(day)) ?? [])
export const readType = async (type: DiaryEvent['type']): Promise<readonly DiaryEvent[]> =>
  understood((await storage?.ofType(type)) ?? [])

/** Restores what was deleted last; undefined if nothing was, or the page was loaded since. */
export const putBack = signal<(() => Promise<void>) | undefined>(undefined)

/** Deletes everything; the function it returns restores it. */
export async function deleteAll(): Promise<() => Promise<void>> {
  const before = await readAll()
  await storage?.clear()
  newestRead++
  unkept.value = []
  log.value = logOn(emptyBase)
  forget()
  tabs.tell({ kind: 'changed' })
  putBack.value = async () => {
    putBack.value = undefined
    await addKept(before)
  }
  return putBack.value
}

/** Adds events of any age, stored unchanged: a backup, an import. */
export async function addKept(events: readonly KeptEvent[]): Promise<StorageProblem | undefined> {
  const went = await storage?.append(events)
  if (went !== undefined) problem.value = went
  await readAgain()
  tabs.tell({ kind: 'changed' })
  if (went === undefined) onKept?.(events)
  return went
}

/** Adds events of another device. Few new ones are on screen at once; the rest is read again. */
export async function receive(events: readonly KeptEvent[]): Promise<StorageProblem | undefined> {
  const went = await storage?.append(events)
  if (went !== undefined) problem.value = went
  const known = understood(events)
  if (known.length < events.length || !grow(known)) await readAgain()
  tabs.tell({ kind: 'changed' })
  return went
}

/** How many events are kept, of newer versions too. */
export const countKept = async (): Promise<number> => (await storage?.count()) ?? 0

/** False if the events reach into the base, so that everything must be folded again. */
function grow(events: readonly DiaryEvent[]): boolean {
  const next = add(log.value, events)
  if (next !== 'refold') log.value = next
  return next !== 'refold'
}

/**
 * Reads and folds the whole diary. Of several readings at once, only the one that began last is used. `isTailStale`:
 * another tab may have deleted events, so an event of the tail counts only if it is still in the database.
 */
async function readAgain({ isTailStale = false } = {}): Promise<void> {
  const read = ++newestRead
  const stale = new Set(isTailStale ? log.value.tail : [])
  const base = await storage?.refold()
  if (base !== undefined && read === newestRead) replaceBase(base, stale)
}

/**
 * Puts the events that are newer than the new base on it, but for `stale` ones. If an event was kept during the reading
 * and reaches into the base, the diary is read again; until then the screen keeps the old one.
 */
function replaceBase(base: Base, stale: ReadonlySet<DiaryEvent> = new Set()): void {
  const tail = log.value.tail.filter(event => !stale.has(event))
  const newer = merge(tail, unkept.value).filter(({ id }) => id > base.newest)
  const next = add(logOn(base), newer)
  if (next !== 'refold') log.value = next
  else if (newer.some(event => !unkept.value.includes(event)))
    void Promise.resolve(lastWrite).then(() => readAgain({ isTailStale: stale.size > 0 }))
  else log.value = logOn(base)
}

async function makeEqual(): Promise<void> {
  performance.mark('diary-check-began')
  const readBefore = newestRead
  const isFoldChecked = (await storage?.checkFold()) ?? false
  if (isFoldChecked) performance.mark('diary-fold-checked')
  const found = await storage?.reconcile(isFoldChecked)
  if (found?.hasFile !== true) isKeptTwice.value = false
  if (found === undefined) return
  reconciled.value = found
  if (found.base && newestRead === readBefore) replaceBase(found.base)
  // The diary was read meanwhile; or events were brought back that the cached fold does not contain.
  else if (found.base || found.broughtBack > 0) await readAgain()
  if (!isFoldChecked) performance.mark('diary-fold-checked')
  performance.mark('diary-made-equal')
}

/** A tab that slept may have missed messages of other tabs. */
async function catchUp(): Promise<void> {
  if (document.visibilityState === 'hidden' || storage === undefined) return
  const isMissed = (await storage.count()) !== entryCount.value
  if (isMissed && unkept.value.length === 0) await readAgain({ isTailStale: true })
}

const marker = 'unknot-has-diary'

/** Was there ever an event? Then an empty database has lost the diary. */
function hadDiary(): boolean {
  try {
    return localStorage.getItem(marker) !== null
  } catch {
    return false
  }
}

function forget(): void {
  try {
    localStorage.removeItem(marker)
  } catch {
    // There was no mark.
  }
}

/** Asks the browser to keep the diary; not before the first event, so that nobody sees the question on arrival. */
function askToPersist(): void {
  try {
    localStorage.setItem(marker, 'yes')
  } catch {
    // Without this mark an emptied database is still restored, a moment later.
  }
  if (isPersisted.value === true) return
  void navigator.storage?.persist?.().then(is => {
    isPersisted.value = is
  })
}
