/** The diary on this device: an append-only store of events in IndexedDB. */
import { type IDBPDatabase, openDB } from 'idb'
import type { DiaryEvent } from '../diary/event.ts'

export interface Storage {
  readonly events: () => Promise<readonly DiaryEvent[]>
  /** Keeps all of them or none. */
  readonly append: (...events: readonly DiaryEvent[]) => Promise<void>
  readonly clear: () => Promise<void>
  /** False where the browser has no store: then events last as long as the page. */
  readonly isKept: boolean
}

const name = 'unknot'
const table = 'events'

/** Opens the store and asks the browser to keep it. Never throws: without a store the diary lives in memory. */
export async function openStorage(): Promise<Storage> {
  try {
    const database = await openDB(name, 1, {
      upgrade: opened => void opened.createObjectStore(table, { keyPath: 'id' }),
    })
    void navigator.storage?.persist?.()
    return inDatabase(database)
  } catch {
    return inMemory()
  }
}

function inDatabase(database: IDBPDatabase): Storage {
  return {
    isKept: true,
    events: () => database.getAll(table) as Promise<DiaryEvent[]>,
    append: async (...events) => {
      const { store, done } = database.transaction(table, 'readwrite')
      await Promise.all([...events.map(event => store.add(event)), done])
    },
    clear: () => database.clear(table),
  }
}

function inMemory(): Storage {
  let kept: readonly DiaryEvent[] = []
  return {
    isKept: false,
    events: async () => kept,
    append: async (...events) => {
      kept = [...kept, ...events]
    },
    clear: async () => {
      kept = []
    },
  }
}
