/**
 * The server under load: how long does the check for danger wait while eight clients send the most expensive allowed
 * requests, each as soon as the last is answered? Compared with the same server without other requests.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { dearRequests } from '../test/support/dear-requests.ts'
import { type Bench, type Figure, quantile } from './measure.ts'
import { whileServed } from './served.ts'

const clients = 8
const seconds = 40
const mostMilliseconds = 50
/** Milliseconds between two requests of the measured client. */
const pause = 20

export const benchServer: Bench = () =>
  whileServed(async address => {
    await fetch(`${address}readyz`)
    await measure(address, 2)
    const quiet = await measure(address, 5)
    const leaving = new AbortController()
    const statuses = new Map<number, number>()
    const busy = Array.from({ length: clients }, (_, client) => load(address, client, leaving.signal, statuses))
    await wait(2000)
    const loaded = await measure(address, seconds)
    leaving.abort()
    await Promise.allSettled(busy)
    const answered = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} x ${status}`)
    return probes.map(({ name }, place): Figure => {
      const [times = [], before = []] = [loaded[place], quiet[place]]
      const at99 = quantile(times, 0.99)
      return {
        what: `${name}, while ${clients} clients send the dearest requests, 50th and 99th percentile of ${times.length}`,
        figure: `${quantile(times, 0.5).toFixed(1)} and ${at99.toFixed(1)} ms`,
        target: `99th at most ${mostMilliseconds} ms`,
        isMet: at99 <= mostMilliseconds,
        against: `alone: ${quantile(before, 0.99).toFixed(1)} ms at the 99th; the clients were answered ${answered.join(', ')}`,
      }
    })
  })

const json = { 'content-type': 'application/json' }
const probes = [
  { name: '/healthz', path: 'healthz', init: {} },
  {
    name: '/api/triage',
    path: 'api/triage',
    init: { method: 'POST', headers: json, body: '{"complaint":"back","present":["saddle-numbness"]}' },
  },
] as const

/** Milliseconds of each answer, for each of the probes. */
async function measure(address: string, seconds: number): Promise<readonly (readonly number[])[]> {
  const times = probes.map((): number[] => [])
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    for (const [place, { path, init }] of probes.entries()) {
      const began = performance.now()
      const response = await fetch(`${address}${path}`, init)
      await response.text()
      if (response.status !== 200) throw new Error(`/${path} answered ${response.status}`)
      times[place]?.push(performance.now() - began)
    }
    await wait(pause)
  }
  return times
}

/** One client: each starts with a different request of the list, and takes them in turn until it disconnects. */
async function load(
  address: string,
  client: number,
  signal: AbortSignal,
  statuses: Map<number, number>,
): Promise<void> {
  for (let turn = client; !signal.aborted; turn++) {
    const request = dearRequests[turn % dearRequests.length]
    if (request === undefined) return
    const { path, body } = request
    const init = body === undefined ? { signal } : { method: 'POST', headers: json, body, signal }
    const response = await fetch(new URL(path, address), init)
    await response.text()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
  }
}
