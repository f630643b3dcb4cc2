/**
 * The keys whose signed knowledge this build takes. None by default: the project has no key yet. Whoever builds Unknot
 * for others pins their own: `UNKNOT_PINNED_KEYS=id:key npm run build`, with the line that `unknot knowledge keygen` prints.
 */
import type { PinnedKey } from './accept.ts'

/** Written into the build. */
declare const unknotPinnedKeys: string | undefined

export const pinnedKeys: readonly PinnedKey[] = readKeys(typeof unknotPinnedKeys === 'string' ? unknotPinnedKeys : '')

/** `id:key,id:key`; what cannot be read is no key. */
export function readKeys(text: string): readonly PinnedKey[] {
  return text.split(',').flatMap(each => {
    const [, id, publicKey] = /^\s*([0-9a-f]{16}):([A-Za-z0-9+/]{43}=)\s*$/.exec(each) ?? []
    return id === undefined || publicKey === undefined ? [] : [{ id, publicKey }]
  })
}
