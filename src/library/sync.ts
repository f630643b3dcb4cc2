/**
 * A diary on several devices through a server that cannot read it: `unknot/sync`. The protocol: docs/sync-protocol.md.
 *
 * ```ts
 * import { httpRemote, newMemory, pull, push, readRecoveryCode } from 'unknot/sync'
 * const code = readRecoveryCode(words)
 * if (!code.ok) throw new Error(code.problem)
 * const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
 * const place = { remote: httpRemote(server, fetch), secret: code.secret, part: 'diary', memory: newMemory } as const
 * const sent = await push(place, events, random)
 * const read = await pull({ ...place, memory: sent.memory })
 * ```
 *
 * Keep `memory` between two rounds: it notices a server that has lost something. What was pulled is a set: `merge` of
 * `unknot/diary` adds it to what is there.
 */
export { type Compared, compare } from '../sync/compare.ts'
export { type Erased, erase, moveOn } from '../sync/end.ts'
export type { Place } from '../sync/find-log.ts'
export type { Head } from '../sync/fingerprint.ts'
export { type Fetch, httpRemote } from '../sync/http.ts'
export { type LogKeys, logKeys, type Part, parts } from '../sync/keys.ts'
export { type Ended, type Loss, type Memory, newMemory } from '../sync/memory.ts'
export { type Pulled, pull } from '../sync/pull.ts'
export { type Pushed, push, pushNew } from '../sync/push.ts'
export { isSignedBy, type Receipt } from '../sync/receipt.ts'
export { type ReadCode, readRecoveryCode, recoveryCode, secretBytes } from '../sync/recovery-code.ts'
export type { Answer, Appended, Fingerprint, Page, Refusal, Remote } from '../sync/remote.ts'
export { type Envelope, envelopeId, logName, open, type Random, seal } from '../sync/seal.ts'
