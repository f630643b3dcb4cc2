/**
 * A synchronous standby takes over while 8 clients push. While it hangs, nothing is acknowledged; once the primary is
 * killed and the standby promoted, every acknowledged event is there.
 */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../build/free-port.ts'
import type { Outcome } from '../drill.ts'
import { noPostgres, type Postgres, startPostgres } from '../support/postgres.ts'
import { ended, loadOn, served } from './sync-load.ts'

const name = 'sync on PostgreSQL outlives its primary'

export async function promoteStandby(): Promise<Outcome> {
  const primary = await startPostgres()
  if (primary === undefined) return { name, problems: [], note: noPostgres }
  const standby = await primary.standby()
  await waitForStandby(primary)
  const address = await movingAddress(primary.port)
  const port = await freePort()
  const server = await served(port, ['--database-url', `postgres://unknot@127.0.0.1:${address.port}/postgres`])
  const load = await loadOn(port)
  const problems: string[] = []
  try {
    await load.more(200, 20)
    standby.signal('SIGSTOP')
    // What was under way may still have reached it.
    await wait(1000)
    const before = load.count()
    await wait(2000)
    if (load.count() > before)
      problems.push(`${load.count() - before} events were acknowledged while the standby did not answer`)
    standby.signal('SIGCONT')
    await load.more(200, 20)
    const acknowledged = load.count()
    primary.kill()
    standby.promote()
    address.moveTo(standby.port)
    await load.more(100, 40)
    await load.stop()
    problems.push(...(await load.problems()))
    if (acknowledged < 300 || load.count() === acknowledged)
      problems.push(`only ${acknowledged} events were acknowledged before, and ${load.count() - acknowledged} after`)
    const note = `${acknowledged} events acknowledged before, ${load.count() - acknowledged} after, ${problems.length} problems`
    return { name, problems, note }
  } finally {
    await load.stop()
    await ended(server, 'SIGTERM')
    address.close()
    for (const instance of [primary, standby]) instance.stop()
  }
}

/** From now on a commit waits for the standby. */
async function waitForStandby({ query }: Postgres): Promise<void> {
  await query("alter system set synchronous_standby_names = '*'")
  await query('select pg_reload_conf()')
  for (;;) {
    const [row] = await query('select sync_state from pg_stat_replication')
    if (row?.sync_state === 'sync') return
    await wait(100)
  }
}

/** An address that moves from one database to another, as a virtual address or a proxy does. */
async function movingAddress(to: number) {
  let target = to
  const open = new Set<Socket>()
  const server = createServer(client => {
    const database = connect(target, '127.0.0.1')
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    moveTo: (next: number) => {
      target = next
    },
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
