/**
 * The diary on this device, kept twice: in IndexedDB, and in a file that only grows. An event counts as kept when both
 * have it on the disk; either alone restores all. Nothing here throws: what went wrong is named, each with a way on.
 */
import { type Base, baseOf, emptyBase } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'
import { askKeeper } from './ask-keeper.ts'
import * as table from './database.ts'
import { logFileName, type Reconciled } from './keeper.ts'

/**
 * `newer-database`: written by a newer Unknot. `no-database`: the browser has none, or refuses it here. `full`: no room.
 * `failed`: any other reason. `full-for-one`, `one-copy`: the same of one of the two copies; the other has it.
 */
export type StorageProblem = 'newer-database' | 'no-database' | 'full' | 'failed' | 'full-for-one' | 'one-copy'

/** Is an event kept in spite of it? */
export const isKeptOnce = (problem: StorageProblem | undefined): boolean =>
  problem === 'full-for-one' || problem === 'one-copy'

/** False where the browser has no file system of its own: the database is then the only copy there can be. */
export const canKeepTwice = typeof navigator.storage?.getDirectory === 'function'

export interface Opened {
  readonly storage: Storage
  readonly base: Base
  /** The events newer than the base. */
  readonly tail: readonly KeptEvent[]
  readonly problem: StorageProblem | undefined
}

export interface Storage {
  /** False where events last only as long as the page. */
  readonly isKept: boolean
  /** Keeps all of them or none; resolves with what went wrong, if anything. */
  readonly append: (events: readonly KeptEvent[]) => Promise<StorageProblem | undefined>
  /** Is the kept fold right? False where only the reconciling can tell. */
  readonly checkFold: () => Promise<boolean>
  /** Makes the two copies equal, mends what is damaged, and checks the kept fold where that is not done. */
  readonly reconcile: (isFoldChecked: boolean) => Promise<Reconciled | undefined>
  readonly refold: () => Promise<Base>
  readonly count: () => Promise<number>
  readonly all: () => Promise<readonly KeptEvent[]>
  readonly pageBefore: (id: string | undefined, size: number) => Promise<readonly KeptEvent[]>
  readonly ofDay: (day: string) => Promise<readonly KeptEvent[]>
  readonly ofType: (type: string) => Promise<readonly KeptEvent[]>
  /** Deletes both copies; rejects where one of them is still there. */
  readonly clear: () => Promise<void>
}

const keeper = askKeeper(() => new Worker(new URL('./keeper.worker.ts', import.meta.url), { type: 'module' }))

/** Call it when there is time: the first event then waits for no worker to start. */
export const { makeReady } = keeper

/** Opens what there is. `onOld`: a newer Unknot in another tab needs this one to load again. */
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

/** The kept fold and what is newer, if together they are all there is; else everything is folded. */
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

/** In the page where the worker cannot: slower, and done. */
const refold = (database: table.Database): Promise<Base> =>
  keeper.refold().catch(async () => baseOf(await table.readInParts(database)))

async function removeFile(): Promise<void> {
  if (!canKeepTwice) return
  const folder = await navigator.storage.getDirectory()
  await folder.removeEntry(logFileName).catch((reason: unknown) => {
    if (nameOf(reason) !== 'NotFoundError') throw reason
  })
}

/** Without a database: the page's memory, written to the file where there is one. */
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
