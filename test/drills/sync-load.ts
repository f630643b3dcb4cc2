/** Eight clients that push to a sync server without a pause, and what must be there afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { endWithParent } from '../../build/end-with-parent-flags.ts'
import { emptyHead, headWith, isSameHead } from '../../src/sync/fingerprint.ts'
import { httpRemote } from '../../src/sync/http.ts'
import { type LogKeys, logKeys } from '../../src/sync/keys.ts'
import type { Remote } from '../../src/sync/remote.ts'
import { seal } from '../../src/sync/seal.ts'
import { numbered } from '../support/sync.ts'

export const clients = 8

export interface Load {
  /** How many events were acknowledged so far. */
  readonly count: () => number
  /** Waits until so many more were acknowledged, or so many seconds have passed. */
  readonly more: (events: number, seconds: number) => Promise<void>
  /** Lets the clients finish their last request. */
  readonly stop: () => Promise<void>
  /** What is wrong with the logs as the server has them now. */
  readonly problems: () => Promise<readonly string[]>
}

export const remoteOf = (port: number): Remote =>
  httpRemote(`http://127.0.0.1:${port}`, (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }))

/** Half of the clients share a log, so that they also meet in one. */
export async function loadOn(port: number): Promise<Load> {
  const remote = remoteOf(port)
  const shared = logKeys(randomBytes(32), 'diary', 0)
  const logs = Array.from({ length: clients }, (_, at) =>
    at < clients / 2 ? shared : logKeys(randomBytes(32), 'diary', 0),
  )
  const acknowledged = new Map<LogKeys, Set<string>>(logs.map(keys => [keys, new Set()]))
  for (const keys of acknowledged.keys()) await remote.create(keys)
  let [isOver, number] = [false, 0]
  const atWork = logs.map(async keys => {
    while (!isOver) {
      const envelopes = Array.from({ length: 1 + (number % 3) }, () =>
        seal(keys, numbered(++number), bytes => randomBytes(bytes.length)),
      )
      const answer = await remote.append(keys, envelopes)
      if (answer.kind === 'done') for (const { id } of envelopes) acknowledged.get(keys)?.add(id)
      else await wait(20)
    }
  })
  const count = () => [...acknowledged.values()].reduce((sum, { size }) => sum + size, 0)
  return {
    count,
    more: async (events, seconds) => {
      const wanted = count() + events
      for (const began = Date.now(); count() < wanted && Date.now() - began < seconds * 1000; ) await wait(5)
    },
    stop: async () => {
      isOver = true
      await Promise.all(atWork)
    },
    problems: async () => {
      const found: string[] = []
      for (const [keys, ids] of acknowledged) found.push(...(await missing(remote, keys, ids)))
      return found
    },
  }
}

/** The built command. Resolves when it listens. */
export async function served(port: number, flags: readonly string[]): Promise<ChildProcess> {
  const args = [...endWithParent, 'dist/cli/main.js', 'serve', '--sync', ...flags, '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error('unknot serve --sync ended at its start')
  return child
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

async function missing(remote: Remote, keys: LogKeys, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const kept: string[] = []
  for (;;) {
    const page = await remote.idsAfter(keys, kept.length)
    if (page.kind !== 'done') return [`the log cannot be read: ${page.kind === 'failed' ? page.why : page.kind}`]
    kept.push(...page.items)
    if (page.items.length > 0 && kept.length < page.head.count) continue
    const there = new Set(kept)
    const lost = [...ids].filter(id => !there.has(id))
    return [
      ...(lost.length > 0 ? [`${lost.length} acknowledged events are lost`] : []),
      ...(there.size < kept.length ? ['an event is in the log twice'] : []),
      ...(isSameHead(kept.reduce(headWith, emptyHead), page.head) ? [] : ['the fingerprint is not that of the log']),
    ]
  }
}
