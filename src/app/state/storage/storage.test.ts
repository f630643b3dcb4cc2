/** Both copies of the diary, with the real worker: IndexedDB by fake-indexeddb, the file by `test/support/origin-files.ts`. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type StubbedWorker, stubWorker } from '../../../../test/support/in-page-worker.ts'
import { OriginFiles } from '../../../../test/support/origin-files.ts'
import { baseOf, emptyBase } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'
import { uuidV7 } from '../../../ids.ts'
import { keep, keepBase, keptBase, openDatabase, readInParts } from './database.ts'
import { toLine } from './lines.ts'

const id = (index: number) => uuidV7(1_763_000_000_000 + index, new Uint8Array(10))
const note = (index: number, at = '2026-11-24T08:00:00Z'): KeptEvent & { text: string } => ({
  id: id(index),
  v: 2,
  at,
  type: 'noted',
  text: `note ${index}`,
})
const notes = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => note(from + index))
const bytesOf = (events: readonly KeptEvent[]) => new TextEncoder().encode(events.map(toLine).join(''))

let files: OriginFiles
let worker: StubbedWorker
const fileText = () => files.text('diary.log')

/** The storage of a page that has just been loaded. */
async function load() {
  vi.resetModules()
  worker = stubWorker(() => import('./keeper.worker.ts'))
  return import('./storage.ts')
}
const opened = async () => (await load()).openStorage(() => undefined)

/** Fills both stores as earlier pages left them. */
async function fill(inDatabase: readonly KeptEvent[], inFile: readonly KeptEvent[]) {
  const database = await openDatabase(() => undefined)
  if (inDatabase.length > 0) await keep(database, inDatabase)
  files.files.set('diary.log', bytesOf(inFile))
  return database
}
const refuse = (name: string) => {
  const factory = new IDBFactory()
  factory.open = () => {
    throw new DOMException('no', name)
  }
  vi.stubGlobal('indexedDB', factory)
}

beforeEach(() => {
  files = new OriginFiles()
  vi.stubGlobal('navigator', files.navigator)
  vi.stubGlobal('indexedDB', new IDBFactory())
})

describe('an event is stored', () => {
  it('when both the database and the file have it', async () => {
    const { storage } = await opened()
    expect(await storage.append([note(0), note(1)])).toBeUndefined()
    expect(await storage.all()).toEqual([note(0), note(1)])
    expect(fileText()).toBe(toLine(note(0)) + toLine(note(1)))
    expect(storage.isKept).toBe(true)
  })

  it('in one copy if the file has no room, and the file stays complete', async () => {
    const { storage } = await opened()
    await storage.append([note(0)])
    files.room = fileText().length + 20
    expect(await storage.append([note(1)])).toBe('full-for-one')
    expect(await storage.all()).toEqual([note(0), note(1)])
    expect(fileText()).toBe(toLine(note(0)))
  })

  it('in one copy if the worker that writes the file cannot start', async () => {
    const { storage } = await opened()
    worker.isBroken = true
    expect(await storage.append([note(0)])).toBe('one-copy')
    expect(await storage.all()).toEqual([note(0)])
  })

  it('in no copy if neither can be written', async () => {
    const unstorable = { ...note(0), text: () => 'a function' } as unknown as KeptEvent
    const { storage } = await opened()
    expect(await storage.append([unstorable])).toBe('failed')
    expect(await storage.all()).toEqual([])
    expect(fileText()).toBe('')
  })

  it('in the only copy of a browser without files', async () => {
    vi.stubGlobal('navigator', { language: 'en-GB' })
    const { openStorage, canKeepTwice } = await load()
    const { storage } = await openStorage(() => undefined)
    expect(canKeepTwice).toBe(false)
    expect(await storage.append([note(0)])).toBeUndefined()
    expect(await storage.all()).toEqual([note(0)])
  })
})

it('separates problems of one copy from problems of both', async () => {
  const { isKeptOnce } = await load()
  expect(['full-for-one', 'one-copy'].every(each => isKeptOnce(each as 'one-copy'))).toBe(true)
  for (const problem of ['full', 'failed', 'no-database', 'newer-database', undefined] as const)
    expect(isKeptOnce(problem)).toBe(false)
})

describe('opening', () => {
  it('an empty diary gives an empty base and nothing newer', async () => {
    expect(await opened()).toMatchObject({ base: emptyBase, tail: [], problem: undefined })
  })

  it('uses the cached fold and reads only newer events', async () => {
    const database = await fill(notes(0, 5), [])
    await keepBase(database, baseOf(notes(0, 3)))
    expect(await opened()).toMatchObject({ base: baseOf(notes(0, 3)), tail: notes(3, 5) })
  })

  it('does not use a cached fold that lacks an event, as after a restore', async () => {
    const database = await fill(notes(0, 5), [])
    await keepBase(database, baseOf([note(0), note(2)]))
    expect(await opened()).toMatchObject({ base: emptyBase, tail: notes(0, 5) })
  })

  it('folds a long diary without a cached fold, and caches the fold', async () => {
    const database = await fill(notes(0, 501), [])
    const { base, tail } = await opened()
    expect([base, tail]).toEqual([baseOf(notes(0, 501)), []])
    expect(await keptBase(database)).toEqual(base)
  })

  it('folds a long diary in the page if the worker cannot start', async () => {
    await fill(notes(0, 501), [])
    const { openStorage } = await load()
    worker.isBroken = true
    expect((await openStorage(() => undefined)).base).toEqual(baseOf(notes(0, 501)))
  })

  it('without a database reads the file, reports it, and stores new events in the file', async () => {
    files.files.set('diary.log', bytesOf([note(0), note(1, '2026-11-25T08:00:00Z')]))
    refuse('SecurityError')
    const { storage, tail, problem } = await opened()
    expect([storage.isKept, problem, tail.length]).toEqual([true, 'no-database', 2])
    expect(await storage.append([{ ...note(2), type: 'drank' }])).toBeUndefined()
    expect(fileText().split('\n')).toHaveLength(4)
    expect(await storage.count()).toBe(3)
    expect((await storage.ofDay('2026-11-25')).map(each => each.id)).toEqual([id(1)])
    expect((await storage.ofType('drank')).map(each => each.id)).toEqual([id(2)])
    expect((await storage.pageBefore(id(2), 1)).map(each => each.id)).toEqual([id(1)])
    expect((await storage.refold()).count).toBe(3)
    files.room = 0
    expect(await storage.append([note(3)])).toBe('full')
    await storage.clear()
    expect([fileText(), await storage.all()]).toEqual(['', []])
  })

  it('with neither a database nor a worker keeps events as long as the page, and reports it', async () => {
    refuse('SecurityError')
    const { openStorage } = await load()
    worker.isBroken = true
    const { storage, problem } = await openStorage(() => undefined)
    expect([storage.isKept, problem]).toEqual([false, 'no-database'])
    expect(await storage.append([note(0)])).toBeUndefined()
    expect(await storage.all()).toEqual([note(0)])
  })

  it('tells a database of a newer version from a missing one, and does not change it', async () => {
    const newer = await openDB('unknot', 3, { upgrade: database => void database.createObjectStore('later') })
    newer.close()
    expect((await opened()).problem).toBe('newer-database')
    expect((await openDB('unknot', 3)).objectStoreNames).toContain('later')
  })
})

describe('making the two copies equal', () => {
  it('copies to each the events that only the other has', async () => {
    await fill([note(0), note(1)], [note(0), note(2)])
    const { storage } = await opened()
    expect(await storage.reconcile(false)).toMatchObject({ broughtBack: 1, copied: 1, damaged: 0, hasFile: true })
    expect(await storage.all()).toEqual(notes(0, 3))
    for (const each of notes(0, 3)) expect(fileText()).toContain(toLine(each))
    expect(await storage.reconcile(false)).toMatchObject({ broughtBack: 0, copied: 0 })
  })

  it('drops an incomplete last line and a damaged one, keeps their text, and rewrites the file without them', async () => {
    await fill(notes(0, 3), [])
    const damaged = toLine(note(1)).replace('note 1', 'note 9')
    const torn = toLine(note(2)).slice(0, 70)
    files.files.set('diary.log', new TextEncoder().encode(toLine(note(0)) + damaged + torn))
    const { storage } = await opened()
    expect(await storage.reconcile(false)).toMatchObject({ isTorn: true, damaged: 1, copied: 2, broughtBack: 0 })
    expect(fileText().trim().split('\n')).toHaveLength(3)
    for (const each of notes(0, 3)) expect(fileText()).toContain(toLine(each))
    expect(await (await import('./database.ts')).keptAside()).toEqual([damaged.trim(), torn])
  })

  it('puts an invalid record aside, and counts it', async () => {
    const wrong = { ...note(1), text: 7 } as unknown as KeptEvent
    const database = await fill([note(0), wrong], [note(0)])
    const { storage } = await opened()
    expect(await storage.reconcile(false)).toMatchObject({ damaged: 1, copied: 0 })
    expect(await readInParts(database)).toEqual([note(0)])
  })

  it('puts an invalid line of the file aside instead of copying it, and rewrites the file without it', async () => {
    const wrong = { ...note(1), text: 7 } as unknown as KeptEvent
    const database = await fill([note(0)], [note(0), wrong])
    const { storage } = await opened()
    expect(await storage.reconcile(false)).toMatchObject({ damaged: 1, broughtBack: 0 })
    expect(await readInParts(database)).toEqual([note(0)])
    expect(fileText()).toBe(toLine(note(0)))
    expect(await (await import('./database.ts')).keptAside()).toEqual([JSON.stringify(wrong)])
  })

  it('keeps an event of a newer version, and counts it', async () => {
    const newer = { ...note(1), v: 99 }
    await fill([note(0), newer], [note(0), newer])
    const { storage } = await opened()
    expect(await storage.reconcile(false)).toMatchObject({ newer: 1, damaged: 0 })
    expect(await storage.all()).toEqual([note(0), newer])
  })

  it('replaces a cached fold that is not the fold of the events', async () => {
    const database = await fill(notes(0, 3), notes(0, 3))
    const { diary, newest, count } = baseOf(notes(0, 3))
    const question = { id: 'q', at: 0, text: 'never asked' }
    await keepBase(database, { newest, count, diary: { ...diary, questions: [question] } as typeof diary })
    const { storage } = await opened()
    expect(await storage.checkFold()).toBe(false)
    expect((await storage.reconcile(false))?.base).toEqual(baseOf(notes(0, 3)))
    expect(await keptBase(database)).toEqual(baseOf(notes(0, 3)))
  })

  it('folds nothing again if the cached fold was checked and both copies are equal', async () => {
    const database = await fill(notes(0, 3), notes(0, 3))
    await keepBase(database, baseOf(notes(0, 3)))
    const { storage } = await opened()
    expect(await storage.checkFold()).toBe(true)
    expect((await storage.reconcile(true))?.base).toBeUndefined()
  })
})

describe('deleting everything', () => {
  it('empties both copies', async () => {
    await fill(notes(0, 2), notes(0, 2))
    const { storage } = await opened()
    await storage.clear()
    expect([await storage.all(), fileText()]).toEqual([[], ''])
  })

  it('deletes both from the page if the worker cannot start', async () => {
    await fill(notes(0, 2), notes(0, 2))
    const { storage } = await opened()
    worker.isBroken = true
    await storage.clear()
    expect([await storage.all(), files.files.has('diary.log')]).toEqual([[], false])
    await storage.clear()
  })
})
