/** The diary of a running page with its real storage. The test plays the second tab. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type StubbedWorker, stubWorker } from '../../../test/support/in-page-worker.ts'
import { LocalStorage } from '../../../test/support/local-storage.ts'
import { OriginFiles } from '../../../test/support/origin-files.ts'
import type { DiaryEvent } from '../../diary/event.ts'
import { baseOf } from '../../diary/log.ts'
import { uuidV7 } from '../../ids.ts'
import { keep, keepBase, openDatabase, readInParts } from './storage/database.ts'
import { toLine } from './storage/lines.ts'

const id = (index: number) => uuidV7(1_763_000_000_000 + index, new Uint8Array(10))
const stamp = (index: number) => ({ id: id(index), v: 2, at: '2026-11-24T08:00:00Z' }) as const
const question = (index: number): DiaryEvent => ({ ...stamp(index), type: 'question-added', text: `question ${index}` })
const strike = (index: number, struck: number): DiaryEvent => ({
  ...stamp(index),
  type: 'struck-out',
  events: [id(struck)],
})

const realTimeout = setTimeout
const RealChannel = BroadcastChannel

let files: OriginFiles
let localStorage: LocalStorage
let worker: StubbedWorker
let persist: ReturnType<typeof vi.fn>
let page: EventTarget & { visibilityState: string }
let otherTab: BroadcastChannel
let heard: unknown[]
const cleanUps: (() => void)[] = []

/** A page that has just been loaded, with its diary read. */
async function opened() {
  vi.resetModules()
  worker = stubWorker(() => import('./storage/keeper.worker.ts'))
  const log = await import('./log.ts')
  await log.startLog()
  const texts = () => log.diary.value.questions.map(({ text }) => text.replace('question ', ''))
  return { ...log, texts }
}
/** The content of both copies, as earlier pages left it. */
async function fill(events: readonly DiaryEvent[], { isFolded = false } = {}) {
  const database = await openDatabase(() => undefined)
  await keep(database, events)
  if (isFolded) await keepBase(database, baseOf(events))
  files.files.set('diary.log', new TextEncoder().encode(events.map(toLine).join('')))
  return database
}
function delay() {
  let release = () => {}
  const promise = new Promise<void>(resolve => {
    release = resolve
  })
  return { promise, release }
}
const stored = async () => readInParts(await openDatabase(() => undefined))
/** The file can no longer grow: from here on, events are stored in the database only. */
const fillFile = () => {
  files.room = files.text('diary.log').length
}

beforeEach(() => {
  files = new OriginFiles()
  persist = vi.fn(async () => true)
  files.navigator.storage.persist = persist as never
  localStorage = new LocalStorage()
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('navigator', files.navigator)
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', localStorage)
  vi.stubGlobal('document', page)
  vi.stubGlobal('setTimeout', (...given: Parameters<typeof setTimeout>) => {
    const timer = realTimeout(...given)
    cleanUps.push(() => clearTimeout(timer))
    return timer
  })
  vi.stubGlobal(
    'BroadcastChannel',
    class extends RealChannel {
      constructor(name: string) {
        super(name)
        cleanUps.push(() => this.close())
      }
    },
  )
  heard = []
  otherTab = new BroadcastChannel('unknot-diary')
  otherTab.addEventListener('message', ({ data }: MessageEvent) => heard.push(data))
})
/** Ends the page: its timers and its channel would affect the next test. */
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

describe('an event', () => {
  it('is shown at once, and is stored when the promise resolves', async () => {
    const { append, written, texts, entryCount, newestId } = await opened()
    const appending = append([question(1)])
    expect([texts(), entryCount.value, newestId()]).toEqual([['1'], 1, id(1)])
    expect(await appending).toBeUndefined()
    expect(await written()).toBeUndefined()
    expect(await stored()).toEqual([question(1)])
  })

  it('is shown in the other tabs; one of theirs is shown here and not stored again', async () => {
    const { append, texts } = await opened()
    await append([question(1)])
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'kept', events: [question(1)] }]))
    otherTab.postMessage({ kind: 'kept', events: [question(2)] })
    await vi.waitFor(() => expect(texts()).toEqual(['1', '2']))
    expect(await stored()).toEqual([question(1)])
  })

  it('that could not be stored stays on screen, and is tried again with the next', async () => {
    const { append, texts, unkept, problem } = await opened()
    const unstorable = { ...question(1), note: () => 'a function' } as unknown as DiaryEvent
    expect(await append([unstorable])).toBe('failed')
    expect([texts(), unkept.value, problem.value]).toEqual([['1'], [unstorable], 'failed'])
    expect(heard).toEqual([])
    Object.assign(unstorable, { note: 'now it can be' })
    expect(await append([question(2)])).toBeUndefined()
    expect([unkept.value, problem.value]).toEqual([[], undefined])
    expect((await stored()).map(each => each.id)).toEqual([id(1), id(2)])
  })

  it('with only one copy is reported here, shown in the other tabs, and written again when there is room', async () => {
    const { append, unkept, problem, isKeptTwice } = await opened()
    await append([question(1)])
    fillFile()
    expect(await append([question(2)])).toBe('full-for-one')
    expect([isKeptTwice.value, problem.value, unkept.value]).toEqual([false, 'full-for-one', [question(2)]])
    await vi.waitFor(() => expect(heard).toHaveLength(2))
    files.room = Number.POSITIVE_INFINITY
    await append([question(3)])
    expect([isKeptTwice.value, problem.value, unkept.value]).toEqual([true, undefined, []])
    for (const each of [1, 2, 3]) expect(files.text('diary.log')).toContain(toLine(question(each)))
  })

  it('before the diary is read is not stored, and the result says so', async () => {
    vi.resetModules()
    const { append, unkept } = await import('./log.ts')
    expect(await append([question(1)])).toBe('failed')
    expect(unkept.value).toEqual([question(1)])
  })

  it('in a preview is neither shown nor stored', async () => {
    const { append, diaryWith, texts } = await opened()
    await append([question(1)])
    expect(diaryWith(question(2)).questions).toHaveLength(2)
    expect(texts()).toEqual(['1'])
    expect(await stored()).toHaveLength(1)
  })

  it('that strikes out an event of the cached fold removes it from the screen', async () => {
    await fill([question(1), question(2)], { isFolded: true })
    const { append, texts, entryCount } = await opened()
    expect(texts()).toEqual(['1', '2'])
    await append([strike(3, 1)])
    expect([texts(), entryCount.value]).toEqual([['2'], 3])
  })
})

describe('the browser is asked to keep the diary', () => {
  it('after the first event is stored, and not again after a yes', async () => {
    const { append, isPersisted } = await opened()
    expect(persist).not.toHaveBeenCalled()
    await append([question(1)])
    await vi.waitFor(() => expect(isPersisted.value).toBe(true))
    await append([question(2)])
    expect(persist).toHaveBeenCalledOnce()
  })
})

describe('at the start', () => {
  it('the cached fold and newer events are shown together', async () => {
    const database = await fill([question(1), question(2)], { isFolded: true })
    await keep(database, [question(3)])
    const { texts, entryCount, isKept } = await opened()
    expect([texts(), entryCount.value, isKept.value]).toEqual([['1', '2', '3'], 3, true])
  })

  it('a strike-out newer than the cached fold is applied', async () => {
    const database = await fill([question(1), question(2)], { isFolded: true })
    await keep(database, [strike(3, 2)])
    expect((await opened()).texts()).toEqual(['1'])
  })

  it('a database that the browser emptied is restored from the file before anything is shown', async () => {
    await (await opened()).append([question(1)])
    vi.stubGlobal('indexedDB', new IDBFactory())
    const { texts, reconciled } = await opened()
    expect(texts()).toEqual(['1'])
    expect(reconciled.value).toMatchObject({ broughtBack: 1 })
    expect(await stored()).toEqual([question(1)])
  })

  it('an event that only the file has is restored a moment later', async () => {
    await fill([question(1)])
    files.files.set('diary.log', new TextEncoder().encode([question(1), question(2)].map(toLine).join('')))
    const { texts, reconciled } = await opened()
    expect(texts()).toEqual(['1'])
    await vi.waitFor(() => expect(texts()).toEqual(['1', '2']), { timeout: 5000 })
    expect(reconciled.value).toMatchObject({ broughtBack: 1 })
  })

  it('an event from the file is shown even if the diary was read meanwhile', async () => {
    await fill([question(1)])
    files.files.set('diary.log', new TextEncoder().encode([question(1), question(2)].map(toLine).join('')))
    const { addKept, texts } = await opened()
    const { promise, release } = delay()
    worker.delayedCalls.set('reconcile', promise)
    await new Promise(resolve => realTimeout(resolve, 400))
    await addKept([question(0)])
    expect(texts()).toEqual(['0', '1'])
    release()
    await vi.waitFor(() => expect(texts()).toEqual(['0', '1', '2']), { timeout: 5000 })
  })

  it('the diary is reported as stored once if the second copy cannot be compared', async () => {
    const { isKeptTwice } = await opened()
    expect(isKeptTwice.value).toBe(true)
    worker.isBroken = true
    await vi.waitFor(() => expect(isKeptTwice.value).toBe(false), { timeout: 5000 })
  })

  it('the diary is reported as stored once if the browser has no files', async () => {
    vi.stubGlobal('navigator', { language: 'en-GB', storage: {} })
    const { append, isKeptTwice, problem } = await opened()
    await append([question(1)])
    expect([isKeptTwice.value, problem.value]).toEqual([false, undefined])
  })
})

describe('a change in another tab', () => {
  it('is read when that tab reports it', async () => {
    const database = await fill([question(1)])
    const { texts } = await opened()
    await keep(database, [question(0)])
    otherTab.postMessage({ kind: 'changed' })
    await vi.waitFor(() => expect(texts()).toEqual(['0', '1']))
  })

  it('that deletes the diary deletes it here too, and later events stay', async () => {
    const database = await fill([question(1)])
    const { append, texts } = await opened()
    await append([question(2)])
    await database.clear('events')
    otherTab.postMessage({ kind: 'changed' })
    await vi.waitFor(() => expect(texts()).toEqual([]))
    await append([question(3)])
    expect(texts()).toEqual(['3'])
  })

  it('removes no event that is still being written here', async () => {
    const { append, texts } = await opened()
    const appending = append([question(1)])
    otherTab.postMessage({ kind: 'changed' })
    await appending
    await new Promise(resolve => realTimeout(resolve, 100))
    expect(texts()).toEqual(['1'])
  })

  it('while this tab was hidden is read when it is visible again', async () => {
    const database = await fill([question(1)])
    const { texts, reconciled } = await opened()
    await vi.waitFor(() => expect(reconciled.value).toBeDefined(), { timeout: 5000 })
    await keep(database, [question(2)])
    page.visibilityState = 'hidden'
    page.dispatchEvent(new Event('visibilitychange'))
    await new Promise(resolve => realTimeout(resolve, 50))
    expect(texts()).toEqual(['1'])
    page.visibilityState = 'visible'
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => expect(texts()).toEqual(['1', '2']))
  })
})

describe('the whole diary', () => {
  it('is deleted from the screen, both copies and the other tabs, and can be restored', async () => {
    const { append, deleteAll, putBack, texts } = await opened()
    await append([question(1), question(2)])
    const undo = await deleteAll()
    expect([texts(), await stored(), files.text('diary.log')]).toEqual([[], [], ''])
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'changed' }))
    expect(localStorage.getItem('unknot-has-diary')).toBeNull()
    expect(putBack.value).toBe(undo)
    await undo()
    expect([texts(), putBack.value]).toEqual([['1', '2'], undefined])
    expect(await stored()).toHaveLength(2)
    expect(files.text('diary.log')).toContain(toLine(question(2)))
  })

  it('is not shown again by a reading that began before it was deleted', async () => {
    const database = await fill([question(1)], { isFolded: true })
    const { deleteAll, texts } = await opened()
    await keep(database, [question(2)])
    const { promise, release } = delay()
    worker.delayedAnswers.set('refold', promise)
    otherTab.postMessage({ kind: 'changed' })
    await new Promise(resolve => realTimeout(resolve, 100))
    await deleteAll()
    release()
    await new Promise(resolve => realTimeout(resolve, 50))
    expect(texts()).toEqual([])
  })

  it('accepts older events of a backup, in their place', async () => {
    const { append, addKept, texts, readPage, readDay, readType, readAll } = await opened()
    await append([question(2)])
    expect(await addKept([question(1)])).toBeUndefined()
    expect(texts()).toEqual(['1', '2'])
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'changed' }))
    expect(await readAll()).toEqual([question(1), question(2)])
    expect(await readPage(id(2), 5)).toEqual([question(1)])
    expect(await readDay('2026-11-24')).toHaveLength(2)
    expect(await readType('question-added')).toHaveLength(2)
  })

  it('reports the problem if a backup could not be written', async () => {
    const { addKept, problem } = await opened()
    worker.isBroken = true
    expect(await addKept([question(1)])).toBe('one-copy')
    expect(problem.value).toBe('one-copy')
  })
})
