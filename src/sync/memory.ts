/** What a device remembers between two rounds with a server, so that it notices a server that has forgotten. */
import type { Head } from './fingerprint.ts'

export interface Memory {
  readonly epoch: number
  /** The last head that the server confirmed. */
  readonly seen?: Head
  /** The head up to which this device has read. */
  readonly pulled?: Head
  /** The server's public key, as it was when sync began here. */
  readonly serverKey?: string
  /** Sync was erased: this device never fills a server again with this secret. ISO 8601. */
  readonly erasedAt?: string
}

/** What a device remembers of a log before its first round: nothing. */
export const newMemory: Memory = { epoch: 0 }

/**
 * `wiped`: the server does not know the log any more; `unknown`: nor is it known here whether it ever did. `set-back`: it lacks envelopes that it had confirmed. `replaced`:
 * it signs with another key.
 */
export type Loss = 'wiped' | 'unknown' | 'set-back' | 'replaced'

/** What ends a round early. `erased`: sync was ended for good on some device, at `at` (ISO 8601). */
export type Ended =
  | { readonly kind: 'erased'; readonly at: string; readonly isProven: boolean }
  | { readonly kind: 'unknown-log' }
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfter?: number; readonly isExpired?: true }
