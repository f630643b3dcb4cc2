/** The server that the app came from: the only one that its content security policy allows. */
import { httpRemote } from '../../sync/http.ts'
import type { ReadKeys } from '../../sync/keys.ts'
import { logName } from '../../sync/seal.ts'

export const random = (bytes: Uint8Array<ArrayBuffer>): Uint8Array => crypto.getRandomValues(bytes)

/** Milliseconds for one request. */
const patience = 30_000

/** A request that is neither kept nor waited for without end. */
export const sendOwn = (url: string, init: Readonly<RequestInit>): Promise<Response> =>
  fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patience) })

export const ownServer = httpRemote(location.origin, sendOwn)

/** Does this server keep sealed diaries? Undefined when it does not answer. */
export async function hasSync(): Promise<boolean | undefined> {
  const response = await fetch('/sync/logs/AAAAAAAAAAAAAAAAAAAAAA', { cache: 'no-store' }).catch(() => undefined)
  return response && response.status === 401
}

/**
 * Tells the count of the log, now and each time that it changes; undefined once, when the stream has ended. Returns the
 * function that leaves it. `EventSource` cannot send the token.
 */
export function watchLog(keys: ReadKeys, tell: (count: number | undefined) => void): () => void {
  const leaving = new AbortController()
  const read = async () => {
    const response = await fetch(`/sync/logs/${logName(keys)}/changes`, {
      headers: { authorization: `Bearer ${keys.readToken}` },
      cache: 'no-store',
      signal: leaving.signal,
    })
    const reader = response.ok ? response.body?.getReader() : undefined
    const decoder = new TextDecoder()
    for (let text = ''; reader !== undefined; ) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        const [, count] = /^data: \{"count":(\d+)\}$/.exec(line) ?? []
        if (count !== undefined) tell(Number(count))
      }
    }
  }
  void read()
    .catch(() => undefined)
    .then(() => {
      if (!leaving.signal.aborted) tell(undefined)
    })
  return () => leaving.abort()
}
