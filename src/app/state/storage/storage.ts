/**
 * The diary on this device, stored twice: in IndexedDB, and in an append-only file. An event counts as stored when both
 * have it on the disk; either copy alone restores the diary. Nothing here throws: a problem is returned by its name.
 */
import { type Base, baseOf, emptyBase } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'
import { askKeeper } from './ask-keeper.ts'
import * as table from './database.ts'
import { logFileName, type Reconciled } from './keeper.ts'

/**
 * `newer-database`: written by a newer version. `no-database`: the browser has none, or refuses it here. `full`: no
 * room. `failed`: any other reason. `full-for-one`, `one-copy`: the same for one of the two copies; the other has the
 * events.
 */
export type StorageProblem = 'newer-database' | 'no-database' | 'full' | 'failed' | 'full-for-one' | 'one-copy'

/** Is an event stored in spite of the problem? */
export const isKeptOnce = (problem: StorageProblem | undefined): boolean =>
  problem === 'full-for-one' || problem === 'one-copy'

/** False if the browser has no file system of its own: the database is then the only copy. */
export const canKeepTwice = typeof navigator.storage?.getDirectory === 'function'

export interface Opened {
  readonly storage: Storage
  readonly base: Base
  /** The events that are newer than the base. */
  readonly tail: readonly KeptEvent[]
  readonly problem: StorageProblem | undefined
}

export interface Storage {
  /** False if events last only as long as the page. */
  readonly isKept: boolean
  /** Stores all of them or none; resolves with the problem, if there was one. */
  readonly append: (events: readonly KeptEvent[]) => Promise<StorageProblem | undefined>
  /** Is the cached fold right? False if only the comparison of the copies can tell. */
  readonly checkFold: () => Promise<boolean>
  /** Makes the two copies equal, repairs damage, and checks the cached fold if that was not done. */
  readonly reconcile: (isFoldChecked: boolean) => Promise<Reconciled | undefined>
  readonly refold: () => Promise<Base>
  readonly count: () => Promise<number>
  readonly all: () => Promise<readonly KeptEvent[]>
  readonly pageBefore: (id: string | undefined, size: number) => Promise<readonly KeptEvent[]>
  readonly ofDay: (day: string) => Promise<readonly KeptEvent[]>
  readonly ofType: (type: string) => Promise<readonly KeptEvent[]>
  /** Deletes both copies; rejects if one of them still exists. */
  readonly clear: () => Promise<void>
}

const keeper = askKeeper(() => new Worker(new URL('./keeper.worker.ts', import.meta.url), { type: 'module' }))

/** Starts the worker in advance, so that the first event does not wait for it. */
export const { makeReady } = keeper

/** Opens the storage that there is. `onOld`: a newer version in another tab needs this page to reload. */
export async function openStorage(onOld: () => void): Promise<Opened> {
  try {
    const database = await table.openDatabase(() => {
      database.close()
      onOld()
    })
    const storage = inDatabase(database)
    return { storage, ...(await readStart(database)), problem: undefined }
  } catch (error) {
    const problem = nameOf(error) === 'VersionError' ? 'newer-database' : 'no-database'
    const inFile = await keeper.fileAlone().catch(() => undefined)
    const storage = inMemory(inFile ?? [], inFile ? keeper.append : undefined)
    return { storage, base: emptyBase, tail: inFile ?? [], problem }
  }
}

/** The cached fold and newer events if together they are complete; otherwise all events are folded. */
async function readStart(database: table.Database): Promise<Pick<Opened, 'base' | 'tail'>> {
  const [kept, count] = await Promise.all([table.keptBase(database), database.count('events')])
  if (count === 0) return { base: emptyBase, tail: [] }
  if (kept) {
    const tail = await table.after(database, kept.newest)
    if (kept.count + tail.length === count) return { base: kept, tail }
  }
  if (count <= 500) return { base: emptyBase, tail: await database.getAll('events') }
  return { base: await refold(database), tail: [] }
}

function inDatabase(database: table.Database): Storage {
  return {
    isKept: true,
    append: async events => {
      const kept = await Promise.allSettled([table.keep(database, events), keeper.append(events)])
      const reasons = kept.flatMap(each => (each.status === 'rejected' ? [nameOf(each.reason)] : []))
      const isFull = reasons.includes('QuotaExceededError')
      if (reasons.length === 2) return isFull ? 'full' : 'failed'
      const isOnlyFile = kept[1].status === 'rejected'
      if (reasons.length === 0 || (isOnlyFile && !canKeepTwice)) return undefined
      return isFull ? 'full-for-one' : 'one-copy'
    },
    checkFold: () => keeper.checkFold().catch(() => false),
    reconcile: isFoldChecked => keeper.reconcile(isFoldChecked).catch(() => undefined),
    refold: () => refold(database),
    count: () => database.count('events'),
    all: () => database.getAll('events'),
    pageBefore: (id, size) => table.pageBefore(database, id, size),
    ofDay: day => table.ofDay(database, day),
    ofType: type => table.ofType(database, type),
    clear: () =>
      keeper.clear().catch(async () => {
        await table.clearDatabase(database)
        await removeFile()
      }),
  }
}

/** In the page if the worker cannot: slower, but done. */
const refold = (database: table.Database): Promise<Base> =>
  keeper.refold().catch(async () => baseOf(await table.readInParts(database)))

async function removeFile(): Promise<void> {
  if (!canKeepTwice) return
  const folder = await navigator.storage.getDirectory()
  await folder.removeEntry(logFileName).catch((reason: unknown) => {
    if (nameOf(reason) !== 'NotFoundError') throw reason
  })
}

/** Without a database: the memory of the page, written to the file if there is one. */
function inMemory(before: readonly KeptEvent[], write: ((events: readonly KeptEvent[]) => Promise<void>) | undefined) {
  let kept = [...before]
  const storage: Storage = {
    isKept: write !== undefined,
    append: async events => {
      kept = [...kept, ...events]
      return write?.(events).then(
        () => undefined,
        (reason: unknown) => (nameOf(reason) === 'QuotaExceededError' ? 'full' : 'failed'),
      )
    },
    checkFold: async () => false,
    reconcile: async () => undefined,
    refold: async () => baseOf(kept),
    count: async () => kept.length,
    all: async () => kept,
    pageBefore: async (id, size) => kept.filter(event => id === undefined || event.id < id).slice(-size),
    ofDay: async day => kept.filter(({ at }) => at.startsWith(day)),
    ofType: async type => kept.filter(event => event.type === type),
    clear: async () => {
      kept = []
      if (write) await keeper.clear()
    },
  }
  return storage
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '')
