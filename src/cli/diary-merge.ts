/** `unknot diary merge`: merges several diaries, each event once. The same files give the same bytes in any order. */
import { jsonParts } from '../diary/json.ts'
import { canonical, merge } from '../diary/merge.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { type DiarySource, openDiary } from './diary-source.ts'
import { BadInput } from './input.ts'
import { print } from './output.ts'
import { mustBeNew, writeOut } from './write-file.ts'

export interface MergeFlags {
  readonly out?: string
  readonly json?: boolean
}

export async function mergeFiles(files: readonly string[], { out, json }: MergeFlags): Promise<void> {
  if (json && out === undefined) throw new BadInput('--json tells what was written where: give --out too')
  if (files.filter(file => file === '-').length > 1) throw new BadInput('- is stdin: it can be read once')
  if (out !== undefined) mustBeNew(out)
  const sources: DiarySource[] = []
  for (const file of files) sources.push(await openDiary(file))
  const tally = { events: 0, inSeveral: 0, differing: 0 }
  await writeOut(asJson(sources, tally), out)
  if (tally.differing > 0)
    console.error(
      `unknot: ${tally.differing} ids stand for different events: the same one of each was chosen everywhere`,
    )
  if (out === undefined) return
  const from = sources.map(({ report }) => ({ file: report.file, events: report.events }))
  await print(
    json
      ? `${JSON.stringify({ ...tally, file: out, from })}\n`
      : `${out}: ${tally.events.toLocaleString('en')} events, ${tally.inSeveral.toLocaleString('en')} of them in several files\n`,
  )
}

interface Tally {
  events: number
  inSeveral: number
  differing: number
}

/** The next event of a source, until there is none. */
interface Cursor {
  readonly source: AsyncGenerator<readonly KeptEvent[]>
  batch: readonly KeptEvent[]
  place: number
}

const most = 5000

async function* asJson(sources: readonly DiarySource[], tally: Tally): AsyncGenerator<string> {
  const parts = jsonParts()
  const cursors: Cursor[] = sources.map(({ events }) => ({ source: events(), batch: [], place: 0 }))
  for (const cursor of cursors) await fill(cursor)
  let ready: KeptEvent[] = []
  for (;;) {
    const heads = cursors.flatMap(cursor => cursor.batch[cursor.place] ?? [])
    const least = heads.reduce((id, head) => (id === '' || head.id < id ? head.id : id), '')
    if (least === '') break
    const same = heads.filter(({ id }) => id === least)
    const [chosen] = merge(same, [])
    if (chosen) ready.push(chosen)
    tally.events += 1
    if (same.length > 1) tally.inSeveral += 1
    if (same.length > 1 && new Set(same.map(canonical)).size > 1) tally.differing += 1
    for (const cursor of cursors)
      if (cursor.batch[cursor.place]?.id === least) {
        cursor.place += 1
        if (cursor.place >= cursor.batch.length) await fill(cursor)
      }
    if (ready.length >= most) {
      yield parts.more(ready)
      ready = []
    }
  }
  yield parts.more(ready)
  yield parts.end()
}

async function fill(cursor: Cursor): Promise<void> {
  cursor.place = 0
  cursor.batch = []
  while (cursor.batch.length === 0) {
    const next = await cursor.source.next()
    if (next.done) return
    cursor.batch = next.value
  }
}
