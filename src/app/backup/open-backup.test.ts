import { armor, Encrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../diary/json.ts'
import { openBackup } from './open-backup.ts'
import { seal } from './seal.ts'

const words = 'four plain words together'
const events = [
  { id: '019ac000-0000-7000-8000-000000000001', v: 2, at: '2026-11-24T08:00:00Z', type: 'noted', text: 'It eased.' },
]
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a backup', () => {
  it('is opened with its words, and with no others', { timeout: 60_000 }, async () => {
    const sealed = await seal(events, words)
    expect(await openBackup(sealed, words)).toEqual({ kind: 'diary', events, places: [1], wrong: [] })
    expect(await openBackup(sealed, 'four other words')).toEqual({ kind: 'wrong-passphrase' })
  })

  it('that age has armoured is opened too, whatever its line ends', { timeout: 60_000 }, async () => {
    const armoured = armor.encode(await seal(events, words))
    expect(await openBackup(bytes(armoured), words)).toMatchObject({ kind: 'diary', events })
    expect(await openBackup(bytes(`\n${armoured.replaceAll('\n', '\r\n')}`), words)).toMatchObject({ events })
    expect(await openBackup(bytes(armoured.slice(0, 200)), words)).toEqual({ kind: 'wrong-passphrase' })
  })

  it('without a lock needs no words', async () => {
    expect(await openBackup(bytes(toJson(events)), '')).toMatchObject({ kind: 'diary', events })
    expect(await openBackup(bytes('{"unknot":"diary","v":1}'), '')).toEqual({ kind: 'no-backup' })
  })

  it('gives no event that the check of a file refuses, and says what is wrong with it', async () => {
    const wrong = { ...events[0], type: 'remedy-done', remedy: 'heat', session: {}, text: undefined }
    const text = JSON.stringify({ unknot: 'diary', v: 1, events: [...events, wrong] })
    expect(await openBackup(bytes(text), '')).toMatchObject({
      kind: 'diary',
      events,
      wrong: [{ place: 2, why: expect.stringMatching(/session/) }],
    })
  })

  it('of a newer Unknot is named as such before anything is read, locked or not', { timeout: 60_000 }, async () => {
    const newer = JSON.stringify({ unknot: 'diary', v: 2, events })
    expect(await openBackup(bytes(newer), '')).toEqual({ kind: 'newer-backup' })
    const encrypter = new Encrypter()
    encrypter.setPassphrase(words)
    expect(await openBackup(await encrypter.encrypt(newer), words)).toEqual({ kind: 'newer-backup' })
  })
})
