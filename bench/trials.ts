/**
 * How fast is an analysis? The median of each reference set (Node), from reading the file to verdict and density; and
 * 400 simulated trials of the planner. Targets: M1 at most 2 ms, M2 and M3 at most 15 ms, 400 trials at most 1 s. On a
 * busy machine the processor time is more meaningful than the wall clock. Compiled Stan on the same data is compared if
 * Rscript and rstan are installed, otherwise "not measured".
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { analyse, planningBaseline, power, readCsv, withDefaults } from '../src/library/trials.ts'

interface Reference {
  readonly model: 'M1' | 'M2' | 'M3'
  readonly data_file: string
  readonly mcid: number
  readonly scale?: readonly [number, number]
}

const { datasets } = JSON.parse(readFileSync('test/trials/reference.json', 'utf8')) as {
  readonly datasets: Readonly<Record<string, Reference>>
}
const modelOf = { M1: 'rating', M2: 'count', M3: 'yes-no' } as const
const target = { M1: 2, M2: 15, M3: 15 }
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

console.log(`${cpus()[0]?.model ?? 'cpu'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
const byModel: Record<string, { clock: number; processor: number }[]> = {}
for (const [id, { model, data_file, mcid, scale }] of Object.entries(datasets)) {
  const options = withDefaults({ model: modelOf[model], mcid: Math.abs(mcid), ...(scale ? { scale } : {}) })
  const text = readFileSync(`test/trials/data/${data_file}`, 'utf8')
  const once = () => {
    const began = performance.now()
    const read = readCsv(text, options)
    if (!read.ok) throw new Error(read.error)
    analyse(read.records, options)
    return performance.now() - began
  }
  for (let run = 0; run < 30; run += 1) once()
  const before = process.cpuUsage()
  const time = median(Array.from({ length: 100 }, once))
  const used = process.cpuUsage(before)
  const processor = (used.user + used.system) / 100_000
  byModel[model] = [...(byModel[model] ?? []), { clock: time, processor }]
  console.log(`${model}  ${id.padEnd(26)} ${time.toFixed(2)} ms, of processor ${processor.toFixed(2)} ms`)
}
for (const model of ['M1', 'M2', 'M3'] as const) {
  const own = byModel[model] ?? []
  const clock = median(own.map(each => each.clock))
  const processor = median(own.map(each => each.processor))
  console.log(
    `${model}  median over its sets ${clock.toFixed(2)} ms, of processor ${processor.toFixed(2)} ms (at most ${target[model]} ms: ${clock <= target[model] ? 'met' : 'MISSED'})`,
  )
}

for (const model of ['rating', 'count', 'yes-no'] as const) {
  const began = performance.now()
  const before = process.cpuUsage()
  power({
    options: withDefaults({ model }),
    layout: {
      kind: 'periods',
      cycles: model === 'rating' ? 6 : 8,
      periodDays: model === 'rating' ? 3 : 7,
      leaveOut: 0,
    },
    armCount: 2,
    baseline: planningBaseline[model],
    effect: -0.7,
    trials: 400,
    seed: 1,
  })
  console.log(
    `400 made-up trials, ${model}: ${(performance.now() - began).toFixed(0)} ms, of processor ${(process.cpuUsage(before).user / 1000).toFixed(0)} ms (at most 1000)`,
  )
}

const hasStan = spawnSync('Rscript', ['-e', 'library(rstan)'], { stdio: 'ignore' }).status === 0
console.log(
  `ratio to compiled Stan: ${hasStan ? 'rstan is here, but its models are not part of this project: not measured' : 'not measured (no rstan)'}`,
)
