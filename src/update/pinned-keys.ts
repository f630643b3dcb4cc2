/**
 * The keys whose signed knowledge this build takes. None by default: the project has no key yet. Whoever builds Unknot for
 * others pins theirs in a key file (build/pinned-keys.ts).
 */
import type { PinnedKey } from './accept.ts'

/** Written into the build. */
declare const unknotPinnedKeys: readonly PinnedKey[] | undefined

export const pinnedKeys: readonly PinnedKey[] = typeof unknotPinnedKeys === 'undefined' ? [] : unknotPinnedKeys

/** Reads the line that `unknot knowledge keygen` prints: CODE:KEY. Undefined if it is none. */
export function readKeyLine(line: string): PinnedKey | undefined {
  const [, id, publicKey] = /^\s*([0-9a-f]{32}):([A-Za-z0-9+/]{43}=)\s*$/.exec(line) ?? []
  return id === undefined || publicKey === undefined ? undefined : { id, publicKey }
}

/** A code as a person types it: in groups, in capitals, with dashes. Undefined if it is no whole code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  return /^[0-9a-f]{32}$/.test(code) ? code : undefined
}
