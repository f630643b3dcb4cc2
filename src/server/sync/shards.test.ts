/** The same code on PostgreSQL over two machines: foreign tables of `postgres_fdw`, set up by docs/shards/*.sql. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { noPostgres, type Postgres } from '../../../test/support/postgres.ts'
import { type Shards, startShards } from '../../../test/support/shards.ts'
import { numbered, remoteAt, type SyncServer, syncServer } from '../../../test/support/sync.ts'
import { erase } from '../../sync/end.ts'
import { type LogKeys, logKeys } from '../../sync/keys.ts'
import { newMemory } from '../../sync/memory.ts'
import { pull } from '../../sync/pull.ts'
import { push } from '../../sync/push.ts'
import { logName, seal } from '../../sync/seal.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
let shards: Shards | undefined
let servers: readonly SyncServer[] = []

beforeAll(async () => {
  shards = await startShards()
  if (shards === undefined) return
  const place = { databaseUrl: shards.root.url }
  servers = await Promise.all([syncServer({ place }), syncServer({ place })])
}, 120_000)
afterAll(async () => {
  for (const server of servers) await server.close()
  shards?.stop()
})

/** Without PostgreSQL the test is reported as not run, with the reason. */
function here({ skip }: TestContext) {
  const [one, two] = servers
  return shards && one && two ? { shards: shards.shards, root: shards.root, one, two } : skip(noPostgres)
}
const device = (server: SyncServer, secret: Uint8Array) => ({
  remote: remoteAt(server),
  secret,
  part: 'diary' as const,
  memory: newMemory,
})
const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => numbered(from + at))

const countOn = async ({ query }: Postgres, log: string) => {
  const tables = Array.from({ length: 16 }, (_, part) => `select log_id from sync_envelopes_${part}`).join(
    ' union all ',
  )
  const [row] = await query(`select count(*)::int as count from (${tables}) as all_of_them where log_id = '${log}'`)
  return row?.count
}

/** A log of each shard. */
async function logOfEach(one: SyncServer, instances: readonly Postgres[]): Promise<readonly LogKeys[]> {
  const found: (LogKeys | undefined)[] = instances.map(() => undefined)
  while (found.includes(undefined)) {
    const keys = logKeys(randomBytes(32), 'diary', 0)
    await remoteAt(one).create(keys)
    await remoteAt(one).append(keys, [seal(keys, numbered(1), random)])
    const counts = await Promise.all(instances.map(instance => countOn(instance, logName(keys))))
    expect(counts.toSorted()).toEqual([0, 1])
    found[counts.indexOf(1)] ??= keys
  }
  return found.filter(keys => keys !== undefined)
}

describe('on two shards', { timeout: 60_000 }, () => {
  it('two servers append to one log at once: no gap, nothing twice, one diary', async context => {
    const { one, two } = here(context)
    const secret = randomBytes(32)
    const done = await Promise.all([
      push(device(one, secret), many(1, 150), random),
      push(device(two, secret), many(100, 300), random),
    ])
    expect(done).toMatchObject([{ kind: 'pushed' }, { kind: 'pushed' }])
    const keys = logKeys(secret, 'diary', 0)
    const again = await Promise.all(
      many(301, 320).map((event, at) => remoteAt(at % 2 === 0 ? one : two).append(keys, [seal(keys, event, random)])),
    )
    expect(again.map(({ kind }) => kind)).toEqual(Array(20).fill('done'))
    const read = await pull(device(two, secret))
    expect(read).toMatchObject({ kind: 'pulled', damaged: 0, isIncomplete: false, memory: { seen: { count: 320 } } })
    expect(await erase(device(one, secret), '2026-11-30T08:00:00Z', random)).toMatchObject({
      isSigned: true,
      receipt: { count: 320 },
    })
  })

  it('every statement that reaches a shard names its log', async context => {
    const { one, shards: both } = here(context)
    const secret = randomBytes(32)
    await push(device(one, secret), many(1, 5), random)
    await pull(device(one, secret))
    await erase(device(one, secret), '2026-11-30T08:00:00Z', random)
    const statements = both.flatMap(({ log }) => statementsOf(log()))
    const ofLogs = statements.filter(
      text => /sync_(logs|envelopes)_\d+/.test(text) && !/create table|union all/i.test(text),
    )
    expect(ofLogs.length).toBeGreaterThan(20)
    for (const text of ofLogs) expect(text).toMatch(/\(log_id = |INSERT INTO public\.sync_\w+\(log_id, /)
  })

  it('when one is down, its logs answer 503 and the others go on; when it is back, nothing is lost', async context => {
    const { one, shards: both } = here(context)
    const [down, up] = await logOfEach(one, both)
    if (!down || !up) throw new Error('no log on one of the shards')
    const status = async (keys: LogKeys) =>
      (
        await one.app.request(`/sync/logs/${logName(keys)}/events`, {
          headers: { authorization: `Bearer ${keys.readToken}` },
        })
      ).status
    const append = (keys: LogKeys, number: number) => remoteAt(one).append(keys, [seal(keys, numbered(number), random)])
    both[0].kill()
    expect(await status(down)).toBe(503)
    expect(await append(down, 2)).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/database of this server does not answer/),
      retryAfter: 5,
    })
    expect(await status(up)).toBe(200)
    expect(await append(up, 2)).toMatchObject({ kind: 'done', head: { count: 2 } })
    both[0].start()
    expect(await append(down, 2)).toMatchObject({ kind: 'done', head: { count: 2 } })
    expect(await status(down)).toBe(200)
  })
})

/** The statements in a log of PostgreSQL, each with the lines that follow it. */
const statementsOf = (log: string): readonly string[] =>
  [...log.matchAll(/LOG: {2}(?:statement|execute [^:]*): ([\s\S]*?)(?=\n\d{4}-\d\d-\d\d |$)/g)].map(
    ([, text = '']) => text,
  )
