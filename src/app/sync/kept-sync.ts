/** What sync keeps in this browser: the secret, and what the server had confirmed. In a database of its own. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptEvent } from '../../diary/upgrade.ts'
import type { Loss, Memory } from '../../sync/memory.ts'

/** What the person has to be told; `damaged`: something that the server sent did not open, or was left out. */
export type Notice = Loss | 'damaged'

export interface KeptSync {
  readonly secret: Uint8Array
  readonly memory: Memory
  /** Not read yet. */
  readonly notices: readonly Notice[]
  /** The records of those who read along, with which a server that was wiped is filled again. */
  readonly shares?: readonly KeptEvent[]
}

interface Shape extends DBSchema {
  sync: { key: string; value: KeptSync }
}

let opening: Promise<IDBPDatabase<Shape>> | undefined

function database(): Promise<IDBPDatabase<Shape>> {
  opening ??= openDB<Shape>('unknot-sync', 1, { upgrade: made => void made.createObjectStore('sync') })
  return opening
}

const key = 'own'

export const readSync = async (): Promise<KeptSync | undefined> => (await database()).get('sync', key)

export async function keepSync(kept: KeptSync): Promise<void> {
  await (await database()).put('sync', kept, key)
}

export async function dropSync(): Promise<void> {
  await (await database()).delete('sync', key)
}
