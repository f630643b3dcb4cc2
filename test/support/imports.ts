/** Importers as in the app and the command, in a zone an hour ahead of UTC, at noon of 1 November 2026. */
import { readFileSync } from 'node:fs'
import { Unzip, UnzipInflate } from 'fflate'
import { gunzip, importTools } from '../../src/cli/import-tools.ts'
import type { DiaryEvent } from '../../src/diary/event.ts'
import type { Answers, Tools } from '../../src/exchange/importer.ts'
import { knownOf, planImport } from '../../src/exchange/plan-import.ts'
import { actOf, type Preview } from '../../src/exchange/preview.ts'
import type { ImporterId } from '../../src/exchange/programs.ts'
import { type ReadFile, type ReadPart, readFile } from '../../src/exchange/read-file.ts'
import { uuidV7, uuidV7After } from '../../src/ids.ts'
import { zoneOf } from '../../src/time.ts'

const now = Date.parse('2026-11-01T11:00:00Z')

const tools = (minutesAhead = 60): Tools => ({ ...importTools(now), zone: zoneOf(() => minutesAhead) })

export const fixture = (name: string): string => readFileSync(`test/exchange/${name}`, 'utf8')

interface How {
  readonly size?: number
  readonly from?: ImporterId
  readonly zone?: number
  readonly answers?: Answers
}

/** Reads a file in pieces of this many bytes. */
export function readAll(
  file: string | Uint8Array,
  { size = 65_536, from, zone, answers = {} }: How = {},
): Promise<ReadFile> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const decoderOf = (encoding: string) => new TextDecoder(encoding, { fatal: true })
  return readFile(pieces(), { from, answers, tools: tools(zone), zip: { Unzip, UnzipInflate }, decoderOf, gunzip })
}

/** The first file that is found in a file. */
export async function read(
  file: string | Uint8Array,
  how: How = {},
): Promise<ReadPart | Extract<ReadFile, { problem: string }>> {
  const found = await readAll(file, how)
  if ('problem' in found) return found
  const [part] = found.parts
  if (!part) throw new Error('a file without a part')
  return part
}

/** What a file would add to a diary; fails if it cannot be read. */
export async function preview(
  file: string | Uint8Array,
  diary: readonly DiaryEvent[] = [],
  zone?: number,
  answers: Answers = {},
): Promise<Preview> {
  const found = await read(file, zone === undefined ? { answers } : { zone, answers })
  if ('problem' in found) throw new Error(found.problem)
  return planImport(found.id, found.read, knownOf(diary), tools(zone))
}

/** The diary with a file added in one action. */
export function added(diary: readonly DiaryEvent[], of: Preview): readonly DiaryEvent[] {
  return [...diary, ...(actOf(of, '2026-11-01T12:00:00+01:00', nextAfter(diary)) as readonly DiaryEvent[])]
}

/** The diary with its newest import undone, as by a tap on Undo. */
export function undone(diary: readonly DiaryEvent[]): readonly DiaryEvent[] {
  const merged = diary.findLast(({ type }) => type === 'merged')
  if (!merged) return diary
  const id = nextAfter(diary)('')
  return [...diary, { id, v: 2, at: '2026-11-01T12:05:00+01:00', type: 'struck-out', events: [merged.id] }]
}

let count = 0
function nextAfter(diary: readonly DiaryEvent[]): (after: string) => string {
  const ids = [uuidV7(now, new Uint8Array(10)), ...diary.map(({ id }) => id)]
  const newer = (after: string) => [...ids, after].sort().at(-1) ?? after
  return after => uuidV7After(newer(after), now, new Uint8Array(10).fill(++count % 256))
}
