/** The diary in IndexedDB: the events by id, with indexes by type and by day, and the cached fold. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { foldVersion } from '../../../diary/diary.ts'
import { isBase } from '../../../diary/kept-base.ts'
import type { Base } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'

interface Shape extends DBSchema {
  events: { key: string; value: KeptEvent; indexes: { type: string; at: string } }
  /** The fold, so that a long diary opens at once. */
  folds: { key: string; value: { readonly foldVersion: number; readonly base: Base } }
  rolling: { key: string; value: Rolling }
  /** Records that are no valid events, kept for a person who can read them. */
  aside: { key: number; value: unknown }
}

export type Database = IDBPDatabase<Shape>
const version = 2
/** Events read in one request, which takes some milliseconds. */
const partSize = 2000

/**
 * `onOld`: a newer version in another tab asks this one to close the database.
 *
 * Just after a crash the browser may still hold the files of the database and report "unknown error". That passes, so
 * it is tried twice more.
 */
export async function openDatabase(onOld: () => void): Promise<Database> {
  for (const pause of [100, 400]) {
    try {
      return await openOnce(onOld)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'UnknownError')) throw error
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
  return openOnce(onOld)
}

const openOnce = (onOld: () => void): Promise<Database> =>
  openDB<Shape>('unknot', version, {
    upgrade: (database, from, _to, transaction) => {
      if (from < 1) database.createObjectStore('events', { keyPath: 'id' })
      const events = transaction.objectStore('events')
      if (from < 2) {
        events.createIndex('type', 'type')
        events.createIndex('at', 'at')
        database.createObjectStore('folds')
        database.createObjectStore('rolling')
        database.createObjectStore('aside', { autoIncrement: true })
      }
    },
    blocking: onOld,
  })

/** Keeps all of them or none. */
export async function keep(database: Database, events: readonly KeptEvent[]): Promise<void> {
  const transaction = database.transaction('events', 'readwrite', { durability: 'strict' })
  const writes: Promise<unknown>[] = [transaction.done]
  try {
    for (const event of events) writes.push(transaction.store.put(event))
    transaction.commit()
  } catch (error) {
    // A record that cannot be stored throws at once, and the records before it would be committed.
    transaction.abort()
    await Promise.allSettled(writes)
    throw error
  }
  await Promise.all(writes)
}

/** The kept fold, if it was made by this version of the fold and has its shape. */
export async function keptBase(database: Database): Promise<Base | undefined> {
  const kept = await database.get('folds', 'base')
  return kept?.foldVersion === foldVersion && isBase(kept.base) ? kept.base : undefined
}

export const keepBase = (database: Database, base: Base): Promise<string> =>
  database.put('folds', { foldVersion, base }, 'base')

export const after = (database: Database, id: string): Promise<KeptEvent[]> =>
  database.getAll('events', IDBKeyRange.lowerBound(id, true))

/** Every event, read in parts, so that an event being written meanwhile does not wait for the whole. */
export async function readInParts(database: Database): Promise<readonly KeptEvent[]> {
  const all: KeptEvent[] = []
  for (;;) {
    const last = all.at(-1)?.id
    const part = await database.getAll(
      'events',
      last === undefined ? null : IDBKeyRange.lowerBound(last, true),
      partSize,
    )
    for (const event of part) all.push(event)
    if (part.length < partSize) return all
  }
}

/** The newest events before one, or the newest of all, in order. */
export async function pageBefore(database: Database, id: string | undefined, size: number): Promise<KeptEvent[]> {
  const until = id === undefined ? null : IDBKeyRange.upperBound(id, true)
  const { store } = database.transaction('events')
  const newest = await store.openKeyCursor(until, 'prev')
  if (newest === null) return []
  const to = newest.key
  const first = await newest.advance(size - 1)
  return store.getAll(first === null ? IDBKeyRange.upperBound(to) : IDBKeyRange.bound(first.key, to))
}

/** The events of a day, in the local time of each. */
export const ofDay = (database: Database, day: string): Promise<KeptEvent[]> =>
  database.getAllFromIndex('events', 'at', IDBKeyRange.bound(`${day}T`, `${day}U`))

export const ofType = (database: Database, type: string): Promise<KeptEvent[]> =>
  database.getAllFromIndex('events', 'type', type)

/** The file for automatic backups, and the passphrase that encrypts them. */
export interface Rolling {
  readonly handle: FileSystemFileHandle
  readonly passphrase: string
}

export async function keptRolling(): Promise<Rolling | undefined> {
  const database = await openDatabase(() => database.close())
  const kept = await database.get('rolling', 'file')
  database.close()
  return kept
}

export async function keepRolling(rolling: Rolling): Promise<void> {
  const database = await openDatabase(() => database.close())
  await database.put('rolling', rolling, 'file')
  database.close()
}

export async function clearDatabase(database: Database): Promise<void> {
  const transaction = database.transaction(['events', 'folds', 'aside', 'rolling'], 'readwrite', {
    durability: 'strict',
  })
  await Promise.all([
    transaction.objectStore('events').clear(),
    transaction.objectStore('folds').clear(),
    transaction.objectStore('aside').clear(),
    transaction.objectStore('rolling').clear(),
    transaction.done,
  ])
}

/** Keeps the text of lines of the second copy that cannot be read. */
export async function setLinesAside(database: Database, lines: readonly string[]): Promise<void> {
  const transaction = database.transaction('aside', 'readwrite')
  for (const line of lines) await transaction.store.add(line)
  await transaction.done
}

/** Everything that was put aside and not deleted since, in that order. */
export async function keptAside(): Promise<readonly unknown[]> {
  const database = await openDatabase(() => database.close())
  const aside = await database.getAll('aside')
  database.close()
  return aside
}

/** Moves records that are no events out of the way. */
export async function setAside(database: Database, records: readonly unknown[]): Promise<void> {
  const transaction = database.transaction(['events', 'aside'], 'readwrite')
  for (const record of records) {
    await transaction.objectStore('aside').add(record)
    await transaction.objectStore('events').delete((record as KeptEvent).id)
  }
  await transaction.done
}
