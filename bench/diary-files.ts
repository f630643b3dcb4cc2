/** `unknot diary check` from 1,000 to 1,000,000 events: time, memory, and whether the cost grows linearly. */
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { jsonParts } from '../src/diary/json.ts'
import { lifeOf } from '../test/support/life.ts'
import { longLife } from './diary.ts'
import type { Bench, Figure } from './measure.ts'

const counts = [1_000, 10_000, 100_000, 1_000_000]
const most = { seconds: 10, megabytes: 400, times: 1.5 }

interface Run {
  readonly count: number
  readonly bytes: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
}

export const benchDiaryFiles: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  try {
    const runs: Run[] = []
    for (const count of counts) {
      const file = join(folder, `${count}.json`)
      await write(file, count)
      runs.push(check(file, count))
      rmSync(file)
    }
    return figures(runs)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function figures(runs: readonly Run[]): readonly Figure[] {
  const [thousand, tenThousand, , million] = runs
  if (!thousand || !tenThousand || !million) throw new Error('a run is missing')
  const table = runs
    .map(
      run =>
        `${run.count.toLocaleString('en')}: ${run.seconds.toFixed(2)} s (CPU ${run.cpuSeconds.toFixed(2)}), ${run.megabytes.toFixed(0)} MB`,
    )
    .join('; ')
  // The start of the program takes the same for any file, so the time of the smallest file is subtracted.
  const each = (run: Run) => (run.cpuSeconds - thousand.cpuSeconds) / (run.count - thousand.count)
  const hundredThousand = runs[2] ?? million
  const ratio = each(million) / each(hundredThousand)
  const size = `a file of ${(million.bytes / 1e6).toFixed(0)} MB; starting alone takes ${thousand.seconds.toFixed(2)} s`
  return [
    {
      what: 'unknot diary check, 1,000,000 events: wall time',
      figure: `${million.seconds.toFixed(1)} s (CPU ${million.cpuSeconds.toFixed(1)} s)`,
      target: `at most ${most.seconds} s`,
      isMet: million.seconds <= most.seconds,
      against: size,
    },
    {
      what: 'unknot diary check, 1,000,000 events: most memory (RSS)',
      figure: `${million.megabytes.toFixed(0)} MB`,
      target: `at most ${most.megabytes} MB`,
      isMet: million.megabytes <= most.megabytes,
      against: `${thousand.megabytes.toFixed(0)} MB for 1,000 events`,
    },
    {
      what: 'unknot diary check: CPU time of an event among a million, beside one among 100,000',
      figure: `${ratio.toFixed(2)} times`,
      target: `at most ${most.times} times`,
      isMet: ratio <= most.times,
      against: table,
    },
  ]
}

async function write(file: string, count: number): Promise<void> {
  const life = lifeOf(5, count, longLife)
  const parts = jsonParts()
  await pipeline(
    Readable.from(
      (function* () {
        for (let from = 0; from < life.length; from += 5000) yield parts.more(life.slice(from, from + 5000))
        yield parts.end()
      })(),
    ),
    createWriteStream(file),
  )
}

/** The built command as published; it reports its resource usage when it exits. */
function check(file: string, count: number): Run {
  const teller = `process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    console.error(JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }))
  })`
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(teller)}`,
      'dist/cli/main.js',
      'diary',
      'check',
      file,
      '--json',
    ],
    { encoding: 'utf8' },
  )
  const seconds = (performance.now() - from) / 1000
  const { events } = JSON.parse(stdout) as { readonly events: number }
  if (status !== 0 || events !== count) throw new Error(`unknot diary check: ${status}, ${events} events: ${stderr}`)
  const { maxRSS, cpu } = JSON.parse(stderr) as { readonly maxRSS: number; readonly cpu: number }
  return { count, bytes: statSync(file).size, seconds, cpuSeconds: cpu / 1e6, megabytes: maxRSS / 1024 }
}
