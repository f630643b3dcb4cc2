/** Sync as the server runs it: its store, who waits for changes, what is counted, and how it stops. */
import { type Changes, changesHere } from './changes.ts'
import { type Counts, newCounts } from './counts.ts'
import { type Links, linkStore } from './links.ts'
import { type Quota, type Store, syncStore } from './store.ts'
import { migrate } from './tables.ts'

export interface SyncService {
  readonly store: Store
  readonly links: Links
  readonly changes: Changes
  readonly counts: Counts
  /** Aborted when the server stops: open streams end, and their clients connect again. */
  readonly stopping: AbortSignal
  /** Ends the open streams; what is under way is answered. */
  readonly stopStreams: () => void
  /** Closes the database. Call it when nothing is under way. */
  readonly close: () => Promise<void>
}

export type SyncPlace = { readonly folder: string } | { readonly databaseUrl: string }

/** Opens the database and creates what is missing. Throws `CannotStart` with one line when that fails. */
export async function openSync(
  place: SyncPlace,
  quota?: Quota,
  now: () => string = () => new Date().toISOString(),
): Promise<SyncService> {
  const isLocal = 'folder' in place
  const kind = isLocal ? 'libsql' : 'postgres'
  // Each driver is loaded only where it is used.
  const database = isLocal
    ? await (await import('./open-libsql.ts')).openLibSql(place.folder)
    : await (await import('./open-postgres.ts')).openPostgres(place.databaseUrl)
  const signingKey = await migrate(database, kind)
  const store = syncStore({
    database,
    kind,
    signingKey,
    now,
    ...(quota === undefined ? {} : { quota }),
  })
  const changes = isLocal
    ? changesHere()
    : (await import('./changes-by-postgres.ts')).changesByPostgres(place.databaseUrl)
  const stopping = new AbortController()
  return {
    store,
    links: linkStore({ database, kind, signingKey, now }),
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
