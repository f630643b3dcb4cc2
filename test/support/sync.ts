/** A sync server without a network, and devices that meet at it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { KeptEvent } from '../../src/diary/upgrade.ts'
import { createServer } from '../../src/server/server.ts'
import { openSync, type SyncPlace, type SyncService } from '../../src/server/sync/service.ts'
import type { Quota } from '../../src/server/sync/store.ts'
import { type Fetch, httpRemote } from '../../src/sync/http.ts'
import { today, workHere } from './server.ts'

export interface SyncServer {
  readonly app: Hono
  readonly service: SyncService
  readonly fetch: Fetch
  readonly close: () => Promise<void>
}

/** By default on libSQL in a new folder, which `close` deletes. */
export async function syncServer({
  place,
  quota,
  now,
}: {
  readonly place?: SyncPlace
  readonly quota?: Quota
  /** The clock of the server, ISO 8601. */
  readonly now?: () => string
} = {}): Promise<SyncServer> {
  const folder = place === undefined ? mkdtempSync(join(tmpdir(), 'unknot-sync-')) : undefined
  const service = await openSync(place ?? { folder: folder ?? '' }, quota, now)
  const app = createServer({ version: '1.2.3', today, work: workHere, sync: service })
  return {
    app,
    service,
    fetch: async (url, init) => app.request(url, init),
    close: async () => {
      service.stopStreams()
      await service.close()
      if (folder) rmSync(folder, { recursive: true })
    },
  }
}

export const remoteAt = ({ fetch }: Pick<SyncServer, 'fetch'>) => httpRemote('http://sync.test', fetch)

/** An event that differs from every other number's, of a type that no version knows when `number` divides by 5. */
export const numbered = (number: number, text = `note ${number}`): KeptEvent =>
  ({
    id: `0193${(number + 0x9e00_0000).toString(16).slice(0, 4)}-${number.toString(16).padStart(4, '0')}-7000-8000-${String(number).padStart(12, '0')}`,
    v: number % 5 === 0 ? 7 : 2,
    at: '2026-11-25T03:00:00+01:00',
    type: number % 5 === 0 ? 'not-known-yet' : 'noted',
    text,
  }) as KeptEvent
