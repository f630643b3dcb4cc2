/**
 * An Apple Health export of many years, 500 MB, through the published command: seconds and peak memory; and the same
 * for files made to fill the memory. The files are generated in the temporary folder and removed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { zipSync } from 'fflate'
import { bundleCommand } from '../build/command.ts'
import type { Bench, Figure } from './measure.ts'

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
      await benchBombs(bundle, folder),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The highest peak memory of the malicious files, each of them refused or read. */
async function benchBombs(bundle: string, folder: string): Promise<Figure> {
  const daylio = 'full_date,date,weekday,time,mood,activities,note_title,note\n'
  const bombs: Readonly<Record<string, string | Uint8Array>> = {
    'one attribute of 200 MB in a zip.zip': zipSync(
      {
        'export.xml': new TextEncoder().encode(`<HealthData><Record type="${'x'.repeat(200_000_000)}"/></HealthData>`),
      },
      { level: 6 },
    ),
    '300,000 tags in one another.xml': `<HealthData>${'<a>'.repeat(300_000)}`,
    '600,000 names.json': `{"nomie":{"number":"6.0"},"events":[${Array.from({ length: 600_000 }, (_, at) => `{"k${at}":1}`).join(',')}]}`,
    '69,000 entries.csv': daylio + '2024-03-01,,,8:00,good,,,x\n'.repeat(69_000),
    '23 million letters.csv': `${daylio}2024-03-01,,,8:00,good,,,"${'\u00e9'.repeat(23_000_000)}"`,
  }
  let [peak, worst] = [0, '']
  for (const [name, content] of Object.entries(bombs)) {
    const file = join(folder, name)
    writeFileSync(file, content)
    const found = await run(bundle, ['diary', 'import', file, '--into', join(folder, 'none.json'), '--preview'], [0, 2])
    rmSync(file)
    if (found.peak > peak) [peak, worst] = [found.peak, name]
  }
  return {
    what: `${Object.keys(bombs).length} files made to fill the memory: most memory`,
    figure: `${peak} MB`,
    target: `at most ${most} MB`,
    isMet: peak <= most,
    against: `the worst is "${worst}"`,
  }
}

/** Runs the command and measures its peak memory, as counted by the kernel. */
async function run(
  bundle: string,
  args: readonly string[],
  mayEndWith: readonly number[] = [0],
): Promise<{ readonly seconds: number; readonly peak: number }> {
  // The command reports its own usage at exit, because a finished process cannot be queried.
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
  const code = await new Promise<number>(resolve => child.on('close', resolve))
  const [, kilobytes] = /peak (\d+)/.exec(stderr) ?? []
  if (!mayEndWith.includes(code) || kilobytes === undefined) throw new Error(`the import ended with ${code}: ${stderr}`)
  return { seconds: (performance.now() - began) / 1000, peak: Math.round(Number(kilobytes) / 1024) }
}

/** A phone and a watch that count steps, heart rates that Unknot does not store, sleep, water and food. */
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
