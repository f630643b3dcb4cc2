/** The page of the drill: the app's own storage, with functions to write, to read each copy, and to destroy one. */

import { openBackup } from '../../src/app/backup/open-backup.ts'
import { seal } from '../../src/app/backup/seal.ts'
import { addKept, append, readAll, reconciled, startLog } from '../../src/app/state/log.ts'
import { readLines } from '../../src/app/state/storage/lines.ts'
import { toJson } from '../../src/diary/json.ts'
import { uuidV7 } from '../../src/ids.ts'
import { localIso } from '../../src/time.ts'

const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id)

const drill = {
  /** The contents of each copy, before the app has touched either. */
  copies: async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('unknot')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const isEmpty = !database.objectStoreNames.contains('events')
    const inDatabase = isEmpty
      ? []
      : await new Promise<IDBValidKey[]>((resolve, reject) => {
          const keys = database.transaction('events').objectStore('events').getAllKeys()
          keys.onsuccess = () => resolve(keys.result)
          keys.onerror = () => reject(keys.error)
        })
    database.close()
    if (isEmpty) await drill.deleteDatabase()
    const folder = await navigator.storage.getDirectory()
    const file = await folder.getFileHandle('diary.log').catch(() => undefined)
    const read = file ? readLines(new Uint8Array(await (await file.getFile()).arrayBuffer())) : undefined
    return { inDatabase: inDatabase.map(String), inFile: idsOf(read?.lines ?? []), isTorn: read?.isTorn ?? false }
  },
  start: async () => {
    await startLog()
    while (reconciled.value === undefined) await new Promise(resolve => setTimeout(resolve, 10))
    const { broughtBack, copied, isTorn, damaged } = reconciled.value
    return { broughtBack, copied, isTorn, damaged }
  },
  ids: async () => idsOf(await readAll()),
  export: async () => toJson(await readAll()),
  /** Writes until it is killed, and reports each id once it is stored. */
  write: async (atOnce: number) => {
    const writer = async () => {
      for (;;) {
        const id = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
        const at = localIso(new Date())
        const went = await append([{ id, v: 2, at, type: 'drank', drink: 'water', ml: 250 }])
        console.log(went === undefined ? `kept ${id}` : `failed ${went}`)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, writer))
  },
  backup: async (passphrase: string) => Array.from(await seal(await readAll(), passphrase)),
  restore: async (file: readonly number[], passphrase: string) => {
    const opened = await openBackup(Uint8Array.from(file), passphrase)
    if (opened.kind === 'diary') await addKept(opened.events)
    return opened.kind
  },
  deleteDatabase: () =>
    new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('unknot')
      deleting.onsuccess = () => resolve()
      deleting.onerror = () => reject(deleting.error)
      deleting.onblocked = () => reject(new Error('the database is in use'))
    }),
  deleteFile: async () => (await navigator.storage.getDirectory()).removeEntry('diary.log'),
}

export type Drill = typeof drill
Object.assign(globalThis, { drill })
