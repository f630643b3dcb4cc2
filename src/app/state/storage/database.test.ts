/** The diary in IndexedDB. fake-indexeddb follows the specification, as browsers do. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { foldVersion } from '../../../diary/diary.ts'
import { baseOf } from '../../../diary/log.ts'
import type { KeptEvent } from '../../../diary/upgrade.ts'
import { uuidV7 } from '../../../ids.ts'
import {
  after,
  clearDatabase,
  type Database,
  keep,
  keepBase,
  keepRolling,
  keptAside,
  keptBase,
  keptRolling,
  ofDay,
  ofType,
  openDatabase,
  pageBefore,
  readInParts,
  setAside,
  setLinesAside,
} from './database.ts'

const id = (index: number) => uuidV7(1_763_000_000_000 + index, new Uint8Array(10))
const note = (index: number, at = '2026-11-24T08:00:00Z'): KeptEvent & { text: string } => ({
  id: id(index),
  v: 2,
  at,
  type: 'noted',
  text: `note ${index}`,
})
const notes = (count: number) => Array.from({ length: count }, (_, index) => note(index))
const open = () => openDatabase(() => undefined)

let database: Database
beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  database = await open()
})

describe('events', () => {
  it('are stored unchanged, and found in the order of ids, by day and by type', async () => {
    const late = note(2, '2026-11-24T23:30:00-05:00')
    const drink = { ...note(1, '2026-11-25T09:00:00Z'), type: 'drank' }
    await keep(database, [late, drink, note(0)])
    expect(await readInParts(database)).toEqual([note(0), drink, late])
    expect(await after(database, id(0))).toEqual([drink, late])
    expect(await ofType(database, 'drank')).toEqual([drink])
    expect((await ofDay(database, '2026-11-24')).map(each => each.id).sort()).toEqual([id(0), id(2)])
    expect(await ofDay(database, '2026-11-25')).toEqual([drink])
  })

  it('of one call are all stored, or none of them', async () => {
    const unstorable = { ...note(1), text: () => 'a function' } as unknown as KeptEvent
    await expect(keep(database, [note(0), unstorable])).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await readInParts(database)).toEqual([])
  })

  it('are all read, even if one part is too small for them', async () => {
    const all = notes(4100)
    await keep(database, all)
    expect(await readInParts(database)).toEqual(all)
  })

  it('are read as pages from the newest back to the first', async () => {
    const all = notes(5)
    await keep(database, all)
    expect(await pageBefore(database, undefined, 2)).toEqual(all.slice(3))
    expect(await pageBefore(database, id(3), 2)).toEqual(all.slice(1, 3))
    expect(await pageBefore(database, id(1), 2)).toEqual(all.slice(0, 1))
    expect(await pageBefore(database, id(0), 2)).toEqual([])
  })

  it('of a database of version 1 are still there, and are found by day and type', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    const old = await openDB('unknot', 1, {
      upgrade: first => void first.createObjectStore('events', { keyPath: 'id' }),
    })
    await old.put('events', note(0))
    old.close()
    const upgraded = await open()
    expect(await ofType(upgraded, 'noted')).toEqual([note(0)])
    expect(await ofDay(upgraded, '2026-11-24')).toEqual([note(0)])
    expect(await keptBase(upgraded)).toBeUndefined()
  })
})

describe('the cached fold', () => {
  const base = baseOf(notes(3))

  it('is the one that was stored last', async () => {
    expect(await keptBase(database)).toBeUndefined()
    await keepBase(database, baseOf(notes(2)))
    await keepBase(database, base)
    expect(await keptBase(database)).toEqual(base)
  })

  it.each([
    ['of another version of the fold', { foldVersion: foldVersion + 1, base }],
    ['without its episodes', { foldVersion, base: { ...base, diary: { ...base.diary, episodes: undefined } } }],
    ['without a base', { foldVersion }],
  ])('%s is not used', async (_, kept) => {
    await database.put('folds', kept as never, 'base')
    expect(await keptBase(database)).toBeUndefined()
  })
})

describe('a record that is no event', () => {
  it('is moved out of the events, and kept for a person to save', async () => {
    const wrong = { id: id(1), colour: 'teal' }
    await keep(database, [note(0), wrong as unknown as KeptEvent])
    await setAside(database, [wrong])
    await setLinesAside(database, ['a torn line'])
    expect(await readInParts(database)).toEqual([note(0)])
    expect(await keptAside()).toEqual([wrong, 'a torn line'])
  })
})

it('deleting the diary deletes the events, the fold, the records put aside, and the backup file with its passphrase', async () => {
  await keep(database, notes(2))
  await keepBase(database, baseOf(notes(2)))
  await setLinesAside(database, ['a torn line'])
  await keepRolling({ handle: {} as FileSystemFileHandle, passphrase: 'four words' })
  expect(await keptRolling()).toEqual({ handle: {}, passphrase: 'four words' })
  await clearDatabase(database)
  expect(await readInParts(database)).toEqual([])
  expect(await keptBase(database)).toBeUndefined()
  expect(await keptAside()).toEqual([])
  expect(await keptRolling()).toBeUndefined()
})

describe('opening the database', () => {
  const refusingWith = (...errors: readonly string[]) => {
    const factory = new IDBFactory()
    const real = factory.open.bind(factory)
    let calls = 0
    factory.open = (...given) => {
      const name = errors[calls++]
      if (name !== undefined) throw new DOMException('no', name)
      return real(...given)
    }
    vi.stubGlobal('indexedDB', factory)
    return () => calls
  }

  it('is tried three times if the browser fails for an unknown reason, as just after a crash', async () => {
    refusingWith('UnknownError', 'UnknownError')
    await keep(await open(), [note(0)])
    const calls = refusingWith('UnknownError', 'UnknownError', 'UnknownError', 'UnknownError')
    await expect(open()).rejects.toMatchObject({ name: 'UnknownError' })
    expect(calls()).toBe(3)
  })

  it('is tried once if the browser gives its reason', async () => {
    const calls = refusingWith('SecurityError')
    await expect(open()).rejects.toMatchObject({ name: 'SecurityError' })
    expect(calls()).toBe(1)
  })

  it('by a newer version in another tab asks this one to close it', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    const letGo = vi.fn(() => mine.close())
    const mine = await openDatabase(letGo)
    const newer = await openDB('unknot', 3)
    expect(letGo).toHaveBeenCalledOnce()
    newer.close()
    await expect(open()).rejects.toMatchObject({ name: 'VersionError' })
  })
})
