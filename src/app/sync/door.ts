/** What other capabilities may use of this one: deleting everything ends sync here too, or it would all come back. */
import { isSyncOn } from '../state/sync-on.ts'

/** Ends sync in this browser. The function it returns turns it on again. */
export async function forgetSync(): Promise<() => Promise<void>> {
  if (!isSyncOn.peek()) return async () => undefined
  const { stopSync, useSecret } = await import('./live.ts')
  const before = await stopSync()
  return async () => {
    if (before) await useSecret(before.secret, before.memory)
  }
}
