/**
 * Backups by themselves, to a file the person chose, where the browser can write one (the File System Access API). The
 * passphrase is kept beside the diary, which stands there unlocked: it opens nothing that is not open already.
 */

import { backedUp, setRolling } from '../state/backup-due.ts'
import { readAll } from '../state/log.ts'
import { keepRolling, keptRolling, type Rolling } from '../state/storage/database.ts'
import { seal } from './seal.ts'

/** Not in TypeScript's library: only some browsers have them. */
interface Picker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string
    readonly types: readonly {
      readonly description: string
      readonly accept: Readonly<Record<string, readonly string[]>>
    }[]
  }) => Promise<FileSystemFileHandle>
}
interface WithPermission {
  readonly queryPermission?: (how: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (how: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

export const canRoll = (): boolean => (window as Picker).showSaveFilePicker !== undefined

/** Asks for the file, writes the first backup, and goes on by itself. False when the person chose none. */
export async function chooseRolling(suggestedName: string, passphrase: string): Promise<boolean> {
  const types = [{ description: 'age', accept: { 'application/octet-stream': ['.age'] } }]
  const handle = await (window as Picker).showSaveFilePicker?.({ suggestedName, types }).catch(() => undefined)
  if (handle === undefined) return false
  await write({ handle, passphrase })
  await keepRolling({ handle, passphrase })
  setRolling(true)
  return true
}

export type Rolled = 'done' | 'needs-permission' | 'not-chosen' | 'failed'

/** `mayAsk`: the person has just tapped, so the browser may ask them for leave to write. */
export async function roll(mayAsk: boolean): Promise<Rolled> {
  const rolling = await keptRolling()
  if (rolling === undefined) return 'not-chosen'
  const leave = rolling.handle as WithPermission
  const how = { mode: 'readwrite' } as const
  const state = (await leave.queryPermission?.(how)) ?? 'granted'
  const isGranted = state === 'granted' || (mayAsk && (await leave.requestPermission?.(how)) === 'granted')
  if (!isGranted) return 'needs-permission'
  return write(rolling).then(
    () => 'done',
    () => 'failed',
  )
}

async function write({ handle, passphrase }: Rolling): Promise<void> {
  const sealed = await seal(await readAll(), passphrase)
  // The browser swaps the file in when it is closed: a crash leaves the backup of before.
  const file = await handle.createWritable()
  await file.write(sealed as Uint8Array<ArrayBuffer>)
  await file.close()
  backedUp()
}
