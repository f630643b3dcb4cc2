/** The diary while the app runs: read at the start, grown by each event, the same in every tab. */
import { computed, signal } from '@preact/signals'
import type { Diary } from '../../diary/diary.ts'
import type { DiaryEvent } from '../../diary/event.ts'
import { add, type Base, emptyBase, type Log, logOn } from '../../diary/log.ts'
import { merge } from '../../diary/merge.ts'
import { type KeptEvent, understood } from '../../diary/upgrade.ts'
import type { Reconciled } from './storage/keeper.ts'
import { canKeepTwice, isKeptOnce, openStorage, type Storage, type StorageProblem } from './storage/storage.ts'
import { openTabs } from './storage/tabs.ts'

const log = signal<Log>(logOn(emptyBase))
export const diary = computed(() => log.value.diary)
/** How many events there are, struck-out ones too. */
export const entryCount = computed(() => log.value.base.count + log.value.tail.length)

export const isKept = signal(true)
/** Does each event go to two copies? False where the browser has one place only, or one of the two fails. */
export const isKeptTwice = signal(canKeepTwice)
export const problem = signal<StorageProblem | undefined>(undefined)
/** What making the two copies equal brought to light at this start. */
export const reconciled = signal<Reconciled | undefined>(undefined)
/** Events that could not be kept; they are tried again with the next one. */
export const unkept = signal<readonly DiaryEvent[]>([])
/** A newer Unknot in another tab has taken over the diary. */
export const isOutdated = signal(false)
/** Has the browser promised to keep the diary when the device runs out of room? Undefined until it has been asked. */
export const isPersisted = signal<boolean | undefined>(undefined)

let storage: Storage | undefined
/** Once it is done, everything told before is in the database, or is known not to be. */
let lastWrite: Promise<StorageProblem | undefined> | undefined
/** Counts the times the whole diary was read, or emptied. */
let newestRead = 0

const tabs = openTabs(news => {
  // Another tab may run an older or a newer Unknot.
  if (news.kind === 'changed' || !grow(understood(news.events))) void readAgain()
})

/** Reads the diary; screens wait for it. The two copies are made equal behind. */
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

/** Adds events: they count on screen at once, and are written behind. Resolves when they are kept, or are known not to be. */
export async function append(events: readonly DiaryEvent[]): Promise<StorageProblem | undefined> {
  const trying = [...unkept.value, ...events]
  // Written before it is shown, so that what a screen then reads from the database holds it.
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
    // Kept in one copy, it is tried again too: the next worker may write the other.
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

/** Resolves once everything told before is kept in every copy this browser has; with what went wrong, if anything. */
export const written = (): Promise<StorageProblem | undefined> => Promise.resolve(lastWrite)

/** The id of the newest event known here. */
export const newestId = (): string => log.value.tail.at(-1)?.id ?? log.value.base.newest

/** The diary as it would stand with this event more. Nothing is kept, and nothing shown. */
export function diaryWith(event: DiaryEvent): Diary {
  const next = add(log.peek(), [event])
  return next === 'refold' ? log.peek().diary : next.diary
}

export const readAll = async (): Promise<readonly KeptEvent[]> => (await storage?.all()) ?? []
export const readPage = async (before: string | undefined, size: number): Promise<readonly DiaryEvent[]> =>
  understood((await storage?.pageBefore(before, size)) ?? [])
export const readDay = async (day: string): Promise<readonly DiaryEvent[]> =>
  understood((await storage?.ofDay(day)) ?? [])
export const readType = async (type: DiaryEvent['type']): Promise<readonly DiaryEvent[]> =>
  understood((await storage?.ofType(type)) ?? [])

/** Puts back what was deleted last; undefined when nothing was, or the page was loaded since. */
export const putBack = signal<(() => Promise<void>) | undefined>(undefined)

/** Deletes everything; the function it returns puts it back. */
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

/** Adds events of any age, kept as they are: a backup, an import. */
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

/** False where the events reach so far back that all must be folded again. */
function grow(events: readonly DiaryEvent[]): boolean {
  const next = add(log.value, events)
  if (next !== 'refold') log.value = next
  return next !== 'refold'
}

/** Of several that read at once the one that began last counts: it has read what the others have, and more. */
async function readAgain(): Promise<void> {
  const read = ++newestRead
  const base = await storage?.refold()
  if (base !== undefined && read === newestRead) standOn(base)
}

/**
 * What is not kept yet stays on the new base. What was kept while the base was read, and reaches into it, is read again
 * with it; meanwhile all stays as it is shown.
 */
function standOn(base: Base): void {
  const newer = merge(log.value.tail, unkept.value).filter(({ id }) => id > base.newest)
  const next = add(logOn(base), newer)
  if (next !== 'refold') log.value = next
  else if (newer.some(event => !unkept.value.includes(event))) void Promise.resolve(lastWrite).then(readAgain)
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
  if (found.base && newestRead === readBefore) standOn(found.base)
  // Older than what was read meanwhile; or that does not hold what was brought back, nor does the kept fold.
  else if (found.base || found.broughtBack > 0) await readAgain()
  if (!isFoldChecked) performance.mark('diary-fold-checked')
  performance.mark('diary-made-equal')
}

/** A tab that slept may have missed what others told. */
async function catchUp(): Promise<void> {
  if (document.visibilityState === 'hidden' || storage === undefined) return
  if ((await storage.count()) !== entryCount.value && unkept.value.length === 0) await readAgain()
}

const marker = 'unknot-has-diary'

/** Was something ever kept here? Then an empty database has lost it. */
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
    // Nothing was marked.
  }
}

/** Asked once there is something to keep, so that nobody meets the browser's question on arrival. */
function askToPersist(): void {
  try {
    localStorage.setItem(marker, 'yes')
  } catch {
    // Without this mark an emptied database is still filled again, a moment later.
  }
  if (isPersisted.value === true) return
  void navigator.storage?.persist?.().then(is => {
    isPersisted.value = is
  })
}
