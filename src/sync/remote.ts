/**
 * What a device asks of a server, and what the server may answer. Four operations: append what is absent, read after a
 * place, the fingerprint of the set, drop; and `create`, which begins a log. A log is named by its keys, because each
 * request carries the token that they hold.
 */
import type { Head } from './fingerprint.ts'
import type { LogKeys, ReadKeys } from './keys.ts'
import type { Receipt } from './receipt.ts'
import type { Envelope } from './seal.ts'

export interface Remote {
  /** Begins a log. Asked again it changes nothing, and says again who the server is. */
  readonly create: (keys: LogKeys) => Promise<Answer<{ readonly isNew: boolean; readonly serverKey: string }>>
  /** Adds the envelopes whose ids are absent, in their order. */
  readonly append: (keys: LogKeys, envelopes: readonly Envelope[]) => Promise<Answer<Appended>>
  /** The envelopes after the first `after`, some of them: those up to `end`. */
  readonly readAfter: (keys: ReadKeys, after: number) => Promise<Answer<Page<Envelope>>>
  /** The same with the ids alone. */
  readonly idsAfter: (keys: ReadKeys, after: number) => Promise<Answer<Page<string>>>
  readonly fingerprint: (keys: ReadKeys, at: number) => Promise<Answer<Fingerprint>>
  /** Who else may read, and until when: exactly these. After a drop they may still read its note. */
  readonly setReaders: (keys: LogKeys, readers: readonly Reader[]) => Promise<Answer<{ readonly readers: number }>>
  /** Deletes every envelope, and leaves a tombstone with a sealed note. */
  readonly drop: (keys: LogKeys, note: Uint8Array) => Promise<Answer<{ readonly receipt: Receipt }>>
}

/** Somebody who may read a log, and nothing else. */
export interface Reader {
  /** SHA-256 of the token's text, in hex. */
  readonly hash: string
  /** ISO 8601 in UTC. From then on the server refuses the token. */
  readonly until: string
}

export interface Fingerprint {
  readonly head: Head
  /** As it stood with the first `at` envelopes; undefined when there are fewer. */
  readonly before: Head | undefined
  /** base64url of the server's public key, with which it signs receipts. */
  readonly serverKey: string
}

export interface Appended {
  readonly appended: number
  readonly head: Head
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** The place of the last of the items, counting from 1; ask after it for the next page. */
  readonly end: number
  readonly head: Head
}

export type Answer<Result> = ({ readonly kind: 'done' } & Result) | Refusal

export type Refusal =
  /** The server knows no such log, or not this token; it does not say which. */
  | { readonly kind: 'unknown-log' }
  /** The log was dropped; the note says why to who holds the key. */
  | { readonly kind: 'dropped'; readonly note: Uint8Array; readonly receipt: Receipt }
  /**
   * Nothing was changed, as far as can be known. `why` is one line: what, and how to mend it. `isExpired`: the token was
   * for a time that is over.
   */
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfter?: number; readonly isExpired?: true }
