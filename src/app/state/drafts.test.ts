/** Half-typed forms: a reload loses nothing, and damage affects only the damaged part. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LocalStorage } from '../../../test/support/local-storage.ts'
import type { Shape } from './local-storage.ts'

interface Note {
  readonly text: string
  readonly day: string
}
const empty: Note = { text: '', day: '2026-11-24' }
const isText = (value: unknown) => typeof value === 'string'
const shape: Shape<Note> = { text: isText, day: isText }
const key = 'unknot-draft-note'

let storage: LocalStorage
/** The forms of a page that has just been loaded, with what was stored before. */
async function loaded() {
  vi.resetModules()
  const { draftOf, forgetDrafts } = await import('./drafts.ts')
  const { putAside } = await import('./local-storage.ts')
  return { draftOf, forgetDrafts, putAside, note: () => draftOf('note', empty, shape) }
}
beforeEach(() => {
  storage = new LocalStorage()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

describe('a half-typed form', () => {
  it('is empty before anything is typed, and keeps the values of untouched fields', async () => {
    const { note } = await loaded()
    expect(note().value()).toEqual(empty)
    expect(storage.getItem(key)).toBeNull()
    note().type({ text: 'It ea' })
    expect(note().value()).toEqual({ ...empty, text: 'It ea' })
    note().type({ day: '2026-11-25' })
    expect(note().value()).toEqual({ text: 'It ea', day: '2026-11-25' })
  })

  it('is still there after a reload, and gone after it was sent', async () => {
    const before = await loaded()
    before.note().type({ text: 'It ea' })
    const after = await loaded()
    expect(after.note().value()).toEqual({ ...empty, text: 'It ea' })
    after.note().clear()
    expect(after.note().value()).toEqual(empty)
    expect((await loaded()).note().value()).toEqual(empty)
  })

  it('is one of several: sending one leaves the others', async () => {
    const { draftOf, note } = await loaded()
    const other = draftOf('drink', empty, shape)
    note().type({ text: 'note' })
    other.type({ text: 'tea' })
    note().clear()
    expect(other.value().text).toBe('tea')
    expect(storage.getItem('unknot-draft-drink')).toContain('tea')
    expect(storage.getItem(key)).toBeNull()
  })

  it('lasts as long as the page if the browser refuses to store it', async () => {
    const refuses = () => {
      throw new DOMException('no', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuses, setItem: refuses, removeItem: refuses })
    const { note } = await loaded()
    note().type({ text: 'It ea' })
    expect(note().value().text).toBe('It ea')
    note().clear()
    expect(note().value()).toEqual(empty)
  })
})

describe('a stored form', () => {
  it('loses only a field with another shape, and is put aside unchanged', async () => {
    storage = new LocalStorage({ [key]: '{"text":7,"day":"2026-11-20"}' })
    vi.stubGlobal('localStorage', storage)
    const { note, putAside } = await loaded()
    expect(note().value()).toEqual({ text: '', day: '2026-11-20' })
    expect(putAside.value).toEqual({ [key]: '{"text":7,"day":"2026-11-20"}' })
    expect(storage.getItem(key)).toBe('{"day":"2026-11-20"}')
  })

  it.each(['{', '"x"', 'null', '7'])('with the content %s is put aside, and the form is empty', async text => {
    storage = new LocalStorage({ [key]: text, 'unknot-draft-drink': '{"text":"tea"}' })
    vi.stubGlobal('localStorage', storage)
    const { draftOf, note, putAside } = await loaded()
    expect(note().value()).toEqual(empty)
    expect(putAside.value).toEqual({ [key]: text })
    expect(storage.getItem(key)).toBeNull()
    expect(draftOf('drink', empty, shape).value().text).toBe('tea')
  })

  it('is read without touching anything else in the browser', async () => {
    storage = new LocalStorage({ 'unknot-settings': '{', 'another-app': '{' })
    vi.stubGlobal('localStorage', storage)
    const { forgetDrafts, putAside } = await loaded()
    forgetDrafts()
    expect(putAside.value).toEqual({})
    expect(storage.getItem('unknot-settings')).toBe('{')
  })
})

it('deleting every form empties the forms and the browser, and can be undone', async () => {
  const { draftOf, note, forgetDrafts } = await loaded()
  note().type({ text: 'note' })
  draftOf('drink', empty, shape).type({ text: 'tea' })
  const undo = forgetDrafts()
  expect(note().value()).toEqual(empty)
  expect(Object.keys(storage).filter(each => each.startsWith('unknot-draft-'))).toEqual([])
  undo()
  expect(note().value().text).toBe('note')
  expect(storage.getItem('unknot-draft-drink')).toContain('tea')
})
