/** `GET /sync/logs/:log/changes`: tells a device at once that a log has grown, so that it need not ask again and again. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { streamSSE } from 'hono/streaming'
import type { SyncService } from '../sync/service.ts'
import type { Ask, Result } from '../sync/store.ts'
import { asTrouble } from '../sync/trouble.ts'

/** Milliseconds. Another process may have appended without telling this one; and a silent stream is cut by proxies. */
const lookAgainAfter = 5000
const mostStreams = 5000
let open = 0

export async function changesOf(
  c: Context,
  ask: Ask,
  { store, changes, counts, stopping }: SyncService,
  refuse: (result: Result<object>) => Response,
): Promise<Response> {
  const first = await store.fingerprint(ask, 0).catch(asTrouble)
  if (first.kind !== 'done') return refuse(first)
  if (open >= mostStreams)
    throw new HTTPException(503, { message: 'too many devices wait for changes here: ask again in a minute' })
  open += 1
  counts.streams(1)
  // A proxy that gathers answers would hold the news back.
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async stream => {
    let wake: () => void = () => undefined
    let hasChanged = false
    const unwatch = changes.watch(ask.log, () => {
      hasChanged = true
      wake()
    })
    const end = () => wake()
    stopping.addEventListener('abort', end)
    stream.onAbort(end)
    try {
      let said = -1
      let { count } = first.head
      while (!stream.aborted && !stopping.aborted) {
        if (count !== said) await stream.writeSSE({ event: 'count', data: JSON.stringify({ count }) })
        else await stream.write(': still here\n\n')
        said = count
        if (!hasChanged)
          await new Promise<void>(resolve => {
            const timer = setTimeout(resolve, lookAgainAfter)
            wake = () => {
              clearTimeout(timer)
              resolve()
            }
          })
        hasChanged = false
        if (stream.aborted || stopping.aborted) break
        const next = await store.fingerprint(ask, 0).catch(() => undefined)
        // Dropped, or the database is away: the device asks itself, and is told why.
        if (next?.kind !== 'done') break
        count = next.head.count
      }
    } finally {
      unwatch()
      stopping.removeEventListener('abort', end)
      open -= 1
      counts.streams(-1)
    }
  })
}
