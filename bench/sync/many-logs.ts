/** Pushes to a server with very many logs, and in turn to one with few: how much longer do the slowest take? */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sql from 'libsql'
import { emptyHead, headWith } from '../../src/sync/fingerprint.ts'
import { readTokenOf, tokenHash } from '../../src/sync/keys.ts'
import { startPostgres } from '../../test/support/postgres.ts'
import { type Figure, quantile } from '../measure.ts'
import { type Running, startSync } from './servers.ts'
import { record, send } from './writers.ts'

const few = 1000
const many = Number(process.env.BENCH_LOGS ?? 1_000_000)
const pushes = 1000
const mostGrowth = 1.5

/** One token opens every log here, so that a million need not be derived. */
const token = 'a-token-of-the-bench-alone-0123456789abcdefg'

export const manyLogsFigures = async (): Promise<readonly Figure[]> => [await onLibSql(), ...(await onPostgres())]

async function onLibSql(): Promise<Figure> {
  const folders = [few, many].map(() => mkdtempSync(join(tmpdir(), 'unknot-bench-')))
  try {
    for (const [at, folder] of folders.entries()) {
      await (await startSync('--data', folder)).stop()
      fillLibSql(folder, [few, many][at] ?? 0)
    }
    const servers = await Promise.all(folders.map(folder => startSync('--data', folder)))
    return await growth('libSQL', servers)
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

async function onPostgres(): Promise<readonly Figure[]> {
  const databases = [await startPostgres(), await startPostgres()]
  try {
    const servers: Running[] = []
    for (const [at, database] of databases.entries()) {
      if (database === undefined) return []
      servers.push(await startSync('--database-url', database.url))
      for (const statement of statementsToFill([few, many][at] ?? 0)) await database.query(statement)
    }
    return [await growth('PostgreSQL', servers)]
  } finally {
    for (const database of databases) database?.stop()
  }
}

const idOf = (number: number) => createHash('md5').update(String(number)).digest('base64url')
const hashes = { write: tokenHash(token), read: tokenHash(readTokenOf(token)) }
const first = headWith(emptyHead, '1'.repeat(32))

/** Each log with one envelope of the usual size. */
function fillLibSql(folder: string, logs: number): void {
  const database = new Sql(join(folder, 'sync.db'))
  const log = database.prepare('insert into sync_logs values (?, ?, ?, 1, ?, 296, null, null, null, null)')
  const envelope = database.prepare('insert into sync_envelopes values (?, 1, ?, ?, ?)')
  const sealed = Buffer.alloc(296, 7)
  for (let from = 0; from < logs; from += 50_000) {
    database.exec('begin')
    for (let number = from; number < Math.min(logs, from + 50_000); number++) {
      const id = idOf(number)
      log.run(id, hashes.write, hashes.read, first.fingerprint)
      envelope.run(id, '1'.repeat(32), sealed, first.fingerprint)
    }
    database.exec('commit')
  }
  database.close()
}

function statementsToFill(logs: number): readonly string[] {
  const id = `translate(rtrim(encode(decode(md5(number::text), 'hex'), 'base64'), '='), '+/', '-_')`
  const numbers = `generate_series(0, ${logs - 1}) as number`
  return [
    `insert into sync_logs select ${id}, '${hashes.write}', '${hashes.read}', 1, '${first.fingerprint}', 296, null, null, null, null from ${numbers}`,
    `insert into sync_envelopes select ${id}, 1, '${'1'.repeat(32)}', decode(repeat('07', 296), 'hex'), '${first.fingerprint}' from ${numbers}`,
    'vacuum analyze',
    'checkpoint',
  ]
}

/** Takes the two servers in turn, so that what else the machine does slows both. */
async function growth(database: string, servers: readonly Running[]): Promise<Figure> {
  const times: number[][] = servers.map(() => [])
  try {
    for (let turn = -100; turn < pushes; turn++)
      for (const [at, { address }] of servers.entries()) {
        const log = idOf(Math.floor(Math.random() * ([few, many][at] ?? few)))
        const body = JSON.stringify({ envelopes: [record()] })
        const began = performance.now()
        const { status } = await send(
          `${address}sync/logs/${log}/events`,
          'POST',
          { authorization: `Bearer ${token}` },
          body,
        )
        if (status !== 200) throw new Error(`a push was answered with ${status}`)
        if (turn >= 0) times[at]?.push(performance.now() - began)
      }
  } finally {
    for (const server of servers) await server.stop()
  }
  const at99 = times.map(each => quantile(each, 0.99))
  const [before = 1, after = 1] = at99
  return {
    what: `99th percentile of a push on ${database} with ${many.toLocaleString('en')} logs`,
    figure: `${after.toFixed(1)} ms, ${(after / before).toFixed(2)} times`,
    target: `at most ${mostGrowth} times`,
    isMet: after / before <= mostGrowth,
    against: `with ${few.toLocaleString('en')} logs ${before.toFixed(1)} ms, in turn, ${pushes} pushes each; medians ${times.map(each => quantile(each, 0.5).toFixed(1)).join(' and ')} ms`,
  }
}
