/**
 * Apple Health's export of years, 500 MB, through the command as it is shipped: seconds, and the most memory it held. The
 * file is made up here, in the temporary folder, and taken away again.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { bundleCommand } from '../build/command.ts'
import type { Bench } from './measure.ts'

const megabytes = 500
const most = 300

export const benchImport: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-import-'))
  try {
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < 2 * megabytes * 1e6) throw new Error(`${tmpdir()} has no room for ${megabytes} MB`)
    const [bundle, file, diary] = [join(folder, 'cli/main.js'), join(folder, 'export.xml'), join(folder, 'diary.json')]
    await bundleCommand(bundle)
    const records = await makeExport(file, megabytes * 1e6)
    const { seconds, peak } = await run(bundle, ['diary', 'import', file, '--into', diary])
    const events = readFileSync(diary, 'utf8').split('\n').length - 3
    const size = Math.round(statSync(file).size / 1e6)
    const what = `Apple Health, ${size} MB, ${records} records into ${events} events`
    return [
      {
        what: `${what}: time`,
        figure: `${seconds.toFixed(1)} s`,
        target: 'none set',
        isMet: true,
        against: 'as it is shipped',
      },
      {
        what: `${what}: most memory`,
        figure: `${peak} MB`,
        target: `at most ${most} MB`,
        isMet: peak <= most,
        against: `${(await run(bundle, ['--version'])).peak} MB for unknot --version`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Runs the command and looks at the most memory it held, as the kernel counts it. */
async function run(
  bundle: string,
  args: readonly string[],
): Promise<{ readonly seconds: number; readonly peak: number }> {
  // The command tells of itself as it ends: nobody can ask a process that is over.
  const tell = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`
  const began = performance.now()
  const child = spawn(process.execPath, [
    '--import',
    `data:text/javascript,${encodeURIComponent(tell)}`,
    bundle,
    ...args,
  ])
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdout.resume()
  const code = await new Promise(resolve => child.on('close', resolve))
  const [, kilobytes] = /peak (\d+)/.exec(stderr) ?? []
  if (code !== 0 || kilobytes === undefined) throw new Error(`the import ended with ${code}: ${stderr}`)
  return { seconds: (performance.now() - began) / 1000, peak: Math.round(Number(kilobytes) / 1024) }
}

/** A phone and a watch that count steps, heart beats that Unknot has no place for, sleep, water and food. */
async function makeExport(file: string, bytes: number): Promise<number> {
  const out = createWriteStream(file)
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  await write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record)*>\n]>\n')
  await write('<HealthData locale="en_GB">\n <ExportDate value="2026-11-01 09:00:00 +0100"/>\n')
  let [records, written] = [0, 0]
  for (let minute = 0; written < bytes; ) {
    let text = ''
    for (let count = 0; count < 1000; count++, minute += 3, records++) text += recordAt(minute, records)
    written += text.length
    await write(text)
  }
  await write('</HealthData>\n')
  out.end()
  await finished(out)
  return records
}

const start = Date.parse('2016-01-01T00:00:00Z')

function recordAt(minute: number, place: number): string {
  const time = (at: number) => `${new Date(start + at * 60_000).toISOString().slice(0, 19).replace('T', ' ')} +0100`
  const span = `creationDate="${time(minute + 5)}" startDate="${time(minute)}" endDate="${time(minute + 3)}"`
  const of = (type: string, source: string, unit: string, value: string) =>
    ` <Record type="${type}" sourceName="${source}" sourceVersion="17.1" device="&lt;&lt;HKDevice: 0x${(place % 4096).toString(16)}&gt;, name:${source}, manufacturer:Apple Inc.&gt;" ${unit && `unit="${unit}" `}${span} value="${value}"/>\n`
  const hour = Math.floor(minute / 60) % 24
  if (place % 40 === 0) return of('HKQuantityTypeIdentifierDietaryWater', 'Water log', 'mL', '200')
  if (place % 41 === 0) return of('HKQuantityTypeIdentifierDietaryMagnesium', 'Food log', 'mg', '31.5')
  if (hour < 7)
    return of('HKCategoryTypeIdentifierSleepAnalysis', 'Watch', '', 'HKCategoryValueSleepAnalysisAsleepCore')
  if (place % 3 === 0) return of('HKQuantityTypeIdentifierHeartRate', 'Watch', 'count/min', String(60 + (place % 50)))
  return of('HKQuantityTypeIdentifierStepCount', place % 3 === 1 ? 'Phone' : 'Watch', 'count', String(place % 90))
}
