/** PostgreSQL, for many diaries, or for several processes: the same tables and queries as the embedded database. */
import { Kysely, type LogConfig, PostgresDialect } from 'kysely'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import type { Database, Tables } from './tables.ts'

/** Milliseconds. A query that takes longer is ended, so that a shard that hangs does not hold the others up. */
const patience = { connectionTimeoutMillis: 5000, statement_timeout: 15_000, query_timeout: 20_000 }

/** `url` is as in DATABASE_URL, like postgres://user:password@host/database. */
export async function openPostgres(url: string, log?: LogConfig): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 16, ...patience })
  // A connection that breaks while idle is replaced by the next query.
  pool.on('error', () => undefined)
  // One that breaks while it is used fails its query; without this the whole process would end.
  pool.on('connect', client => client.on('error', () => undefined))
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) })
  try {
    const client = await pool.connect()
    client.release()
    return database
  } catch (problem) {
    await database.destroy()
    const why = problem instanceof Error ? problem.message.replace(/\s+/g, ' ') : String(problem)
    throw new CannotStart(`DATABASE_URL: the database does not answer (${why}): check that it runs, and the address`)
  }
}
