/** The servers that are compared, each in a process of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { endWithParent } from '../../build/end-with-parent-flags.ts'
import { freePort } from '../../build/free-port.ts'

export interface Running {
  /** With a trailing slash. */
  readonly address: string
  /** The most memory that it has held, in MB; undefined where the system does not tell. */
  readonly mostMB: () => number | undefined
  /** Milliseconds of a processor that it has used so far; 0 where the system does not tell. */
  readonly cpu: () => number
  readonly stop: () => Promise<void>
}

/** Of Linux. */
const millisecondsOfTick = 10

/** Each server is the leader of a session, because Linux shares processors out among sessions, and PostgreSQL is one too. */
export async function startSync(...flags: readonly string[]): Promise<Running> {
  const port = await freePort()
  const args = [...endWithParent, 'dist/cli/main.js', 'serve', '--sync', '--port', String(port), ...flags]
  return running(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true }), port)
}

const pouchFolder = fileURLToPath(new URL('../pouchdb/', import.meta.url))

/** PouchDB Server as it comes, or made to wait for the disk before it acknowledges. Installs it where it is not there. */
export async function startPouchDb(folder: string, isSynced: boolean): Promise<Running> {
  if (!existsSync(`${pouchFolder}node_modules/pouchdb-server`))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], {
      cwd: pouchFolder,
      stdio: 'ignore',
    })
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  const program = `${pouchFolder}node_modules/pouchdb-server/lib/index.js`
  const hook = isSynced ? ['--require', `${pouchFolder}sync-writes.cjs`] : []
  const args = [...endWithParent, ...hook, program, '--port', String(port), '--dir', folder, '--no-stdout-logs']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: folder, detached: true })
  return running(child, port)
}

async function running(child: ChildProcess, port: number): Promise<Running> {
  const address = `http://127.0.0.1:${port}/`
  child.stdout?.resume()
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error('a server ended at its start')
    await wait(100)
  }
  return {
    address,
    mostMB: () => {
      const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
      const [, kB] = /VmHWM:\s+(\d+) kB/.exec(status) ?? []
      return kB === undefined ? undefined : (Number(kB) * 1024) / 1e6
    },
    cpu: () => {
      const stat = existsSync(`/proc/${child.pid}/stat`) ? readFileSync(`/proc/${child.pid}/stat`, 'utf8') : ''
      const [user = 0, system = 0] = stat.split(' ').slice(13, 15).map(Number)
      return (user + system) * millisecondsOfTick
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
