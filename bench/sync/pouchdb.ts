/** Single pushes to libSQL, against PouchDB Server in the same run: as it comes, and waiting for the disk as we do. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median } from '../measure.ts'
import { type Running, startPouchDb, startSync } from './servers.ts'
import { rateOf, record, send, syncWriters, writers } from './writers.ts'

const [rounds, seconds] = [3, 4]
const times = 4

export async function pouchDbFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  const ours = await startSync('--data', join(folder, 'sync'))
  const asItComes = await startPouchDb(join(folder, 'pouchdb'), false)
  const waiting = await startPouchDb(join(folder, 'pouchdb-synced'), true)
  try {
    const push = (await syncWriters([ours.address]))(1)
    for (const { address } of [asItComes, waiting]) await send(`${address}records`, 'PUT')
    const measured = { ours: [] as number[], asItComes: [] as number[], waiting: [] as number[] }
    const cpu = { ours: [] as number[], asItComes: [] as number[], waiting: [] as number[] }
    const servers = { ours, asItComes, waiting }
    // One round more than is counted, for the compilers.
    for (let round = 0; round <= rounds; round++)
      for (const name of ['ours', 'asItComes', 'waiting'] as const) {
        const server = servers[name]
        const before = server.cpu()
        const rate = await rateOf(seconds, 1, name === 'ours' ? push : () => put(server))
        if (round === 0) continue
        measured[name].push(rate)
        cpu[name].push((server.cpu() - before) / (rate * seconds))
      }
    const rate = median(measured.ours)
    const figure = (name: 'asItComes' | 'waiting', durability: string): Figure => {
      const of = measured[name]
      const ratio = median(measured.ours.map((each, round) => each / (of[round] ?? 1)))
      return {
        what: `single pushes of 1 kB on libSQL, ${writers} writers, each waiting for the disk; PouchDB Server ${durability}`,
        figure: `${rate.toFixed(0)} a second, ${ratio.toFixed(1)} times`,
        target: `at least ${times} times`,
        isMet: ratio >= times,
        against: `PouchDB Server: ${median(of).toFixed(0)} a second into one database, ${median(cpu[name]).toFixed(2)} ms of a processor each, ours ${median(cpu.ours).toFixed(2)} ms`,
      }
    }
    return [
      figure('waiting', 'made to wait for the disk too'),
      figure('asItComes', 'as it comes, which never waits for the disk'),
      memoryFigure(ours),
    ]
  } finally {
    for (const server of [ours, asItComes, waiting]) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function put({ address }: Running) {
  const { id, sealed } = record()
  return send(`${address}records/${id}`, 'PUT', {}, JSON.stringify({ sealed }))
}

const mostMB = 150

export function memoryFigure(server: Running, of = 'libSQL'): Figure {
  const most = server.mostMB()
  return {
    what: `most memory of a process of sync on ${of}, with all of its app and API`,
    figure: most === undefined ? 'not known here' : `${most.toFixed(0)} MB`,
    target: `at most ${mostMB} MB`,
    isMet: most !== undefined && most <= mostMB,
    against: 'the same process after the pushes of this run',
  }
}
