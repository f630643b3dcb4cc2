/** A PostgreSQL server of its own for a test: a new cluster in a folder, with every commit on the disk. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../../build/free-port.ts'
import { findPostgres } from '../../build/programs.ts'

export interface Postgres {
  readonly url: string
  readonly port: number
  readonly query: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly start: () => void
  /** Ends every process at once with SIGKILL. */
  readonly kill: () => void
  /** Kills it and starts it again. */
  readonly crash: () => void
  /** Stops every process where it is, or lets it go on: a machine that hangs. */
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void
  /** What it has written about itself; with `log_statement=all` also every statement. */
  readonly log: () => string
  /** A standby of this one, which the primary does not wait for yet. */
  readonly standby: () => Promise<Standby>
  readonly stop: () => void
}

export interface Standby extends Postgres {
  readonly promote: () => void
}

export interface PostgresOptions {
  /** Like `max_connections=50`. */
  readonly settings?: readonly string[]
  /** Where the data is, without the log of changes, which then is elsewhere. An empty folder. */
  readonly dataFolder?: string
}

/** Where there is no PostgreSQL: why the tests of it are not run. */
export const noPostgres = 'PostgreSQL is not installed here, so sync was not tested on it: install postgresql'

/** Undefined where there is no PostgreSQL. It does not run as root, so root starts it as the user that Debian's package makes. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres | undefined> {
  const programs = findPostgres()
  const user = programs === undefined ? undefined : userOfPostgres()
  if (programs === undefined || user === undefined) return undefined
  const cluster = await newCluster(programs, user, options)
  const walElsewhere = options.dataFolder === undefined ? [] : ['--waldir', join(cluster.folder, 'wal')]
  cluster.run('initdb', '-D', cluster.data, '-A', 'trust', '-U', 'unknot', '-E', 'UTF8', '--no-sync', ...walElsewhere)
  cluster.postgres.start()
  return cluster.postgres
}

interface User {
  readonly uid?: number
  readonly gid?: number
}

async function newCluster(programs: string, user: User, { settings = [], dataFolder }: PostgresOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-postgres-'))
  const data = join(dataFolder ?? folder, 'data')
  if (dataFolder !== undefined) mkdirSync(dataFolder, { recursive: true })
  for (const own of [folder, ...(dataFolder === undefined ? [] : [dataFolder])])
    if (user.uid !== undefined && user.gid !== undefined) chownSync(own, user.uid, user.gid)
  const port = await freePort()
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(programs, program), args, { stdio: 'ignore', cwd: folder, ...user })
  const always = ['listen_addresses=127.0.0.1', 'fsync=on', 'synchronous_commit=on']
  const flags = [...always, ...settings].map(setting => `-c ${setting}`).join(' ')
  const start = () =>
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', `-p ${port} -k ${folder} ${flags}`, 'start')
  const kill = () => {
    const processes = processesOf(data)
    for (const process of processes) signalTo(process, 'SIGKILL')
    while (processes.some(isRunning)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    // Where nothing collects ended processes, the old one would still seem to run.
    for (const lock of [join(data, 'postmaster.pid'), join(folder, `.s.PGSQL.${port}.lock`)])
      rmSync(lock, { force: true })
  }
  const url = `postgres://unknot@127.0.0.1:${port}/postgres`
  const postgres: Postgres = {
    url,
    port,
    query: async text => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query(text).finally(() => client.end())
      return rows as readonly Readonly<Record<string, unknown>>[]
    },
    start,
    kill,
    crash: () => {
      kill()
      start()
    },
    signal: signal => {
      for (const process of processesOf(data)) signalTo(process, signal)
    },
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    standby: async () => {
      const second = await newCluster(programs, user, { settings })
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'unknot']
      second.run('pg_basebackup', '-D', second.data, '-R', '-X', 'stream', '-c', 'fast', '--no-sync', ...from)
      second.postgres.start()
      return { ...second.postgres, promote: () => second.run('pg_ctl', '-D', second.data, '-w', 'promote') }
    },
    stop: () => {
      kill()
      for (const own of [folder, data]) rmSync(own, { recursive: true, force: true })
    },
  }
  return { folder, data, run, postgres }
}

/** The server and the processes that it has started; none where it does not run. */
function processesOf(data: string): readonly number[] {
  try {
    const [first = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
    const children = rows
      .map(row => row.trim().split(/\s+/).map(Number))
      .filter(([, parent]) => parent === Number(first))
    return [Number(first), ...children.map(([child = 0]) => child)]
  } catch {
    return []
  }
}

/** One that has ended, and that nobody has collected, runs no more. */
function isRunning(process: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(process)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

function signalTo(process: number, signal: NodeJS.Signals): void {
  try {
    globalThis.process.kill(process, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Who runs it: the user of the test, or for root another one; undefined when root knows no other. */
function userOfPostgres(): User | undefined {
  if (process.getuid?.() !== 0) return {}
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
