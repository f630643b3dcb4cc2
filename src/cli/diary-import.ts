/** `unknot diary import`: previews files of other programs, then adds them to a diary file. */
import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { Unzip, UnzipInflate } from 'fflate'
import { checkEvent } from '../diary/check-schema.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import type { Columns } from '../exchange/columns.ts'
import type { Asked } from '../exchange/importer.ts'
import { withIngredients } from '../exchange/medicine-names.ts'
import { knownOf, planImport } from '../exchange/plan-import.ts'
import { actOf, type Preview, without } from '../exchange/preview.ts'
import { type ImporterId, leftOut, programs } from '../exchange/programs.ts'
import { readFile } from '../exchange/read-file.ts'
import type { DayOrder } from '../exchange/written-days.ts'
import { uuidV7After } from '../ids.ts'
import { holdingsOf } from '../library/medicines.ts'
import { atInstant } from '../time.ts'
import { diaryFile } from './diary-file.ts'
import { importLines } from './import-lines.ts'
import { gunzip, importTools } from './import-tools.ts'
import { BadInput } from './input.ts'
import { print } from './output.ts'
import { progressOf } from './progress.ts'
import { writeDiary } from './write-diary.ts'

export interface ImportOptions {
  readonly into: string
  readonly from?: ImporterId
  readonly dates?: DayOrder
  readonly foodSource?: string
  readonly columns?: Columns
  readonly without: readonly string[]
  readonly preview: boolean
  readonly json: boolean
}

/** Each file is a separate action that can be undone alone. If any file cannot be read, nothing is written. */
export async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const { into, from, columns, dates, foodSource, preview: isPreview, json } = options
  const leftOutKinds = new Set(options.without)
  const now = new Date()
  const tools = importTools(now.getTime())
  const at = atInstant(now.getTime(), tools.zone)?.at ?? now.toISOString()
  let diary = existsSync(into) ? await eventsOf(into) : []
  const before = diary.length
  for (const file of files) {
    const progress = progressOf('reading', file)
    const read = await readFile(piecesOf(file), {
      from,
      tools,
      answers: { columns, dates, foodSource },
      zip: { Unzip, UnzipInflate },
      decoderOf: encoding => new TextDecoder(encoding, { fatal: true }),
      gunzip,
      onProgress: progress.at,
    }).finally(progress.end)
    if ('problem' in read) throw new BadInput(`${file}: ${read.problem}${wayOn(read.asks)}`)
    const previews: Preview[] = []
    for (const { name, id, read: found } of read.parts) {
      const planned = planImport(id, found, knownOf(diary), tools)
      const preview = without(withIngredients(planned, holdingsOf(planned.unknownMedicines)), leftOutKinds)
      const named = name === undefined ? file : `${file}, ${name}`
      const line = { file, ...(name === undefined ? {} : { part: name }), recognisedAs: id, ...preview }
      await print(json ? `${JSON.stringify(line)}\n` : importLines(named, preview))
      const newest = newestId(diary)
      const next = (after: string) => uuidV7After(after > newest ? after : newest, now.getTime(), randomBytes(10))
      diary = [...diary, ...actOf(preview, at, next)]
      previews.push(preview)
    }
    if (!json) for (const each of read.besides) await print(`  ${each}\n`)
    refuseUnread(file, previews)
  }
  if (isPreview || diary.length === before) return
  writeDiary(into, diary)
  if (!json) await print(`${into}: ${diary.length - before} new\n`)
}

/** How a question that the file leaves open is answered here. */
function wayOn(asks: Asked | undefined): string {
  if (asks?.about === 'dates') return ': say --dates day-first or --dates month-first'
  if (asks?.about !== 'columns') return ''
  const example = Object.entries(asks.suggested).map(([meaning, name]) => `${meaning}=${name}`)
  const columns = example.length > 0 ? example.join(',') : `date=${asks.names[0]}`
  return `. For a table of your own, say what its columns (${asks.names.join(', ')}) mean, as in --columns "${columns}"`
}

/** A file without any readable record is treated like one that is not an export. */
function refuseUnread(file: string, previews: readonly Preview[]): void {
  const sum = (of: keyof Preview['accounted']) => previews.reduce((all, { accounted }) => all + accounted[of], 0)
  if (sum('read') === 0) throw new BadInput(`${file}: it holds no entries: export it again`)
  if (sum('added') + sum('alreadyThere') === 0 && sum('listed') > 0)
    throw new BadInput(`${file}: nothing in it could be read: see why above, or --preview --json`)
}

function newestId(diary: readonly KeptEvent[]): string {
  let newest = ''
  for (const { id } of diary) if (id > newest) newest = id
  return newest
}

/** A damaged diary is not changed, because that could lose the part that could not be read. */
async function eventsOf(file: string): Promise<readonly KeptEvent[]> {
  const events: KeptEvent[] = []
  for await (const entries of diaryFile(file))
    for (const entry of entries) {
      if ('fault' in entry) throw new BadInput(`${file}, ${entry.place}: ${entry.fault}`)
      const checked = checkEvent(entry.value)
      if (checked.kind === 'wrong') throw new BadInput(`${file}, ${entry.place}: not an event: ${checked.why}`)
      events.push(checked.event)
    }
  return events
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* file === '-' ? process.stdin : createReadStream(file)
  } catch {
    throw new BadInput(`${file}: cannot be read: check the name`)
  }
}

/** The list for `--help`. */
export const importList = (): string =>
  [
    ...Object.entries(programs).map(([id, { name, file }]) => `  ${id.padEnd(13)} ${name}: ${file}`),
    ...leftOut.map(({ name, why }) => `  left out      ${name}: ${why}`),
  ].join('\n')
