/**
 * Appends in two steps without a lock, on PostgreSQL: read the log with what is there of the envelopes, then add the rest if
 * the log has not changed meanwhile. Both steps are one statement each, so the database is asked twice in place of six
 * times. Where another request was faster, nothing was written, and the caller appends under the lock.
 */
import { type SqlBool, sql } from 'kysely'
import type { Head } from '../../sync/fingerprint.ts'
import type { Envelope } from '../../sync/seal.ts'
import type { Database, Tables } from './tables.ts'

type Log = Tables['sync_logs']

/** The log and those of the ids that it holds, as they stood in one moment. */
export async function logAndIds(
  database: Database,
  log: string,
  ids: readonly string[],
): Promise<{ readonly found: Log | undefined; readonly there: ReadonlySet<string> }> {
  const rows = await database
    .selectFrom('sync_logs')
    .leftJoin('sync_envelopes', join =>
      join
        .onRef('sync_envelopes.log_id', '=', 'sync_logs.log_id')
        .on('sync_envelopes.log_id', '=', log)
        .on(sql<SqlBool>`sync_envelopes.id = any(${ids})`),
    )
    .selectAll('sync_logs')
    .select('sync_envelopes.id as id')
    .where('sync_logs.log_id', '=', log)
    .execute()
  return { found: rows[0], there: new Set(rows.flatMap(({ id }) => id ?? [])) }
}

/** A log that grows from one head to another. */
export interface Growth {
  readonly log: string
  readonly from: Head
  readonly to: Head
  /** Of all envelopes of the log, afterwards. */
  readonly bytes: number
  readonly envelopes: readonly (Envelope & { readonly seq: number; readonly fingerprint: string })[]
}

/** False when the log is no longer at `from`: then nothing was written. */
export async function growIfUnchanged(database: Database, growth: Growth): Promise<boolean> {
  const { log, from, to, bytes, envelopes } = growth
  const added = await database
    .with('grown', query =>
      query
        .updateTable('sync_logs')
        .set({ count: to.count, fingerprint: to.fingerprint, bytes })
        .where('log_id', '=', log)
        .where('count', '=', from.count)
        .where('fingerprint', '=', from.fingerprint)
        .where('dropped_at', 'is', null)
        .returning('log_id'),
    )
    .insertInto('sync_envelopes')
    .columns(['log_id', 'seq', 'id', 'sealed', 'fingerprint'])
    .expression(
      sql`select grown.log_id, added.* from grown, unnest(${envelopes.map(({ seq }) => seq)}::integer[],
        ${envelopes.map(({ id }) => id)}::text[], ${envelopes.map(({ sealed }) => Buffer.from(sealed))}::bytea[],
        ${envelopes.map(({ fingerprint }) => fingerprint)}::text[]) as added`,
    )
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === BigInt(envelopes.length)
}
