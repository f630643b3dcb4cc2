/** The embedded database: one file, written ahead, each commit on the disk before it is acknowledged. */
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery, type DatabaseConnection, Kysely, type LogConfig, SqliteDialect, SqliteDriver } from 'kysely'
import type LibSql from 'libsql'
import { CannotStart } from './cannot-start.ts'
import type { Database, Tables } from './tables.ts'

/** Begins each transaction with the lock of the file, so that a second process waits instead of failing half-way. */
class LockingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** A full disk ends the transaction by itself. What is reported then is that, and not that there is none to end. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((problem: unknown) => {
      if (!/no transaction is active/.test(String(problem))) throw problem
    })
  }
}

class LibSqlDialect extends SqliteDialect {
  readonly #database: LibSql.Database
  constructor(database: LibSql.Database) {
    super({ database: database as never })
    this.#database = database
  }
  override createDriver() {
    return new LockingDriver({ database: withKeptStatements(this.#database) as never })
  }
}

/** Far more than sync asks; an insert of many rows is another statement for each number of rows. */
const mostKept = 200

/** Prepares each statement once. */
function withKeptStatements(database: LibSql.Database): {
  readonly prepare: (text: string) => LibSql.Statement
  readonly close: () => void
} {
  const kept = new Map<string, LibSql.Statement>()
  return {
    prepare: text => {
      const known = kept.get(text)
      if (known) return known
      if (kept.size >= mostKept) kept.clear()
      const prepared = database.prepare(text)
      kept.set(text, prepared)
      return prepared
    },
    close: () => database.close(),
  }
}

/** Opens the database in this folder, which is made where there is none. Only its owner may read it. */
export async function openLibSql(folder: string, log?: LogConfig): Promise<Database> {
  const { default: Sql } = await import('libsql').catch(() => {
    throw new CannotStart('sync needs libsql, which is not installed here: npm install libsql')
  })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, 'sync.db')
    const database = new Sql(file)
    chmodSync(file, 0o600)
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000', 'secure_delete = ON'])
      database.pragma(pragma)
    return new Kysely<Tables>({ dialect: new LibSqlDialect(database), ...(log ? { log } : {}) })
  } catch (problem) {
    throw new CannotStart(
      `${folder}: the database cannot be opened (${problem instanceof Error ? problem.message : problem}): check the folder and its room`,
    )
  }
}
