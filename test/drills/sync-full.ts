/** A disk that is full: pushing is answered with 507, reading goes on, and pushing too once there is room again. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../build/free-port.ts'
import { toBase64 } from '../../src/sync/base64.ts'
import { logKeys } from '../../src/sync/keys.ts'
import { logName, seal } from '../../src/sync/seal.ts'
import type { Outcome } from '../drill.ts'
import { noPostgres, startPostgres } from '../support/postgres.ts'
import { numbered } from '../support/sync.ts'
import { ended, remoteOf, served } from './sync-load.ts'

/** What is left on the disk when pushing begins; the log of changes of libSQL takes a part of it. */
const roomMB = 12
const mostPushes = 400

export async function fillDisk(): Promise<readonly Outcome[]> {
  return [
    await onSmallDisk('libSQL', 40, folder => drill(join(folder, 'data'), ['--data', join(folder, 'data')])),
    await onSmallDisk('PostgreSQL', 160, async folder => {
      const postgres = await startPostgres({ dataFolder: join(folder, 'data') })
      if (postgres === undefined) return { problems: [], note: noPostgres }
      try {
        return await drill(folder, ['--database-url', postgres.url])
      } finally {
        postgres.stop()
      }
    }),
  ]
}

type Found = Omit<Outcome, 'name'>

/** A disk in memory. Only root may make one. */
async function onSmallDisk(
  database: string,
  megabytes: number,
  act: (folder: string) => Promise<Found>,
): Promise<Outcome> {
  const name = `sync on ${database} with a full disk`
  const folder = mkdtempSync(join(tmpdir(), 'unknot-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return { name, problems: [], note: 'not run: only root can make a small disk' }
  }
  try {
    return { name, ...(await act(folder)) }
  } finally {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function drill(folder: string, flags: readonly string[]): Promise<Found> {
  const port = await freePort()
  const server = await served(port, flags)
  const keys = logKeys(randomBytes(32), 'diary', 0)
  const remote = remoteOf(port)
  const problems: string[] = []
  const acknowledged = new Set<string>()
  let number = 0
  const push = async () => {
    const { id, sealed } = seal(keys, numbered(++number, 'x'.repeat(150_000)), bytes => randomBytes(bytes.length))
    const response = await fetch(`http://127.0.0.1:${port}/sync/logs/${logName(keys)}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.writeToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ envelopes: [{ id, sealed: toBase64(sealed) }] }),
    })
    if (response.status === 200) acknowledged.add(id)
    return response.status
  }
  try {
    await remote.create(keys)
    const ballast = join(folder, 'ballast')
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - roomMB * 1e6)))
    let status = 200
    while (status === 200 && acknowledged.size < mostPushes) status = await push()
    const before = acknowledged.size
    if (status !== 507) problems.push(`after ${before} events a push was answered with ${status}, not 507`)
    const read = await remote.idsAfter(keys, 0)
    const page = await remote.readAfter(keys, 0)
    if (page.kind !== 'done' || page.items.length === 0) problems.push('the log cannot be read while the disk is full')
    if (read.kind !== 'done' || [...acknowledged].some(id => !read.items.includes(id)))
      problems.push('an acknowledged event is not there while the disk is full')
    rmSync(ballast)
    const after = await push()
    if (after !== 200) problems.push(`with room again a push is answered with ${after}`)
    return { problems, note: `507 after ${before} events of 150 kB, ${problems.length} problems` }
  } finally {
    await ended(server, 'SIGTERM')
  }
}
