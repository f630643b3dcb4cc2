/** `unknot diary import`: what other programs kept, shown and then added to a diary file. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { Unzip, UnzipInflate } from 'fflate'
import { jsonParts } from '../diary/json.ts'
import { merge } from '../diary/merge.ts'
import { isKeptEvent, type KeptEvent } from '../diary/upgrade.ts'
import { type ImporterId, importers, leftOut } from '../exchange/importers.ts'
import { placesOf } from '../exchange/misses.ts'
import { actOf, knownOf, type Preview, planImport, without } from '../exchange/plan-import.ts'
import { readFile } from '../exchange/read-file.ts'
import { atInstant } from '../exchange/times.ts'
import { uuidV7After } from '../ids.ts'
import { diaryFile } from './diary-file.ts'
import { importTools } from './import-tools.ts'
import { BadInput } from './input.ts'
import { print } from './output.ts'
import { progressOf } from './progress.ts'

export interface ImportOptions {
  readonly into: string
  readonly from?: ImporterId
  readonly without: readonly string[]
  readonly preview: boolean
  readonly json: boolean
}

/** Each file is an act of its own, which can be undone by itself. Nothing is written when any of them cannot be read. */
export async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
  const { into, from, preview: isPreview, json } = options
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
      zip: { Unzip, UnzipInflate },
      decoderOf: encoding => new TextDecoder(encoding, { fatal: true }),
      onProgress: progress.at,
    }).finally(progress.end)
    if ('problem' in read) throw new BadInput(`${file}: ${read.problem}`)
    const preview = without(planImport(read.id, read.read, knownOf(diary), tools), leftOutKinds)
    await print(json ? `${JSON.stringify({ file, recognisedAs: read.id, ...preview })}\n` : show(file, preview))
    const newest = newestId(diary)
    const next = (after: string) => uuidV7After(after > newest ? after : newest, now.getTime(), randomBytes(10))
    diary = [...diary, ...actOf(preview, at, next)]
  }
  if (isPreview || diary.length === before) return
  writeDiary(into, diary)
  if (!json) await print(`${into}: ${diary.length - before} new\n`)
}

function newestId(diary: readonly KeptEvent[]): string {
  let newest = ''
  for (const { id } of diary) if (id > newest) newest = id
  return newest
}

/** Of a diary with a fault nothing is added to, for fear of losing what could not be read. */
async function eventsOf(file: string): Promise<readonly KeptEvent[]> {
  const events: KeptEvent[] = []
  for await (const entries of diaryFile(file))
    for (const entry of entries) {
      if ('fault' in entry) throw new BadInput(`${file}, ${entry.place}: ${entry.fault}`)
      if (!isKeptEvent(entry.value))
        throw new BadInput(`${file}, ${entry.place}: not an event: unknot diary check ${file} says more`)
      events.push(entry.value)
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

const atOnce = 5000

/** Beside the old one first, so that a crash leaves one whole diary. */
function writeDiary(file: string, diary: readonly KeptEvent[]): void {
  const beside = `${file}.${process.pid}.part`
  try {
    const out = openSync(beside, 'w', existsSync(file) ? statSync(file).mode : 0o600)
    const [parts, all] = [jsonParts(), merge(diary)]
    for (let at = 0; at < all.length; at += atOnce) writeSync(out, parts.more(all.slice(at, at + atOnce)))
    writeSync(out, parts.end())
    fsyncSync(out)
    closeSync(out)
    renameSync(beside, file)
  } catch {
    rmSync(beside, { force: true })
    throw new BadInput(`${file}: cannot be written: check the folder and its room`)
  }
}

/** The list for `--help`. */
export const importList = (): string =>
  [
    ...Object.entries(importers).map(([id, { name, file }]) => `  ${id.padEnd(13)} ${name}: ${file}`),
    ...leftOut.map(({ name, why }) => `  left out      ${name}: ${why}`),
  ].join('\n')

const mostShown = 20

function show(file: string, preview: Preview): string {
  const { from, toAdd, alreadyThere, unwanted, replaced, counts, days, notUnderstood, assumed } = preview
  const shown = notUnderstood.slice(0, mostShown)
  return `${[
    `${file}: ${from}, ${toAdd.length} to add, ${alreadyThere} already there${days ? `, ${days[0]} to ${days[1]}` : ''}`,
    ...Object.entries(counts).map(([kind, count]) => `  ${kind.padEnd(18)} ${String(count).padStart(9)}`),
    ...(replaced.length > 0 ? [`  ${replaced.length} totals of a day take the place of older ones`] : []),
    ...(unwanted > 0 ? [`  ${unwanted} stay struck out, as you left them`] : []),
    ...assumed.map(each => `  ${each}`),
    ...(shown.length > 0 ? ['  Not understood, and not added:'] : []),
    ...shown.map(miss => `    ${placesOf(miss)}: ${miss.what}: ${miss.why}`),
    ...(notUnderstood.length > mostShown
      ? [`    and ${notUnderstood.length - mostShown} kinds more: --json lists all`]
      : []),
  ].join('\n')}\n`
}
