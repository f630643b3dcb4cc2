/** The keeper's tasks; keeper.ts describes them. */
import { canFold, type DiaryEvent } from '../../../diary/event.ts'
import { type Base, baseOf, baseOn } from '../../../diary/log.ts'
import { merge } from '../../../diary/merge.ts'
import { isKeptEvent, type KeptEvent, upgrade } from '../../../diary/upgrade.ts'
import { answerCalls } from '../worker/answer-calls.ts'
import {
  clearDatabase,
  type Database,
  keep,
  keepBase,
  keptBase,
  openDatabase,
  readInParts,
  setAside,
  setLinesAside,
} from './database.ts'
import type { Keeper } from './keeper.ts'
import { type Line, type Read, toEvent } from './lines.ts'
import { appendToFile, clearFile, hasFiles, mendFile, readFile } from './log-file.ts'

/** If this many events are newer than the cached fold, a start replaces it, so that the next start reads few. */
const oldBy = 50

const keeper: Keeper = {
  append: appendToFile,
  checkFold: async () => {
    const database = await open()
    const before = database ? await keptBase(database) : undefined
    const file = before && (await fileOrNothing())
    return before !== undefined && file !== undefined && isFoldOf(before, file)
  },
  reconcile: async isFoldChecked => {
    const database = await open()
    const before = database ? await keptBase(database) : undefined
    const [records, file] = await Promise.all([database ? readInParts(database) : [], fileOrNothing()])
    const looked = lookAt(records)
    const { kept, wrong } = looked
    if (database && wrong.length > 0) await setAside(database, wrong)

    const [onlyInFile, onlyInDatabase] = differences(file?.lines ?? [], kept)
    const readable = lookAt(distinct(onlyInFile.flatMap(line => toEvent(line) ?? []))).kept
    const missing = database ? await stillMissing(database, readable) : readable
    if (database && missing.length > 0) await keep(database, missing)
    const toCopy = file ? onlyInDatabase : []
    if (toCopy.length > 0) await appendToFile(toCopy)

    const isUntouched = onlyInFile.length === 0 && wrong.length === 0
    // An event that another tab has stored meanwhile is not missing, and not damaged.
    const found = new Set(readable.map(({ id }) => id))
    const noEvents = onlyInFile.filter(({ id }) => !found.has(id))
    const damagedLines = (file?.damaged ?? 0) + noEvents.length
    if (database && (damagedLines > 0 || file?.isTorn)) {
      await setLinesAside(database, [...(file?.unreadable ?? []), ...noEvents.map(({ text }) => text)])
      const known = new Set([...kept, ...readable].map(({ id }) => id))
      await mendFile(({ id }) => known.has(id))
    }
    const all = missing.length === 0 ? looked : lookAt(merge(kept, missing))
    return {
      broughtBack: missing.length,
      copied: toCopy.length,
      isTorn: file?.isTorn ?? false,
      damaged: wrong.length + damagedLines,
      newer: all.newer,
      base: isFoldChecked && isUntouched && !isOld(before, kept) ? undefined : await checkedBase(database, before, all),
      hasFile: file !== undefined,
    }
  },
  refold: async () => {
    const database = await open()
    const base = baseOf(database ? await readInParts(database) : ((await keeper.fileAlone()) ?? []))
    if (database) await keepBase(database, base)
    return base
  },
  fileAlone: async () => {
    const file = await fileOrNothing()
    return file && merge(lookAt(file.lines.flatMap(line => toEvent(line) ?? [])).kept)
  },
  clear: async () => {
    const database = await open()
    if (database) await clearDatabase(database)
    if (hasFiles()) await clearFile()
  },
}

let opened: Database | undefined
/** Undefined if the browser has no database, or one of a newer version. */
async function open(): Promise<Database | undefined> {
  try {
    opened ??= await openDatabase(() => {
      opened?.close()
      opened = undefined
    })
    return opened
  } catch {
    return undefined
  }
}

async function fileOrNothing(): Promise<Read | undefined> {
  try {
    return hasFiles() ? await readFile() : undefined
  } catch {
    return undefined
  }
}

interface Looked {
  /** Every valid event, unchanged. Only a newer version can check its own events. */
  readonly kept: readonly KeptEvent[]
  /** Those of them that can be folded, in the current shape. */
  readonly events: readonly DiaryEvent[]
  readonly wrong: readonly unknown[]
  readonly newer: number
}

/** Checks each record once, because a long diary has a hundred thousand. */
function lookAt(records: readonly unknown[]): Looked {
  const kept: KeptEvent[] = []
  const events: DiaryEvent[] = []
  const wrong: unknown[] = []
  for (const record of records) {
    const upgraded = isKeptEvent(record) ? upgrade(record) : undefined
    if (upgraded === undefined || (upgraded.kind === 'event' && !canFold(upgraded.event))) wrong.push(record)
    else {
      kept.push(record as KeptEvent)
      if (upgraded.kind === 'event') events.push(upgraded.event)
    }
  }
  return { kept, events, wrong, newer: kept.length - events.length }
}

/** The lines that the database lacks, and the events that the file lacks. Both are nearly always in the same order. */
function differences(
  lines: readonly Line[],
  kept: readonly KeptEvent[],
): readonly [onlyInFile: readonly Line[], onlyInDatabase: readonly KeptEvent[]] {
  if (lines.length === kept.length && lines.every(({ id }, place) => id === kept[place]?.id)) return [[], []]
  const inFile = new Set(lines.map(({ id }) => id))
  const inDatabase = new Set(kept.map(({ id }) => id))
  return [lines.filter(({ id }) => !inDatabase.has(id)), kept.filter(({ id }) => !inFile.has(id))]
}

const distinct = (events: readonly KeptEvent[]) => [...new Map(events.map(event => [event.id, event])).values()]

/** Another tab may have stored some since the database was read. */
async function stillMissing(database: Database, events: readonly KeptEvent[]): Promise<readonly KeptEvent[]> {
  const { store } = database.transaction('events')
  const keys = await Promise.all(events.map(({ id }) => store.getKey(id)))
  return events.filter((_, place) => keys[place] === undefined)
}

/** Is the cached fold that of the events in the file? False if the file does not have exactly those events. */
function isFoldOf(before: Base, { lines }: Read): boolean {
  const upTo = lines.filter(({ id }) => id <= before.newest)
  if (upTo.length !== before.count) return false
  // Every line has passed its checksum. Parsing many at once takes half the time of parsing one after the other.
  const records = JSON.parse(`[${upTo.map(({ text }) => text).join(',')}]`) as readonly unknown[]
  const { kept, events } = lookAt(records)
  const inOrder = merge(kept)
  const should = baseOn(merge(events), inOrder.at(-1)?.id ?? '', inOrder.length)
  // Folds of one version have their keys in one order, so that equal folds have equal text.
  return JSON.stringify(should) === JSON.stringify(before)
}

const isOld = (before: Base | undefined, kept: readonly KeptEvent[]): boolean =>
  kept.length - (before?.count ?? 0) >= oldBy

/** Folds all events, which are in order, and returns the fold only if the cached one is not right. */
async function checkedBase(
  database: Database | undefined,
  before: Base | undefined,
  { kept, events }: Looked,
): Promise<Base | undefined> {
  const upTo = before?.newest ?? ''
  const older = kept.findLastIndex(({ id }) => id <= upTo) + 1
  const should = baseOn(
    events.slice(0, events.findLastIndex(({ id }) => id <= upTo) + 1),
    kept[older - 1]?.id ?? '',
    older,
  )
  const isRight = before !== undefined && JSON.stringify(should) === JSON.stringify(before)
  if (isRight && !isOld(before, kept)) return undefined
  const base = older === kept.length ? should : baseOn(events, kept.at(-1)?.id ?? '', kept.length)
  if (database) await keepBase(database, base)
  return isRight ? undefined : base
}

answerCalls(keeper)
