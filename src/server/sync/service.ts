/** Sync as the server runs it: its store, who waits for changes, what is counted, and how it stops. */
import { type Changes, changesByPostgres, changesHere } from './changes.ts'
import { type Counts, newCounts } from './counts.ts'
import { CannotStart, openLibSql } from './open-libsql.ts'
import { openPostgres } from './open-postgres.ts'
import { type Quota, type Store, syncStore } from './store.ts'
import { migrate } from './tables.ts'

export interface SyncService {
  readonly store: Store
  readonly changes: Changes
  readonly counts: Counts
  /** Aborted when the server stops: open streams end, and their clients connect again. */
  readonly stopping: AbortSignal
  /** Ends the open streams; what is under way is answered. */
  readonly stopStreams: () => void
  /** Closes the database. Call it when nothing is under way. */
  readonly close: () => Promise<void>
}

export { CannotStart }

export type SyncPlace = { readonly folder: string } | { readonly databaseUrl: string }

/** Opens the database and creates what is missing. Throws `CannotStart` with one line when that fails. */
export async function openSync(place: SyncPlace, quota?: Quota): Promise<SyncService> {
  const isLocal = 'folder' in place
  const kind = isLocal ? 'libsql' : 'postgres'
  const database = isLocal ? await openLibSql(place.folder) : await openPostgres(place.databaseUrl)
  const signingKey = await migrate(database, kind)
  const store = syncStore({
    database,
    kind,
    signingKey,
    now: () => new Date().toISOString(),
    ...(quota === undefined ? {} : { quota }),
  })
  const changes = isLocal ? changesHere() : changesByPostgres(place.databaseUrl)
  const stopping = new AbortController()
  return {
    store,
    changes,
    counts: newCounts(),
    stopping: stopping.signal,
    stopStreams: () => stopping.abort(),
    close: async () => {
      stopping.abort()
      await changes.close()
      await store.close()
    },
  }
}
