/**
 * The tables of sync, the same on libSQL and PostgreSQL. On PostgreSQL they are partitioned by the hash of the log's or
 * link's id, so that they can be spread over machines; every query therefore names that id.
 */
import { randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { toBase64 } from '../../sync/base64.ts'

export interface Tables {
  sync_logs: {
    log_id: string
    /** Hashes of the tokens, in hex. */
    write_hash: string
    read_hash: string
    /** How many envelopes it holds, their combined ids, and their bytes. */
    count: number
    fingerprint: string
    bytes: number
    /** Set when it was dropped: then it holds no envelope, and `dropped_count` is how many it held. */
    dropped_at: string | null
    dropped_count: number | null
    note: Uint8Array | null
    /** JSON of those who may read besides the owner's devices (`Reader[]`); null where nobody may. */
    readers: string | null
  }
  sync_envelopes: {
    log_id: string
    /** Its place in the log, from 1, without gaps. */
    seq: number
    id: string
    sealed: Uint8Array
    /** The ids up to this one, combined. */
    fingerprint: string
  }
  sync_links: {
    link_id: string
    /** Of the token that may change or end it, in hex. */
    owner_hash: string
    /** Salt and hash in hex, with a colon between; null where none is asked for. */
    passcode_hash: string | null
    /** How many wrong passcodes remain. */
    tries_left: number
    until: string
    updated: string
    /** JWE in compact form. */
    file: string
  }
  sync_server: { name: string; value: string }
}

export type Database = Kysely<Tables>
export type Kind = 'libsql' | 'postgres'

/** So many partitions can be spread over as many machines; it cannot be changed once there are rows. */
const partitions = 16

/** Any number, the same for all processes of Unknot: only one of them creates the tables. */
const migrationLock = 7_461_209

/** Creates what is missing, one process at a time, and returns the server's signing key, made at the first start. */
export const migrate = (database: Database, kind: Kind): Promise<string> =>
  database.transaction().execute(async transaction => {
    // libSQL needs no lock of its own: each transaction begins with the lock of the file.
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction)
    for (const statement of steps(kind)) await statement.execute(transaction)
    await addColumn(transaction, kind, 'sync_logs', 'readers')
    for (const table of kind === 'postgres' ? await partitioned(transaction) : [])
      for (const statement of partitionsOf(table)) await statement.execute(transaction)
    return signingKey(transaction)
  })

/** The tables that are partitioned here by a hash. Where Citus spreads them, they were made before, without partitions. */
async function partitioned(transaction: Transaction<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select partrelid::regclass::text as name from pg_partitioned_table
    where partrelid in ('sync_logs'::regclass, 'sync_envelopes'::regclass, 'sync_links'::regclass)`.execute(transaction)
  return rows.map(({ name }) => name)
}

const steps = (kind: Kind) => {
  const bytes = sql.raw(kind === 'postgres' ? 'bytea' : 'blob')
  const [byLog, byLink] = ['log_id', 'link_id'].map(id =>
    sql.raw(kind === 'postgres' ? ` partition by hash (${id})` : ''),
  )
  return [
    sql`create table if not exists sync_server (name text primary key, value text not null)`,
    sql`create table if not exists sync_logs (
      log_id text not null primary key, write_hash text not null, read_hash text not null,
      count integer not null, fingerprint text not null, bytes integer not null,
      dropped_at text, dropped_count integer, note ${bytes}, readers text)${byLog}`,
    sql`create table if not exists sync_envelopes (
      log_id text not null, seq integer not null, id text not null, sealed ${bytes} not null, fingerprint text not null,
      primary key (log_id, seq), unique (log_id, id))${byLog}`,
    sql`create table if not exists sync_links (
      link_id text not null primary key, owner_hash text not null, passcode_hash text, tries_left integer not null,
      until text not null, updated text not null, file text not null)${byLink}`,
  ]
}

/** A column of text that an older version did not make. */
async function addColumn(transaction: Transaction<Tables>, kind: Kind, table: string, column: string): Promise<void> {
  const { rows } =
    kind === 'postgres'
      ? await sql`select 1 from information_schema.columns where table_schema = current_schema()
          and table_name = ${table} and column_name = ${column}`.execute(transaction)
      : await sql`select 1 from pragma_table_info(${table}) where name = ${column}`.execute(transaction)
  if (rows.length === 0)
    await sql`alter table ${sql.table(table)} add column ${sql.ref(column)} text`.execute(transaction)
}

const partitionsOf = (table: string) =>
  Array.from(
    { length: partitions },
    (_, part) =>
      sql`create table if not exists ${sql.table(`${table}_${part}`)} partition of ${sql.table(table)}
        for values with (modulus ${sql.lit(partitions)}, remainder ${sql.lit(part)})`,
  )

async function signingKey(transaction: Transaction<Tables>): Promise<string> {
  const name = 'signing-key'
  const kept = await transaction.selectFrom('sync_server').select('value').where('name', '=', name).executeTakeFirst()
  if (kept) return kept.value
  const value = toBase64(randomBytes(32))
  await transaction.insertInto('sync_server').values({ name, value }).execute()
  return value
}
