/** The keeper at work; see keeper.ts for what it does. */
import { canFold, currentVersion } from '../../diary/event.ts'
import { type Base, baseOf } from '../../diary/log.ts'
import { merge } from '../../diary/merge.ts'
import { isKeptEvent, type KeptEvent, upgrade } from '../../diary/upgrade.ts'
import {
  clearDatabase,
  type Database,
  keep,
  keepBase,
  keptBase,
  openDatabase,
  readInParts,
  setAside,
} from './database.ts'
import type { Answer, Keeper, Numbered } from './keeper.ts'
import { type Read, toEvent } from './lines.ts'
import { appendToFile, clearFile, hasFiles, mendFile, readFile } from './log-file.ts'

/** A kept fold this many events old is replaced at a start, so that the next one reads few. */
const oldBy = 50

const keeper: Keeper = {
  append: appendToFile,
  reconcile: async () => {
    const database = await open()
    const before = database ? await keptBase(database) : undefined
    const records = database ? await readInParts(database) : []
    const kept = records.filter(isWhole)
    const wrong = records.filter(record => !isWhole(record))
    if (database && wrong.length > 0) await setAside(database, wrong)

    const file = await fileOrNothing()
    const inDatabase = new Set(kept.map(({ id }) => id))
    const onlyInFile = (file?.lines ?? []).filter(({ id }) => !inDatabase.has(id))
    const readable = distinct(onlyInFile.flatMap(line => toEvent(line) ?? []).filter(isWhole))
    const missing = database ? await stillMissing(database, readable) : readable
    if (database && missing.length > 0) await keep(database, missing)
    const inFile = new Set(file?.lines.map(({ id }) => id))
    const onlyInDatabase = file ? kept.filter(({ id }) => !inFile.has(id)) : []
    if (onlyInDatabase.length > 0) await appendToFile(onlyInDatabase)

    const all = [...kept, ...missing]
    const known = new Set(all.map(({ id }) => id))
    const unreadable = onlyInFile.filter(({ id }) => !known.has(id)).length
    const damagedLines = (file?.damaged ?? 0) + unreadable
    if (database && (damagedLines > 0 || file?.isTorn)) await mendFile(({ id }) => known.has(id))
    return {
      broughtBack: missing.length,
      copied: onlyInDatabase.length,
      isTorn: file?.isTorn ?? false,
      damaged: wrong.length + damagedLines,
      newer: all.filter(({ v }) => v > currentVersion).length,
      base: await checkedBase(database, before, all),
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
    return file && merge(file.lines.flatMap(line => toEvent(line) ?? []).filter(isWhole))
  },
  clear: async () => {
    const database = await open()
    if (database) await clearDatabase(database)
    if (hasFiles()) await clearFile()
  },
}

let opened: Database | undefined
/** Undefined where the browser has no database, or one of a newer Unknot. */
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

/** Of an event of a newer Unknot, only that one can tell. */
function isWhole(event: unknown): event is KeptEvent {
  if (!isKeptEvent(event)) return false
  const upgraded = upgrade(event)
  return upgraded.kind === 'newer' || canFold(upgraded.event)
}

const distinct = (events: readonly KeptEvent[]) => [...new Map(events.map(event => [event.id, event])).values()]

/** Another tab may have kept some since the database was read. */
async function stillMissing(database: Database, events: readonly KeptEvent[]): Promise<readonly KeptEvent[]> {
  const { store } = database.transaction('events')
  const keys = await Promise.all(events.map(({ id }) => store.getKey(id)))
  return events.filter((_, place) => keys[place] === undefined)
}

/** Folds all, and answers only where the kept fold is not what it should be. */
async function checkedBase(
  database: Database | undefined,
  before: Base | undefined,
  events: readonly KeptEvent[],
): Promise<Base | undefined> {
  const known = events.filter(({ id }) => id <= (before?.newest ?? ''))
  const should = baseOf(known)
  // Folds of one version have their keys in one order, so that equal folds have equal text.
  const isRight = before !== undefined && JSON.stringify(should) === JSON.stringify(before)
  const isOld = events.length - known.length >= oldBy
  if (isRight && !isOld) return undefined
  const base = baseOf(events)
  if (database) await keepBase(database, base)
  return isRight ? undefined : base
}

addEventListener('message', async ({ data }: MessageEvent<Numbered>) => {
  const { number, request } = data
  const run = keeper[request.task] as (...given: readonly unknown[]) => Promise<unknown>
  const answer: Answer = await run(...request.with).then(
    value => ({ number, value }),
    (problem: Error) => ({ number, problem: { name: problem.name, message: problem.message } }),
  )
  postMessage(answer)
})
