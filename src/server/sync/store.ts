/**
 * The logs of sync in a database: append what is absent, read after a place, the fingerprint of the set, drop. The server
 * sees no content. A log is found by its id and opened by a token, of which only the hash is kept.
 */
import { timingSafeEqual } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { fromBase64 } from '../../sync/base64.ts'
import { emptyHead, type Head, headWith } from '../../sync/fingerprint.ts'
import { readTokenOf, tokenHash } from '../../sync/keys.ts'
import { publicKeyOf, type Receipt, signReceipt } from '../../sync/receipt.ts'
import type { Appended, Fingerprint, Page, Reader } from '../../sync/remote.ts'
import type { Envelope } from '../../sync/seal.ts'
import { type Growth, growIfUnchanged, logAndIds } from './append-at-once.ts'
import { inGroups } from './groups.ts'
import { ifOvertaken, retried } from './overtaken.ts'
import type { Database, Kind, Tables } from './tables.ts'

/** A log and the token of a request. */
export interface Ask {
  readonly log: string
  readonly token: string
}

export type Result<Found> =
  | ({ readonly kind: 'done' } & Found)
  /** No such log, or not its token. */
  | { readonly kind: 'unknown' }
  /** The token of somebody who might read until a time that is over. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'dropped'; readonly note: Uint8Array; readonly receipt: Receipt }
  /** It would be larger than one log may be. */
  | { readonly kind: 'full' }

export interface Store {
  readonly create: (ask: Ask) => Promise<Result<{ readonly isNew: boolean; readonly serverKey: string }>>
  readonly append: (ask: Ask, envelopes: readonly Envelope[]) => Promise<Result<Appended>>
  readonly readAfter: (ask: Ask, after: number) => Promise<Result<Page<Envelope>>>
  readonly idsAfter: (ask: Ask, after: number) => Promise<Result<Page<string>>>
  readonly fingerprint: (ask: Ask, at: number) => Promise<Result<Fingerprint>>
  /** Exactly these may read besides the owner's devices. After a drop they may still read its note. */
  readonly setReaders: (ask: Ask, readers: readonly Reader[]) => Promise<Result<{ readonly readers: number }>>
  readonly drop: (ask: Ask, note: Uint8Array) => Promise<Result<{ readonly receipt: Receipt }>>
  /** Resolves if the database answers. */
  readonly check: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What one log may hold, and what one answer holds. */
export interface Quota {
  readonly envelopes: number
  readonly bytes: number
  readonly pageEnvelopes: number
  readonly pageIds: number
  readonly pageBytes: number
}

/** A diary of 20 entries a day fills 100 MB in more than 30 years. */
export const usualQuota: Quota = {
  envelopes: 300_000,
  bytes: 100_000_000,
  pageEnvelopes: 1000,
  pageIds: 20_000,
  pageBytes: 2_000_000,
}

export interface StoreDeps {
  readonly database: Database
  readonly kind: Kind
  /** base64url of 32 bytes. */
  readonly signingKey: string
  readonly quota?: Quota
  /** ISO 8601. */
  readonly now: () => string
}

type Log = Tables['sync_logs']
type Queries = Database | Transaction<Tables>
type Access = 'read' | 'write'

/** Envelopes per insert: PostgreSQL allows 65,535 values in a statement, SQLite 32,766. */
const rowsAtOnce = 500

export function syncStore({ database, kind, signingKey, quota = usualQuota, now }: StoreDeps): Store {
  const key = fromBase64(signingKey)
  if (key?.length !== 32) throw new Error('the signing key is damaged')
  const serverKey = publicKeyOf(key)

  const logOf = (queries: Queries, log: string, isLocked = false) =>
    queries
      .selectFrom('sync_logs')
      .selectAll()
      .where('log_id', '=', log)
      .$if(isLocked && kind === 'postgres', query => query.forUpdate())
      .executeTakeFirst()

  /** The log, if the token opens it and it was not dropped. */
  const opened = async (queries: Queries, { log, token }: Ask, access: Access, isLocked = false) => {
    const found = await logOf(queries, log, isLocked)
    return judged(found, token, access)
  }

  const judged = (found: Log | undefined, token: string, needed: Access) => {
    const access = accessOf(found, token, needed, now())
    if (found === undefined || access === 'none') return { kind: 'unknown' } as const
    if (access === 'expired') return { kind: 'expired' } as const
    if (found.dropped_at === null) return { kind: 'open', found } as const
    return { kind: 'dropped', note: new Uint8Array(found.note ?? []), receipt: receiptFor(found) } as const
  }

  const receiptFor = ({ log_id: log, dropped_count, dropped_at }: Log): Receipt =>
    signReceipt(key, { log, count: dropped_count ?? 0, droppedAt: dropped_at ?? '' })

  const appendIn = async (
    queries: Transaction<Tables>,
    ask: Ask,
    envelopes: readonly Envelope[],
  ): Promise<Result<Appended>> => {
    const log = await opened(queries, ask, 'write', true)
    if (log.kind !== 'open') return log
    const growth = growthOf(log.found, absentFrom(envelopes, await idsThere(queries, ask.log, envelopes)))
    if (isTooLarge(growth)) return { kind: 'full' }
    const rows = growth.envelopes.map(row => ({ log_id: ask.log, ...row }))
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      await queries
        .insertInto('sync_envelopes')
        .values(rows.slice(at, at + rowsAtOnce))
        .execute()
    const { to, bytes } = growth
    if (rows.length > 0)
      await queries
        .updateTable('sync_logs')
        .set({ ...to, bytes })
        .where('log_id', '=', ask.log)
        .execute()
    return { kind: 'done', appended: rows.length, head: to }
  }

  const isTooLarge = ({ to, bytes }: Growth) => to.count > quota.envelopes || bytes > quota.bytes

  /** Undefined when another request was faster. */
  const appendAtOnce = async (ask: Ask, envelopes: readonly Envelope[]): Promise<Result<Appended> | undefined> => {
    const ids = envelopes.map(({ id }) => id)
    const { found, there } = await logAndIds(database, ask.log, ids)
    const log = judged(found, ask.token, 'write')
    if (log.kind !== 'open') return log
    const growth = growthOf(log.found, absentFrom(envelopes, there))
    if (isTooLarge(growth)) return { kind: 'full' }
    const appended = growth.envelopes.length
    const isDone = appended === 0 || (await growIfUnchanged(database, growth))
    return isDone ? { kind: 'done', appended, head: growth.to } : undefined
  }

  const dropIn = async (
    queries: Transaction<Tables>,
    ask: Ask,
    note: Uint8Array,
  ): Promise<Result<{ readonly receipt: Receipt }>> => {
    const log = await opened(queries, ask, 'write', true)
    if (log.kind !== 'open') return log
    await queries.deleteFrom('sync_envelopes').where('log_id', '=', ask.log).execute()
    const change = { ...emptyHead, bytes: 0, dropped_at: now(), dropped_count: log.found.count, note }
    await queries.updateTable('sync_logs').set(change).where('log_id', '=', ask.log).execute()
    return { kind: 'done', receipt: receiptFor({ ...log.found, ...change }) }
  }

  const setReadersIn = async (
    queries: Transaction<Tables>,
    ask: Ask,
    readers: readonly Reader[],
  ): Promise<Result<{ readonly readers: number }>> => {
    const log = await opened(queries, ask, 'write', true)
    if (log.kind !== 'open') return log
    const kept = readers.map(({ hash, until }) => ({ hash, until }))
    await queries
      .updateTable('sync_logs')
      .set({ readers: kept.length === 0 ? null : JSON.stringify(kept) })
      .where('log_id', '=', ask.log)
      .execute()
    return { kind: 'done', readers: kept.length }
  }

  const locked = (ask: Ask, envelopes: readonly Envelope[]) =>
    retried(() => database.transaction().execute(transaction => appendIn(transaction, ask, envelopes)))
  const appendToPostgres = async (ask: Ask, envelopes: readonly Envelope[]) =>
    (await appendAtOnce(ask, envelopes).catch(ifOvertaken)) ?? locked(ask, envelopes)
  // One process writes the embedded database at a time, so what waits shares a commit. PostgreSQL does that by itself.
  const append = kind === 'libsql' ? inGroups(database, appendIn) : appendToPostgres

  const readPage = async <Item>(
    ask: Ask,
    after: number,
    read: (after: number) => Promise<readonly { readonly seq: number; readonly item: Item }[]>,
  ): Promise<Result<Page<Item>>> => {
    const log = await opened(database, ask, 'read')
    if (log.kind !== 'open') return log
    const { count, fingerprint } = log.found
    const rows = await read(after)
    // An event may have come between the two queries: the page then ends after the head, which the next one tells.
    const known = rows.filter(({ seq }) => seq <= count)
    return {
      kind: 'done',
      items: known.map(({ item }) => item),
      end: known.at(-1)?.seq ?? Math.min(after, count),
      head: { count, fingerprint },
    }
  }

  const rowsAfter = (log: string, after: number, most: number) =>
    database.selectFrom('sync_envelopes').where('log_id', '=', log).where('seq', '>', after).orderBy('seq').limit(most)

  /** False when there is one already. */
  const began = ({ log, token }: Ask): Promise<boolean> =>
    database.transaction().execute(async transaction => {
      if (await logOf(transaction, log)) return false
      const hashes = { write_hash: tokenHash(token), read_hash: tokenHash(readTokenOf(token)) }
      const state = { ...emptyHead, bytes: 0, dropped_at: null, dropped_count: null, note: null, readers: null }
      await transaction
        .insertInto('sync_logs')
        .values({ log_id: log, ...hashes, ...state })
        .execute()
      return true
    })

  return {
    append,
    create: async ask => {
      const isNew = await began(ask).catch(async problem => {
        // Another request began it in the same moment.
        if (await logOf(database, ask.log)) return false
        throw problem
      })
      const log = judged(await logOf(database, ask.log), ask.token, 'write')
      return log.kind === 'open' ? { kind: 'done', isNew, serverKey } : log
    },
    readAfter: (ask, after) =>
      readPage(ask, after, async from => {
        const rows = await rowsAfter(ask.log, from, quota.pageEnvelopes).select(['seq', 'id', 'sealed']).execute()
        return upTo(quota.pageBytes, rows)
      }),
    idsAfter: (ask, after) =>
      readPage(ask, after, async from => {
        const rows = await rowsAfter(ask.log, from, quota.pageIds).select(['seq', 'id']).execute()
        return rows.map(({ seq, id }) => ({ seq, item: id }))
      }),
    fingerprint: async (ask, at) => {
      const log = await opened(database, ask, 'read')
      if (log.kind !== 'open') return log
      const { count, fingerprint } = log.found
      const row =
        at > 0 && at <= count
          ? await database
              .selectFrom('sync_envelopes')
              .select('fingerprint')
              .where('log_id', '=', ask.log)
              .where('seq', '=', at)
              .executeTakeFirst()
          : undefined
      const before = at === 0 ? emptyHead : row && { count: at, fingerprint: row.fingerprint }
      return { kind: 'done', head: { count, fingerprint }, before, serverKey }
    },
    setReaders: (ask, readers) =>
      retried(() => database.transaction().execute(transaction => setReadersIn(transaction, ask, readers))),
    drop: async (ask, note) => {
      const dropped = await retried(() => database.transaction().execute(transaction => dropIn(transaction, ask, note)))
      // The log of libSQL's changes still holds what was deleted, until it is emptied.
      if (kind === 'libsql' && dropped.kind === 'done') await sql`pragma wal_checkpoint(truncate)`.execute(database)
      return dropped
    },
    check: async () => {
      await database.selectFrom('sync_server').select('name').limit(1).execute()
    },
    close: () => database.destroy(),
  }
}

async function idsThere(queries: Queries, log: string, envelopes: readonly Envelope[]): Promise<ReadonlySet<string>> {
  const rows = await queries
    .selectFrom('sync_envelopes')
    .select('id')
    .where('log_id', '=', log)
    .where(
      'id',
      'in',
      envelopes.map(({ id }) => id),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Those whose ids the log lacks, each id once. */
function absentFrom(envelopes: readonly Envelope[], there: ReadonlySet<string>): readonly Envelope[] {
  const byId = new Map<string, Envelope>()
  for (const envelope of envelopes)
    if (!there.has(envelope.id) && !byId.has(envelope.id)) byId.set(envelope.id, envelope)
  return [...byId.values()]
}

function growthOf({ log_id: log, count, fingerprint, bytes }: Log, absent: readonly Envelope[]): Growth {
  const from = { count, fingerprint }
  let to: Head = from
  const envelopes = absent.map(({ id, sealed }) => {
    to = headWith(to, id)
    return { seq: to.count, id, sealed, fingerprint: to.fingerprint }
  })
  return { log, from, to, bytes: absent.reduce((sum, { sealed }) => sum + sealed.length, bytes), envelopes }
}

/**
 * What a token may do with a log. The token that opens a log for writing opens it for reading too, by the read token that
 * is made from it; a reader's token opens it for reading until its time is over.
 */
function accessOf(log: Log | undefined, token: string, needed: Access, now: string): 'right' | 'expired' | 'none' {
  const given = tokenHash(token)
  // Without a log something is compared all the same, so that the time says nothing.
  const own = (needed === 'write' ? log?.write_hash : log?.read_hash) ?? '0'.repeat(64)
  if (isSameHash(given, own) && log !== undefined) return 'right'
  if (needed === 'write' || log === undefined) return 'none'
  const readers = log.readers === null ? [] : (JSON.parse(log.readers) as readonly Reader[])
  const reader = readers.find(({ hash }) => isSameHash(given, hash))
  if (reader === undefined) return 'none'
  return Date.parse(reader.until) > Date.parse(now) ? 'right' : 'expired'
}

const isSameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))

/** The first rows whose bytes fit, and at least one. libSQL returns bytes as an ArrayBuffer. */
function upTo(bytes: number, rows: readonly Pick<Tables['sync_envelopes'], 'seq' | 'id' | 'sealed'>[]) {
  let left = bytes
  const fitting: { seq: number; item: Envelope }[] = []
  for (const { seq, id, sealed: kept } of rows) {
    const sealed = new Uint8Array(kept)
    left -= sealed.length
    if (left < 0 && fitting.length > 0) break
    fitting.push({ seq, item: { id, sealed } })
  }
  return fitting
}
