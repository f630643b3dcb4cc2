/** A PostgreSQL server of its own for a test: a new cluster in a folder, with every commit on the disk. */
import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../build/free-port.ts'
import { findPostgres } from '../../build/programs.ts'

export interface Postgres {
  readonly url: string
  readonly query: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  /** Ends every process at once, as a power cut would, and starts again. */
  readonly crash: () => void
  readonly stop: () => void
}

/** Where there is no PostgreSQL: why the tests of it are not run. */
export const noPostgres = 'PostgreSQL is not installed here, so sync was not tested on it: install postgresql'

/** Undefined where there is no PostgreSQL. It does not run as root, so root starts it as the user that Debian's package makes. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const programs = findPostgres()
  const user = programs === undefined ? undefined : userOfPostgres()
  if (programs === undefined || user === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'unknot-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const port = await freePort()
  const data = join(folder, 'data')
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(programs, program), args, { stdio: 'ignore', cwd: folder, ...user })
  run('initdb', '-D', data, '-A', 'trust', '-U', 'unknot', '-E', 'UTF8', '--no-sync')
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=on -c synchronous_commit=on`
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  start()
  const url = `postgres://unknot@127.0.0.1:${port}/postgres`
  return {
    url,
    query: async text => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query(text)
      await client.end()
      return rows as readonly Readonly<Record<string, unknown>>[]
    },
    crash: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      start()
    },
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Who runs it: the user of the test, or for root another one; undefined when root knows no other. */
function userOfPostgres(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {}
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
