/** SMART Health Links against the real server, and against kill-the-clipboard, a client that somebody else wrote. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encryptSHLFile, SHL, SHLInvalidPasscodeError, SHLManifestNotFoundError, SHLViewer } from 'kill-the-clipboard'
import { describe, expect, it, onTestFinished } from 'vitest'
import { numbered, type SyncServer, syncServer } from '../../test/support/sync.ts'
import type { DiaryEvent } from '../diary/event.ts'
import { toFhir } from '../diary/fhir/bundle.ts'
import { dayLong, utcTime } from '../time.ts'
import {
  endHealthLink,
  type HealthLink,
  healthLinkText,
  newHealthLink,
  openHealthLink,
  putDocument,
  readHealthLink,
} from './health-link.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
const base = 'https://clinic.test'
const start = Date.now()
const document = toFhir([1, 2, 3].map(number => numbered(number, 'My secret note')) as unknown as DiaryEvent[], {
  id: '0193c7d2-0000-7000-8000-000000000001',
  at: '2026-11-30T12:00:00Z',
})

interface Clinic {
  readonly server: SyncServer
  readonly fetch: (url: string, init?: object) => Promise<Response>
  /** Moves the clock of the server. */
  readonly wait: (milliseconds: number) => void
  readonly folder: string
}

async function clinic(): Promise<Clinic> {
  let now = start
  const folder = mkdtempSync(join(tmpdir(), 'unknot-links-'))
  const server = await syncServer({ place: { folder }, now: () => utcTime(now) })
  onTestFinished(() => server.close())
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  return { server, fetch: async (url, init) => server.app.request(url, init as RequestInit), wait, folder }
}

async function shared({ fetch }: Clinic, passcode?: string): Promise<{ link: HealthLink; text: string }> {
  const until = utcTime(start + 7 * dayLong)
  const link = newHealthLink({ label: 'Back pain diary', until, hasPasscode: passcode !== undefined }, random)
  expect(await putDocument(base, fetch, link, document, passcode)).toEqual({ kind: 'done' })
  return { link, text: healthLinkText(base, link) }
}

/** As a viewer of ours asks. */
const open = ({ fetch }: Clinic, text: string, passcode?: string) => {
  const payload = readHealthLink(text)
  if (payload === undefined) throw new Error('the link cannot be read')
  return openHealthLink(payload, 'Ward 3', fetch, passcode)
}

const payloadOf = (text: string) =>
  JSON.parse(Buffer.from(text.replace('shlink:/', ''), 'base64url').toString()) as Readonly<Record<string, unknown>>

describe('a link of ours', () => {
  it('has the payload that the IG asks for', async () => {
    const at = await clinic()
    const withPasscode = payloadOf((await shared(at, '2468')).text)
    expect(withPasscode).toMatchObject({
      flag: 'P',
      label: 'Back pain diary',
      exp: Math.floor(start / 1000) + 7 * 86_400,
    })
    expect(String(withPasscode.key)).toMatch(/^[\w-]{43}$/)
    expect(String(withPasscode.url)).toMatch(/^https:\/\/clinic\.test\/sync\/links\/[\w-]{43}$/)
    expect(String(withPasscode.url).length).toBeLessThanOrEqual(128)
    expect(payloadOf((await shared(at)).text).flag).toBe('U')
  })

  it('is opened by kill-the-clipboard with the passcode, embedded and by location', async () => {
    const at = await clinic()
    const { text } = await shared(at, '2468')
    const viewer = new SHLViewer({ shlinkURI: `${base}/view#${text}`, fetch: at.fetch })
    expect(viewer.shl.requiresPasscode).toBe(true)
    for (const embeddedLengthMax of [undefined, 10_000_000, 10]) {
      const asked = { recipient: 'Ward 3', passcode: '2468', ...(embeddedLengthMax ? { embeddedLengthMax } : {}) }
      const { fhirResources, manifest } = await viewer.resolveSHL(asked)
      expect(fhirResources).toEqual([JSON.parse(JSON.stringify(document))])
      expect(manifest?.files[0] && 'location' in manifest.files[0]).toBe(embeddedLengthMax === 10)
    }
    await expect(viewer.resolveSHL({ recipient: 'Ward 3', passcode: '1111' })).rejects.toThrow(SHLInvalidPasscodeError)
  })

  it('without a passcode is opened by kill-the-clipboard as a direct file', async () => {
    const at = await clinic()
    const viewer = new SHLViewer({ shlinkURI: (await shared(at)).text, fetch: at.fetch })
    expect(viewer.shl.isDirectFile).toBe(true)
    expect((await viewer.resolveSHL({ recipient: 'Ward 3' })).fhirResources).toEqual([
      JSON.parse(JSON.stringify(document)),
    ])
  })

  it('gives kill-the-clipboard no manifest once it is ended, or its time is over', async () => {
    const at = await clinic()
    const [ended, old] = [await shared(at, '2468'), await shared(at, '2468')]
    expect(await endHealthLink(base, at.fetch, ended.link)).toEqual({ kind: 'done' })
    at.wait(7 * dayLong)
    for (const { text } of [ended, old]) {
      const viewer = new SHLViewer({ shlinkURI: text, fetch: at.fetch })
      await expect(viewer.resolveSHL({ recipient: 'Ward 3', passcode: '2468' })).rejects.toThrow(
        SHLManifestNotFoundError,
      )
    }
  })

  it('is opened by the app’s own viewer, and gives a newer document under the same link', async () => {
    const at = await clinic()
    const { link, text } = await shared(at, '2468')
    expect(await open(at, text, '2468')).toEqual({
      kind: 'opened',
      documents: [JSON.parse(JSON.stringify(document))],
    })
    expect(await putDocument(base, at.fetch, link, { resourceType: 'Bundle', id: 'newer' }, '2468')).toEqual({
      kind: 'done',
    })
    expect(await open(at, text, '2468')).toMatchObject({ documents: [{ id: 'newer' }] })
  })
})

it('the app’s viewer opens a link that kill-the-clipboard made, compressed or not', async () => {
  const at = await clinic()
  for (const enableCompression of [true, false]) {
    const id = randomBytes(32).toString('base64url')
    const shl = SHL.generate({ id, baseManifestURL: `${base}/sync/links/`, flag: 'U', label: 'Theirs' })
    const content = JSON.stringify({ resourceType: 'Bundle', type: 'collection' })
    const file = await encryptSHLFile({
      content,
      key: shl.key,
      contentType: 'application/fhir+json',
      enableCompression,
    })
    const response = await at.fetch(`${base}/sync/links/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${'t'.repeat(43)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ file, until: utcTime(start + dayLong) }),
    })
    expect(response.status).toBe(200)
    const made = readHealthLink(shl.toURI())
    if (made === undefined) throw new Error('their link cannot be read')
    const found = await openHealthLink({ ...made, url: `${base}/sync/links/${id}` }, 'Ward 3', at.fetch)
    expect(found).toMatchObject({ kind: 'opened', documents: [{ resourceType: 'Bundle', type: 'collection' }] })
  }
})

describe('the passcode', () => {
  const ask = ({ fetch }: Clinic, { id }: HealthLink, passcode?: string) =>
    fetch(`${base}/sync/links/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ recipient: 'x', ...(passcode === undefined ? {} : { passcode }), unknown: 'is ignored' }),
    })

  it('is refused with 401 and the attempts that remain, then the link opens no more, even with the right one', async () => {
    const at = await clinic()
    const { link } = await shared(at, '2468')
    expect(await (await ask(at, link)).json()).toMatchObject({ remainingAttempts: 5 })
    expect((await ask(at, link, '2468')).status).toBe(200)
    for (const remainingAttempts of [4, 3, 2, 1, 0]) {
      const response = await ask(at, link, 'guess')
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ remainingAttempts })
      if (remainingAttempts > 0) expect((await ask(at, link, '2468')).status).toBe(200)
    }
    for (const passcode of ['2468', 'guess', undefined]) expect((await ask(at, link, passcode)).status).toBe(404)
  })

  it('cannot be guessed by asking many times at once', async () => {
    const at = await clinic()
    const { link } = await shared(at, '2468')
    const answers = await Promise.all(Array.from({ length: 40 }, (_, guess) => ask(at, link, String(guess))))
    const counted = answers.map(({ status }) => status)
    expect(counted.filter(status => status === 401)).toHaveLength(5)
    expect(counted.filter(status => status === 404)).toHaveLength(35)
  })

  it('cannot be gone round by GET, nor by a location of another link or of another time', async () => {
    const at = await clinic()
    const { link } = await shared(at, '2468')
    const other = await shared(at, '1357')
    expect((await at.fetch(`${base}/sync/links/${link.id}?recipient=x`)).status).toBe(404)
    const body = JSON.stringify({ recipient: 'x', passcode: '1357', embeddedLengthMax: 1 })
    const manifest = await at.fetch(`${base}/sync/links/${other.link.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { files } = (await manifest.json()) as { readonly files: readonly { readonly location: string }[] }
    const location = files[0]?.location ?? ''
    const right = await at.fetch(location)
    expect(right.status).toBe(200)
    expect(right.headers.get('content-type')).toBe('application/jose')
    expect((await at.fetch(location.replace(other.link.id, link.id))).status).toBe(404)
    expect((await at.fetch(location.replace(/until=\d+/, 'until=99999999999999'))).status).toBe(404)
    at.wait(3_600_000)
    expect((await at.fetch(location)).status).toBe(404)
  })
})

it('only the token of a link changes or ends it, and what the server keeps says nothing', async () => {
  const at = await clinic()
  const { link, text } = await shared(at, '2468')
  const stranger = { ...link, token: 'x'.repeat(43) }
  expect(await putDocument(base, at.fetch, stranger, {}, '1')).toMatchObject({ kind: 'failed' })
  expect((await at.fetch(`${base}/sync/links/${link.id}`, { method: 'DELETE' })).status).toBe(401)
  await endHealthLink(base, at.fetch, stranger)
  expect(await open(at, text, '2468')).toMatchObject({ kind: 'opened' })
  const stored = Buffer.concat(readdirSync(at.folder).map(file => readFileSync(join(at.folder, file))))
  for (const hidden of ['My secret note', 'resourceType', 'Back pain', '2468', link.key, link.token])
    expect(stored.includes(hidden), hidden).toBe(false)
})

it('a viewer on a page of another server may ask, and only for what it needs', async () => {
  const at = await clinic()
  const { link } = await shared(at)
  const got = await at.fetch(`${base}/sync/links/${link.id}?recipient=x`, {
    headers: { origin: 'https://viewer.test' },
  })
  expect(got.headers.get('access-control-allow-origin')).toBe('*')
  const before = await at.fetch(`${base}/sync/links/${link.id}`, {
    method: 'OPTIONS',
    headers: { origin: 'https://viewer.test', 'access-control-request-method': 'POST' },
  })
  expect(before.headers.get('access-control-allow-methods')).toBe('GET,POST')
})

it('reads a link with a viewer in front, and nothing that is no link', () => {
  const link = newHealthLink({ label: '', until: utcTime(start), hasPasscode: false }, random)
  expect(readHealthLink(healthLinkText(base, link, `${base}/view`))).toEqual(readHealthLink(healthLinkText(base, link)))
  for (const wrong of ['', 'shlink:/', 'shlink:/e30', 'https://x.test/#shlink:/AAAA', 'shlink:/!'])
    expect(readHealthLink(wrong)).toBeUndefined()
})
