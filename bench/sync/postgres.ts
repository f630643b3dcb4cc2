/** Pushes to PostgreSQL through two processes, against the single-row inserts of `pgbench` on it in the same run. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../../build/programs.ts'
import { startPostgres } from '../../test/support/postgres.ts'
import { type Figure, median } from '../measure.ts'
import { memoryFigure } from './pouchdb.ts'
import { startSync } from './servers.ts'
import { rateOf, recordBytes, syncWriters, writers } from './writers.ts'

const [rounds, seconds, batch] = [3, 4, 200]
const [leastShare, leastTimes] = [0.4, 5]

export async function postgresFigures(): Promise<readonly Figure[]> {
  const postgres = await startPostgres()
  const programs = findPostgres()
  if (postgres === undefined || programs === undefined) return []
  const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  const flags = ['--database-url', postgres.url]
  const servers = await Promise.all([startSync(...flags), startSync(...flags)])
  try {
    await postgres.query('create table bench_rows (id uuid primary key, sealed bytea not null)')
    const script = join(folder, 'insert.sql')
    writeFileSync(
      script,
      `insert into bench_rows values (gen_random_uuid(), decode(repeat('ab', ${recordBytes}), 'hex'));\n`,
    )
    const insertRows = () => {
      const options = ['-n', '-f', script, '-c', String(writers), '-j', '2', '-T', String(seconds)]
      const place = ['-h', '127.0.0.1', '-p', String(postgres.port), '-U', 'unknot', 'postgres']
      const said = execFileSync(join(programs, 'pgbench'), [...options, ...place], { encoding: 'utf8', stdio: 'pipe' })
      return Number(/tps = ([\d.]+)/.exec(said)?.[1])
    }
    const push = await syncWriters(servers.map(({ address }) => address))
    const measured = { rows: [] as number[], single: [] as number[], batches: [] as number[] }
    for (let round = 0; round <= rounds; round++) {
      const rates = {
        rows: insertRows(),
        single: await rateOf(seconds, 1, push(1)),
        batches: await rateOf(seconds, batch, push(batch)),
      }
      if (round > 0) for (const name of ['rows', 'single', 'batches'] as const) measured[name].push(rates[name])
    }
    const ratio = (of: readonly number[]) => median(of.map((each, round) => each / (measured.rows[round] ?? 1)))
    const against = `pgbench: ${median(measured.rows).toFixed(0)} rows a second, ${writers} clients`
    const [share, times] = [ratio(measured.single), ratio(measured.batches)]
    return [
      {
        what: 'single pushes of 1 kB on PostgreSQL through two processes',
        figure: `${median(measured.single).toFixed(0)} a second, ${(share * 100).toFixed(0)} %`,
        target: `at least ${leastShare * 100} %`,
        isMet: share >= leastShare,
        against,
      },
      {
        what: `events of 1 kB on PostgreSQL through two processes, ${batch} in a request`,
        figure: `${median(measured.batches).toFixed(0)} a second, ${times.toFixed(1)} times`,
        target: `at least ${leastTimes} times`,
        isMet: times >= leastTimes,
        against,
      },
      ...servers.slice(0, 1).map(server => memoryFigure(server, 'PostgreSQL')),
    ]
  } finally {
    for (const server of servers) await server.stop()
    postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
