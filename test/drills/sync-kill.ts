/**
 * Kills the sync server while 8 clients push, again and again, on libSQL and on PostgreSQL: every acknowledged event must
 * be there afterwards, in its place, once.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../build/free-port.ts'
import type { Outcome } from '../drill.ts'
import { noPostgres, startPostgres } from '../support/postgres.ts'
import { clients, ended, loadOn, served } from './sync-load.ts'

/** A server is killed after it has acknowledged so many events: at least, and at most so many more. Or after 10 seconds. */
const lifetime = { least: 20, more: 60, seconds: 10 }

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
  let server = await served(port, flags)
  const load = await loadOn(port)
  for (let kill = 0; kill < kills; kill++) {
    await load.more(lifetime.least + Math.random() * lifetime.more, lifetime.seconds)
    // Every fourth time the database itself falls first.
    if (crash && kill % 4 === 3) {
      crash()
      crashes += 1
    }
    await ended(server, 'SIGKILL')
    server = await served(port, flags)
  }
  await load.stop()
  const problems = [...(await load.problems())]
  await ended(server, 'SIGTERM')
  if (load.count() < kills * lifetime.least)
    problems.push(`only ${load.count()} events were acknowledged: the drill proves little`)
  return {
    name: `sync on ${database} outlives its server`,
    problems,
    note: `${kills} kills, ${crashes} kills of the database, ${clients} clients, ${load.count()} acknowledged events, ${problems.length} problems`,
  }
}
