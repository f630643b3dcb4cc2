/** `unknot diary export`: the diary as JSON, as tables for spreadsheets, or as a FHIR document. */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import papa from 'papaparse'
import { csvName, toCsv } from '../diary/csv.ts'
import { jsonParts } from '../diary/json.ts'
import { toTables } from '../diary/tables.ts'
import { understood } from '../diary/upgrade.ts'
import { notInFhir, toFhir } from '../library/diary.ts'
import { allOf, type DiarySource, openDiary } from './diary-source.ts'
import { BadInput } from './input.ts'
import { print } from './output.ts'
import { mustBeNew, writeOut } from './write-file.ts'

export const exportFormats = ['json', 'csv', 'fhir'] as const

export interface ExportFlags {
  readonly format: (typeof exportFormats)[number]
  readonly out?: string
  readonly name?: string
  readonly json?: boolean
}

/** What was written: one file, or a file for each table. */
interface Written {
  readonly events: number
  readonly files: readonly string[]
}

export async function exportDiary(file: string, { format, out, name, json }: ExportFlags): Promise<void> {
  if (format === 'csv' && out === undefined)
    throw new BadInput('CSV is a file for each type of event: name a folder for them with --out')
  if (json && out === undefined) throw new BadInput('--json tells what was written where: give --out too')
  if (name !== undefined && format !== 'fhir') throw new BadInput('--name stands in FHIR alone: give --format fhir too')
  if (out !== undefined && format !== 'csv') mustBeNew(out)
  const source = await openDiary(file)
  const files =
    format === 'csv' && out !== undefined
      ? await writeTables(source, out)
      : await writeOne(format === 'json' ? asJson(source) : asFhir(source, name), out)
  if (out !== undefined) await print(told({ events: source.report.events, files }, json ?? false))
}

async function writeOne(parts: AsyncIterable<string>, out: string | undefined): Promise<readonly string[]> {
  await writeOut(parts, out)
  return out === undefined ? [] : [out]
}

async function* asJson(source: DiarySource): AsyncGenerator<string> {
  const parts = jsonParts()
  for await (const events of source.events()) yield parts.more(events)
  yield parts.end()
}

async function* asFhir(source: DiarySource, name: string | undefined): AsyncGenerator<string> {
  const events = understood(await allOf(source))
  const bundle = toFhir(events, {
    id: randomUUID(),
    at: new Date().toISOString(),
    ...(name === undefined ? {} : { name }),
  })
  const { byType, newer } = source.report
  const leftOut = notInFhir.flatMap(type => (byType[type] === undefined ? [] : [`${byType[type]} ${type}`]))
  if (newer > 0) leftOut.push(`${newer} of a newer Unknot`)
  if (leftOut.length > 0) console.error(`unknot: not in FHIR, and in the JSON: ${leftOut.join(', ')}`)
  yield `${JSON.stringify(bundle, undefined, 1)}\n`
}

async function writeTables(source: DiarySource, folder: string): Promise<readonly string[]> {
  const tables = toTables(understood(await allOf(source))).map(table => ({ table, out: join(folder, csvName(table)) }))
  for (const { out } of tables) mustBeNew(out)
  await mkdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EEXIST') throw new BadInput(`${folder}: no folder can be made there: check the name`)
  })
  if (source.report.newer > 0)
    console.error(`unknot: not in CSV, and in the JSON: ${source.report.newer} of a newer Unknot`)
  for (const { table, out } of tables) await writeOut(once(`\uFEFF${toCsv(papa.unparse, table)}`), out)
  return tables.map(({ out }) => out)
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

const told = (written: Written, asLine: boolean): string =>
  asLine
    ? `${JSON.stringify(written)}\n`
    : `${written.events.toLocaleString('en')} events written:\n${written.files.map(each => `  ${each}\n`).join('')}`
