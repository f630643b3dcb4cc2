/** What other capabilities may use of this one: deleting everything ends sync here too, or it would all come back. */
import { forgetCodes } from '../state/read-along-codes.ts'
import { isSyncOn } from '../state/sync-on.ts'

/** Ends sync in this browser, and forgets the codes with which it reads along. The function it returns turns it on again. */
export async function forgetSync(): Promise<() => Promise<void>> {
  const putCodesBack = forgetCodes()
  if (!isSyncOn.peek()) return async () => putCodesBack()
  const { stopSync, useSecret } = await import('./live.ts')
  const before = await stopSync()
  return async () => {
    putCodesBack()
    if (before) await useSecret(before.secret, before.memory, before.shares)
  }
}
