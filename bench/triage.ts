/**
 * How many cases per second does `unknot triage --json` answer? The oracle's 20,000 cases, five times, through the real
 * program: stdin to stdout. The figure is the processor time of all its threads, which is what one core would take.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './measure.ts'

const target = 20_000
const rounds = 5

export const benchTriage: Bench = async () => {
  const lines = oracleLines()
  const cases = lines.length * rounds
  const folder = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  const file = join(folder, 'cases.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`.repeat(rounds))
  const own = await run(['dist/cli/main.js', 'triage', '--json'], file)
  const bare = await run(['--input-type=module', '-e', parseAndWrite], file)
  rmSync(folder, { recursive: true })
  if (own.answers !== cases) throw new Error(`${cases} cases in, ${own.answers} answers out`)
  const rate = cases / own.seconds
  return [
    {
      what: 'unknot triage --json, cases a second on one core',
      figure: thousands(rate),
      target: `at least ${thousands(target)}`,
      isMet: rate >= target,
      against: `JSON.parse and JSON.stringify of the same lines: ${thousands(cases / bare.seconds)}`,
    },
  ]
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en')

function oracleLines(): readonly string[] {
  const { findings, cases } = JSON.parse(readFileSync('test/oracle/cases.json', 'utf8'))
  return cases.map(([complaint, age, sex, present, hoursSinceOnset, pregnancyWeeks]: OracleCase, index: number) =>
    JSON.stringify({
      id: `c${index}`,
      complaint,
      age,
      sex,
      present: present.map(place => findings[place]),
      context: { hoursSinceOnset, pregnancyWeeks },
    }),
  )
}

type OracleCase = readonly [string, number | null, string | null, readonly number[], number | null, number | null]

/** The least work of a program that reads and writes JSON lines. */
const parseAndWrite = `
import { createInterface } from 'node:readline'
let waiting = ''
for await (const line of createInterface({ input: process.stdin })) {
  waiting += JSON.stringify(JSON.parse(line)) + '\\n'
  if (waiting.length > 65536) { process.stdout.write(waiting); waiting = '' }
}
process.stdout.write(waiting)`

/** Loaded before the program: at exit it prints the processor time used. */
const clock = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs'
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(2, String((user + system) / 1e6))
})`)}`

interface Run {
  readonly seconds: number
  readonly answers: number
}

async function run(args: readonly string[], file: string): Promise<Run> {
  const input = openSync(file, 'r')
  const program = spawn(process.execPath, ['--import', clock, ...args], { stdio: [input, 'pipe', 'pipe'] })
  let answers = 0
  let said = ''
  program.stdout?.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === newline) answers++
  })
  program.stderr?.on('data', text => {
    said += text
  })
  await once(program, 'close')
  closeSync(input)
  const seconds = Number(said)
  if (!(seconds > 0)) throw new Error(`${args.join(' ')}: ${said}`)
  return { seconds, answers }
}

const newline = 10
