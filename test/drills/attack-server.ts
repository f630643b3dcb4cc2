/**
 * Sends hostile requests to the served program: each is answered quickly, with one clear line, and none leaves a trace.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { endWithParent } from '../../build/end-with-parent-flags.ts'
import { freePort } from '../../build/free-port.ts'
import type { Outcome } from '../drill.ts'
import { attacks } from './attacks.ts'
import { garble } from './garble.ts'
import { atOnce, send, shown, wrongWith } from './send.ts'

const requests = 30_000
/**
 * How much more memory the program may hold, after garbage collection, after the second half of the requests than after
 * the first.
 */
const mostGrowthMB = 4

/**
 * Loaded into the program before it starts: reports its memory after its timers have run out and its garbage is
 * collected.
 */
const probe = `data:text/javascript,${encodeURIComponent(`
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))
process.on('message', async () => {
  for (const milliseconds of [1000, 300]) {
    await wait(milliseconds)
    gc()
  }
  const { heapUsed, external } = process.memoryUsage()
  process.send((heapUsed + external) / 1e6)
})
process.channel.unref()`)}`

export async function attackServer(seed: number): Promise<readonly Outcome[]> {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'unknot-drill-'))
  const server = fork('dist/cli/main.js', ['serve', '--sync', '--data', data, '--port', String(port)], {
    execArgv: [...endWithParent, '--expose-gc', '--import', probe],
    silent: true,
  })
  const said: string[] = []
  server.stderr?.on('data', text => said.push(String(text)))
  await Promise.race([server.stdout && once(server.stdout, 'data'), once(server, 'exit')])
  if (server.exitCode !== null) throw new Error(`unknot serve ended: ${said.join('').trim()}`)
  try {
    const tallies = Object.keys(attacks).map((name): Tally => ({ name, problems: [], statuses: new Map(), slowest: 0 }))
    for (const tally of tallies) await attack(port, tally, seed)
    const before = await megabytesKept(server)
    for (const tally of tallies) await attack(port, tally, seed + 1)
    const grown = (await megabytesKept(server)) - before
    return [
      ...tallies.map(outcomeOf),
      await garble(port, seed),
      await stillHealthy(port),
      {
        name: 'memory',
        problems: grown > mostGrowthMB ? [`grew by ${grown.toFixed(1)} MB`] : [],
        note: `keeps ${before.toFixed(1)} MB, ${grown.toFixed(1)} MB more after the second half of ${requests} requests (at most ${mostGrowthMB})`,
      },
      { name: 'silence', problems: said, note: 'nothing on stderr' },
    ]
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
    rmSync(data, { recursive: true })
  }
}

interface Tally {
  readonly name: string
  readonly problems: string[]
  readonly statuses: Map<number, number>
  slowest: number
}

/** Half of the requests of one kind. */
async function attack(port: number, tally: Tally, seed: number): Promise<void> {
  const kind = attacks[tally.name]
  if (!kind) throw new Error(`there is no attack "${tally.name}"`)
  const shares = Object.values(attacks).reduce((sum, { share }) => sum + share, 0)
  const numRuns = Math.ceil(((requests / 2) * kind.share) / shares)
  await inParallel(fc.sample(kind.attack, { seed, numRuns }), async each => {
    const answer = await send(port, each)
    tally.slowest = Math.max(tally.slowest, answer.milliseconds)
    tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1)
    const problem = wrongWith(each, answer)
    if (problem !== undefined)
      tally.problems.push(`${each.method} ${shown(each.path)} ${shown(String(each.body))}: ${problem}`)
  })
}

function outcomeOf({ name, problems, statuses, slowest }: Tally): Outcome {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} x ${status}`)
  return { name, problems, note: `${counts.join(', ')}; slowest ${slowest.toFixed(0)} ms` }
}

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) await act(item)
    }),
  )
}

async function stillHealthy(port: number): Promise<Outcome> {
  const health = await send(port, { method: 'GET', path: '/healthz', headers: {}, body: '' })
  const body = JSON.stringify({ complaint: 'back', present: ['saddle-numbness'] })
  const triage = await send(port, {
    method: 'POST',
    path: '/api/triage',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const isRight = health.status === 200 && triage.status === 200 && JSON.parse(triage.text).tier === 'emergency'
  return {
    name: 'health afterwards',
    problems: isRight ? [] : [`healthz ${health.status}, triage ${triage.status} ${shown(triage.text)}`],
    note: 'answers as before',
  }
}

async function megabytesKept(server: ChildProcess): Promise<number> {
  server.send('how much?')
  const [megabytes] = await once(server, 'message')
  return Number(megabytes)
}
