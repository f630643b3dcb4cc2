/** The same store on a real PostgreSQL, with two processes' worth of servers, and after a crash. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { noPostgres, type Postgres, startPostgres } from '../../../test/support/postgres.ts'
import { numbered, remoteAt, type SyncServer, syncServer } from '../../../test/support/sync.ts'
import { erase } from '../../sync/end.ts'
import { logKeys } from '../../sync/keys.ts'
import { newMemory } from '../../sync/memory.ts'
import { pull } from '../../sync/pull.ts'
import { push } from '../../sync/push.ts'
import { logName, seal } from '../../sync/seal.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
let postgres: Postgres | undefined
let servers: readonly SyncServer[] = []

beforeAll(async () => {
  postgres = await startPostgres()
  if (postgres === undefined) return
  const place = { databaseUrl: postgres.url }
  // Both create the tables in the same moment.
  servers = await Promise.all([syncServer({ place }), syncServer({ place })])
})
afterAll(async () => {
  for (const server of servers) await server.close()
  postgres?.stop()
})

/** The database and the two servers on it; without PostgreSQL the test is reported as not run, with the reason. */
function both({ skip }: TestContext) {
  const [one, two] = servers
  return postgres && one && two ? { postgres, one, two } : skip(noPostgres)
}
const device = (server: SyncServer, secret: Uint8Array) => ({
  remote: remoteAt(server),
  secret,
  part: 'diary' as const,
  memory: newMemory,
})
const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => numbered(from + at))

describe('on PostgreSQL', () => {
  it('two servers append to one log at once: no gap, nothing twice, one diary', async context => {
    const { one, two } = both(context)
    const secret = randomBytes(32)
    const keys = logKeys(secret, 'diary', 0)
    // The log is begun on both in the same moment too.
    const done = await Promise.all([
      push(device(one, secret), many(1, 300), random),
      push(device(two, secret), many(200, 500), random),
    ])
    expect(done.map(({ kind }) => kind)).toEqual(['pushed', 'pushed'])
    await push(device(one, secret), many(1, 500), random)
    const page = await remoteAt(two).idsAfter(keys, 0)
    expect(page).toMatchObject({ kind: 'done', end: 500, head: { count: 500 } })
    const read = await pull(device(two, secret))
    expect(read).toMatchObject({ kind: 'pulled', damaged: 0, isIncomplete: false })
    expect(read.kind === 'pulled' && new Set(read.events.map(({ id }) => id)).size).toBe(500)
  })

  it('one server tells the devices of another that a log has grown', async context => {
    const { one, two } = both(context)
    const keys = logKeys(randomBytes(32), 'diary', 0)
    await remoteAt(one).create(keys)
    const told = new Promise<void>(resolve => two.service.changes.watch(logName(keys), resolve))
    const began = Date.now()
    await remoteAt(one).append(keys, [seal(keys, numbered(1), random)])
    await told
    expect(Date.now() - began).toBeLessThan(2000)
  })

  it('erased is erased, with a receipt that both sign alike; wiped is named and filled again', async context => {
    const { one, two, postgres: database } = both(context)
    const secret = randomBytes(32)
    const { memory } = await push(device(one, secret), many(1, 5), random)
    expect(await erase({ ...device(two, secret), memory }, '2026-11-30T08:00:00Z', random)).toMatchObject({
      isSigned: true,
      losses: [],
      receipt: { count: 5 },
    })
    expect(await push(device(one, secret), many(1, 5), random)).toMatchObject({ kind: 'erased', isProven: true })
    const other = randomBytes(32)
    const pushed = await push(device(one, other), many(1, 5), random)
    await database.query('delete from sync_envelopes')
    await database.query('delete from sync_logs')
    const refilled = await push({ ...device(two, other), memory: pushed.memory }, many(1, 5), random)
    expect(refilled).toMatchObject({ kind: 'pushed', sent: 5, losses: ['wiped'] })
  })

  it('tables that were made before the first start, without partitions, are used as they are', async context => {
    const { postgres: database } = both(context)
    await database.query('create database spread')
    const url = database.url.replace(/postgres$/, 'spread')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(readFileSync(new URL('../../../docs/shards/citus.sql', import.meta.url), 'utf8'))
    await client.end()
    const server = await syncServer({ place: { databaseUrl: url } })
    expect(await push(device(server, randomBytes(32)), many(1, 5), random)).toMatchObject({ kind: 'pushed', sent: 5 })
    await server.close()
  })

  it('each query of a log is answered by one partition', async context => {
    const { postgres: database } = both(context)
    const plan = await database.query(
      "explain select * from sync_envelopes where log_id = 'AAAAAAAAAAAAAAAAAAAAAA' and seq > 5",
    )
    const scans = plan.map(row => String(row['QUERY PLAN'])).filter(line => /sync_envelopes_\d+/.test(line))
    expect(new Set(scans.map(line => /on (sync_envelopes_\d+)/.exec(line)?.[1])).size).toBe(1)
  })

  it('after a crash of the database no acknowledged event is lost; meanwhile the answer is 503', {
    timeout: 120_000,
  }, async context => {
    const { one, postgres: database } = both(context)
    const secret = randomBytes(32)
    const keys = logKeys(secret, 'diary', 0)
    const remote = remoteAt(one)
    expect(await remote.create(keys)).toMatchObject({ kind: 'done' })
    const acknowledged = new Set<string>()
    const refused: string[] = []
    let isOver = false
    const writer = async (first: number) => {
      for (let number = first; !isOver; number += 4) {
        const envelope = seal(keys, numbered(number), random)
        const answer = await remote.append(keys, [envelope])
        if (answer.kind === 'done') acknowledged.add(envelope.id)
        else refused.push(answer.kind === 'failed' ? answer.why : answer.kind)
      }
    }
    const writers = [1, 2, 3, 4].map(writer)
    try {
      await wait(300)
      database.crash()
      await wait(700)
    } finally {
      isOver = true
    }
    await Promise.all(writers)
    const page = await remote.idsAfter(keys, 0)
    const kept = new Set(page.kind === 'done' ? page.items : [])
    expect(acknowledged.size).toBeGreaterThan(20)
    expect([...acknowledged].filter(id => !kept.has(id))).toEqual([])
    expect(refused.filter(why => !why.includes('the database of this server does not answer'))).toEqual([])
  })
})
