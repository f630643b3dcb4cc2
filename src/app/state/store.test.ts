/** Events as the screens record them, correct them and strike them out, and the reminder to make a backup. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { stubWorker } from '../../../test/support/in-page-worker.ts'
import { LocalStorage } from '../../../test/support/local-storage.ts'
import { OriginFiles } from '../../../test/support/origin-files.ts'
import type { EventBody } from '../../diary/event.ts'
import { dayLong } from '../../time.ts'

let storage: LocalStorage
const question = (text: string): EventBody => ({ type: 'question-added', text })

async function opened() {
  vi.resetModules()
  stubWorker(() => import('./storage/keeper.worker.ts'))
  const log = await import('./log.ts')
  await log.startLog()
  const store = await import('./store.ts')
  const texts = () => log.diary.value.questions.map(({ text }) => text)
  return { ...log, ...store, texts }
}
beforeEach(() => {
  vi.stubGlobal('navigator', new OriginFiles().navigator)
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('BroadcastChannel', undefined)
  storage = new LocalStorage()
  vi.stubGlobal('localStorage', storage)
})

describe('an event of a screen', () => {
  it('gets an id that sorts after every earlier one, even if the clock was set back', async () => {
    const { record } = await opened()
    const now = vi.spyOn(Date, 'now')
    const first = record(question('a'))
    now.mockReturnValue(first.at ? Date.parse(first.at) - dayLong : 0)
    const second = record(question('b'))
    now.mockRestore()
    expect(second.id > first.id).toBe(true)
    expect(second).toMatchObject({ v: 2, type: 'question-added', text: 'b' })
  })

  it('is shown at once and stored, with the given time if there is one', async () => {
    const { record, texts, written, readAll } = await opened()
    const event = record(question('a'), '2026-11-20T08:00:00+01:00')
    expect(texts()).toEqual(['a'])
    await written()
    expect(await readAll()).toEqual([event])
    expect(event.at).toBe('2026-11-20T08:00:00+01:00')
  })

  it('is corrected in one step: the new one counts instead, at the time of the old one', async () => {
    const { record, correct, texts, written, readAll } = await opened()
    const wrong = record(question('a'), '2026-11-20T08:00:00+01:00')
    correct(wrong, question('b'))
    expect(texts()).toEqual(['b'])
    await written()
    const [, strike, corrected] = await readAll()
    expect(strike).toMatchObject({ type: 'struck-out', events: [wrong.id] })
    expect(corrected).toMatchObject({ at: wrong.at, instead: wrong.id, text: 'b' })
  })

  it('that was corrected twice still names the first one', async () => {
    const { record, correct, written, readAll } = await opened()
    const first = record(question('a'))
    correct(first, question('b'))
    await written()
    const second = (await readAll())[2]
    correct(second as typeof first, question('c'))
    await written()
    expect((await readAll()).at(-1)).toMatchObject({ instead: first.id, text: 'c' })
  })

  it('is struck out and restored, more than once', async () => {
    const { record, strikeOut, texts, written } = await opened()
    const { readStrikes, restore } = await import('./strikes.ts')
    const event = record(question('a'))
    for (let time = 0; time < 2; time++) {
      strikeOut(event)
      expect(texts()).toEqual([])
      await written()
      expect((await readStrikes()).struck).toContain(event.id)
      restore(event, await readStrikes())
      expect(texts()).toEqual(['a'])
      await written()
    }
    expect(restore(event, await readStrikes())).toBeUndefined()
  })

  it('is not stored by a preview of the diary', async () => {
    const { diaryIf, texts } = await opened()
    expect(diaryIf(question('a')).questions).toHaveLength(1)
    expect(texts()).toEqual([])
  })
})

describe('the reminder to make a backup', () => {
  async function withEntries(count: number) {
    const page = await opened()
    const backup = await import('./backup-due.ts')
    for (let entry = 0; entry < count; entry++) page.record(question(`${entry}`))
    await page.written()
    return { ...page, ...backup }
  }

  it('comes with 20 entries, and not with 19', async () => {
    const { record, backupReminder } = await withEntries(19)
    expect(backupReminder.value).toBeUndefined()
    record(question('one more'))
    expect(backupReminder.value).toBe('This diary has no backup yet. If this device is lost, it is lost too.')
  })

  it('is gone after a backup, also after a reload, and back with 20 new entries after 30 days', async () => {
    const { backedUp } = await withEntries(20)
    backedUp()
    const { backupReminder, record, openedAt, written } = await withEntries(19)
    expect(backupReminder.value).toBeUndefined()
    record(question('one more'))
    await written()
    openedAt.value = Date.now() + 30 * dayLong - 60_000
    expect(backupReminder.value).toBeUndefined()
    openedAt.value = Date.now() + 30 * dayLong
    expect(backupReminder.value).toBe('The last backup is 30 days old.')
  })

  it('counts a damaged note of the last backup as no backup', async () => {
    storage['unknot-backup'] = '{"at":"yesterday","count":20}'
    const { backupReminder } = await withEntries(20)
    expect(backupReminder.value).toContain('no backup yet')
  })

  it('an automatic backup is due after 20 new entries, or after one and a day, and never without a file', async () => {
    const { isRollingDue, setRolling, backedUp, record, openedAt } = await withEntries(20)
    expect(isRollingDue.value).toBe(false)
    setRolling(true)
    expect(storage.getItem('unknot-rolling-backup')).toBe('yes')
    expect(isRollingDue.value).toBe(true)
    backedUp()
    expect(isRollingDue.value).toBe(false)
    record(question('one more'))
    expect(isRollingDue.value).toBe(false)
    openedAt.value = Date.now() + dayLong
    expect(isRollingDue.value).toBe(true)
    setRolling(false)
    expect([isRollingDue.value, storage.getItem('unknot-rolling-backup')]).toEqual([false, null])
  })
})
