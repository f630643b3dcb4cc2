/**
 * Kills the sync server while 8 clients push, again and again, on libSQL and on PostgreSQL: every acknowledged event must
 * be there afterwards, in its place, once.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endWithParent } from '../../build/end-with-parent-flags.ts'
import { freePort } from '../../build/free-port.ts'
import { emptyHead, headWith, isSameHead } from '../../src/sync/fingerprint.ts'
import { httpRemote } from '../../src/sync/http.ts'
import { type LogKeys, logKeys } from '../../src/sync/keys.ts'
import type { Remote } from '../../src/sync/remote.ts'
import { seal } from '../../src/sync/seal.ts'
import type { Outcome } from '../drill.ts'
import { noPostgres, startPostgres } from '../support/postgres.ts'
import { numbered } from '../support/sync.ts'

const clients = 8
/** A server is killed after it has acknowledged so many events: at least, and at most so many more. Or after 10 seconds. */
const lifetime = { least: 20, more: 60 }

/** Kills as often as `kills` on each database. */
export async function killSyncServer(kills: number): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-drill-'))
  const postgres = await startPostgres()
  try {
    return [
      await drill('libSQL', kills, ['--data', join(folder, 'data')]),
      postgres
        ? await drill('PostgreSQL', kills, ['--database-url', postgres.url], postgres.crash)
        : { name: 'sync on PostgreSQL', problems: [], note: noPostgres },
    ]
  } finally {
    postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function drill(database: string, kills: number, flags: readonly string[], crash?: () => void): Promise<Outcome> {
  let crashes = 0
  const port = await freePort()
  const remote = httpRemote(`http://127.0.0.1:${port}`, (url, init) =>
    fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }),
  )
  // Half of the clients share a log, so that they also meet in one.
  const shared = logKeys(randomBytes(32), 'diary', 0)
  const logs = Array.from({ length: clients }, (_, at) =>
    at < clients / 2 ? shared : logKeys(randomBytes(32), 'diary', 0),
  )
  const acknowledged = new Map<LogKeys, Set<string>>(logs.map(keys => [keys, new Set()]))
  const count = () => [...acknowledged.values()].reduce((sum, { size }) => sum + size, 0)
  let number = 0
  for (let kill = 0; kill < kills; kill++) {
    const server = await served(port, flags)
    if (kill === 0) for (const keys of acknowledged.keys()) await remote.create(keys)
    let isOver = false
    const clientsAtWork = logs.map(async keys => {
      while (!isOver) {
        const envelopes = Array.from({ length: 1 + (number % 3) }, () =>
          seal(keys, numbered(++number), bytes => randomBytes(bytes.length)),
        )
        const answer = await remote.append(keys, envelopes)
        if (answer.kind === 'done') for (const { id } of envelopes) acknowledged.get(keys)?.add(id)
      }
    })
    const wanted = count() + lifetime.least + Math.random() * lifetime.more
    for (const began = Date.now(); count() < wanted && Date.now() - began < 10_000; ) await wait(5)
    // Every fourth time the database itself falls first.
    if (crash && kill % 4 === 3) {
      crash()
      crashes += 1
    }
    server.kill('SIGKILL')
    isOver = true
    await Promise.all([...clientsAtWork, once(server, 'exit')])
  }
  const server = await served(port, flags)
  const problems: string[] = []
  for (const [keys, ids] of acknowledged) problems.push(...(await missing(remote, keys, ids)))
  server.kill('SIGTERM')
  await once(server, 'exit')
  if (count() < kills * lifetime.least)
    problems.push(`only ${count()} events were acknowledged: the drill proves little`)
  return {
    name: `sync on ${database} outlives its server`,
    problems,
    note: `${kills} kills, ${crashes} crashes of the database, ${clients} clients, ${count()} acknowledged events, ${problems.length} problems`,
  }
}

async function served(port: number, flags: readonly string[]): Promise<ChildProcess> {
  const args = [...endWithParent, 'dist/cli/main.js', 'serve', '--sync', ...flags, '--port', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error('unknot serve --sync ended at its start')
  return child
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
