/** The keeper at work; see keeper.ts for what it does. */
import * as v from 'valibot'
import { DiaryEvent } from '../../diary/event-schema.ts'
import { type Base, baseOf } from '../../diary/log.ts'
import { canonical } from '../../diary/merge.ts'
import { type KeptEvent, upgrade } from '../../diary/upgrade.ts'
import { clearDatabase, type Database, keep, keepBase, keptBase, openDatabase, setAside } from './database.ts'
import type { Answer, Keeper, Numbered } from './keeper.ts'
import type { Read } from './lines.ts'
import { appendToFile, clearFile, hasFiles, mendFile, readFile } from './log-file.ts'

/** A kept fold this many events old is replaced at a start, so that the next one reads few. */
const oldBy = 50

const keeper: Keeper = {
  append: appendToFile,
  reconcile: async () => {
    const database = await open()
    const damagedRecords = database ? await setAside(database, isWhole) : 0
    const kept = (await database?.getAll('events')) ?? []
    const file = await fileOrNothing()
    const fromFile = (file?.events ?? []).filter(isWhole)
    const inDatabase = new Set(kept.map(({ id }) => id))
    const inFile = new Set(fromFile.map(({ id }) => id))
    const onlyInFile = distinct(fromFile.filter(({ id }) => !inDatabase.has(id)))
    const onlyInDatabase = file ? kept.filter(({ id }) => !inFile.has(id)) : []
    const missing = database ? await stillMissing(database, onlyInFile) : onlyInFile
    if (database && missing.length > 0) await keep(database, missing)
    if (onlyInDatabase.length > 0) await appendToFile(onlyInDatabase)
    const damagedLines = file ? file.damaged + file.events.length - fromFile.length : 0
    if (database && (damagedLines > 0 || file?.isTorn)) await mendFile(isWhole)
    const all = [...kept, ...missing]
    return {
      broughtBack: missing.length,
      copied: onlyInDatabase.length,
      isTorn: file?.isTorn ?? false,
      damaged: damagedRecords + damagedLines,
      newer: all.filter(event => upgrade(event).kind === 'newer').length,
      base: await checkedBase(database, all),
      hasFile: file !== undefined,
    }
  },
  refold: async () => {
    const database = await open()
    const events = database ? await database.getAll('events') : (await fileOrNothing())?.events
    const base = baseOf(events ?? [])
    if (database) await keepBase(database, base)
    return base
  },
  fileAlone: async () => {
    const file = await fileOrNothing()
    return file && distinct(file.events.filter(isWhole)).sort((a, b) => (a.id < b.id ? -1 : 1))
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

/** An event of a newer Unknot is taken as whole: only that one can tell. */
function isWhole(event: KeptEvent): boolean {
  const upgraded = upgrade(event)
  return upgraded.kind === 'newer' || v.is(DiaryEvent, upgraded.event)
}

const distinct = (events: readonly KeptEvent[]) => [...new Map(events.map(event => [event.id, event])).values()]

/** Another tab may have kept some since the database was read. */
async function stillMissing(database: Database, events: readonly KeptEvent[]): Promise<readonly KeptEvent[]> {
  const { store } = database.transaction('events')
  const keys = await Promise.all(events.map(({ id }) => store.getKey(id)))
  return events.filter((_, place) => keys[place] === undefined)
}

/** Folds all, and answers only where the kept fold is not what it should be. */
async function checkedBase(database: Database | undefined, events: readonly KeptEvent[]): Promise<Base | undefined> {
  const before = database ? await keptBase(database) : undefined
  const newest = before?.newest ?? ''
  const known = events.filter(({ id }) => id <= newest)
  const should = baseOf(known)
  const isRight = before !== undefined && canonical(should) === canonical(before)
  const isOld = events.length - known.length >= oldBy
  if (isRight && !isOld) return undefined
  const base = isOld || !isRight ? baseOf(events) : should
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
