/** Who may read along, and until when. The server is the real one, on libSQL, with a clock that the tests set. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { numbered, remoteAt, type SyncServer, syncServer } from '../../test/support/sync.ts'
import type { KeptEvent } from '../diary/upgrade.ts'
import { dayLong, utcTime } from '../time.ts'
import { logKeys, type Part } from './keys.ts'
import type { Memory } from './memory.ts'
import { pull } from './pull.ts'
import { push } from './push.ts'
import { readShared } from './read-shared.ts'
import { newestCopy } from './records.ts'
import { logName, seal } from './seal.ts'
import {
  readerKeys,
  readShareCode,
  type Share,
  type ShareCode,
  type SharedPart,
  shareId,
  writeShareCode,
} from './share.ts'
import { codeOf, endShare, eraseShared, keepShares, makeShare, mostShares, type Owner } from './sharing.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
const start = Date.parse('2026-11-30T12:00:00Z')

/** A person with a diary on a server, and the clock that both look at. */
class Person {
  now = start
  events: readonly KeptEvent[] = [numbered(1)]
  page: unknown = { pain: 5 }
  report: unknown = 'a report'
  memories: Readonly<Partial<Record<Part, Memory>>> = {}
  records: readonly KeptEvent[] = []
  readonly secret = randomBytes(32)
  readonly server: SyncServer
  constructor(server: SyncServer) {
    this.server = server
  }
  get remote() {
    return remoteAt(this.server)
  }
  get owner(): Owner {
    const { remote, secret, now, memories, records } = this
    const contents = { diary: async () => this.events, now: async () => this.page, reports: async () => this.report }
    return { remote, secret, random, now, memories, records, contents }
  }
  async sync() {
    const place = { remote: this.remote, secret: this.secret, part: 'diary' as const }
    const done = await push({ ...place, memory: this.memories.diary ?? { epoch: 0 } }, this.events, random)
    if (done.kind !== 'pushed') throw new Error(done.kind)
    this.memories = { ...this.memories, diary: done.memory }
  }
  /** As after each change on a device: sync, then the shares. */
  async round() {
    await this.sync()
    return this.keep(await keepShares(this.owner))
  }
  keep<Done extends { readonly kind: string }>(done: Done | undefined) {
    if (done?.kind !== 'shared') throw new Error(JSON.stringify(done))
    const shared = done as unknown as Extract<Awaited<ReturnType<typeof keepShares>>, { kind: 'shared' }>
    this.memories = shared.memories
    this.records = shared.records
    return shared
  }
  async share(parts: readonly SharedPart[], days = 7, whom = 'Ada'): Promise<{ share: Share; code: ShareCode }> {
    await this.sync()
    const until = utcTime(this.now + days * dayLong)
    const done = await makeShare(this.owner, { whom, about: 'Bea', parts, until })
    this.keep(done)
    if (done.kind !== 'shared') throw new Error(done.kind)
    // As the reader gets it: through the text of the code.
    const code = readShareCode(writeShareCode(codeOf(this.owner, this.memories, done.made)))
    if (code === undefined) throw new Error('the code cannot be read')
    return { share: done.made, code }
  }
  async end(share: Share) {
    return this.keep(await endShare(this.owner, shareId(share)))
  }
  /** A reader whose own clock is wrong asks the server all the same. */
  read(code: ShareCode, clock = this.now) {
    return readShared(this.remote, code, clock)
  }
}

async function person(): Promise<Person> {
  let made: Person | undefined
  const server = await syncServer({ now: () => utcTime(made?.now ?? start) })
  onTestFinished(() => server.close())
  made = new Person(server)
  return made
}

describe('somebody who reads along', () => {
  it('sees the chosen parts as they stand now, and after each change', async () => {
    const bea = await person()
    const { code } = await bea.share(['now', 'reports'])
    const first = await bea.read(code)
    if (first.kind !== 'read') throw new Error(first.kind)
    expect(newestCopy(first.events.now ?? [])?.content).toEqual({ pain: 5 })
    expect(newestCopy(first.events.reports ?? [])?.content).toBe('a report')
    expect(first.events.diary).toBeUndefined()
    bea.page = { pain: 2 }
    bea.now += 1000
    await bea.round()
    await bea.round()
    const next = await bea.read(code)
    if (next.kind !== 'read') throw new Error(next.kind)
    expect(next.events.now?.map(event => (event as { content?: unknown }).content)).toEqual([{ pain: 5 }, { pain: 2 }])
    expect(next.isDamaged).toBe(false)
  })

  it('with the diary shared, sees every event of it', async () => {
    const bea = await person()
    const { code } = await bea.share(['diary'])
    bea.events = [1, 2, 3].map(number => numbered(number))
    await bea.round()
    const read = await bea.read(code)
    expect(read).toMatchObject({ kind: 'read', events: { diary: bea.events } })
  })

  it('is refused by the server when the time is over, whatever the own clock says; then the part has new keys', async () => {
    const bea = await person()
    const { code } = await bea.share(['now', 'diary'], 1)
    bea.now = code.until - 1000
    expect(await bea.read(code)).toMatchObject({ kind: 'read' })
    bea.now = code.until
    expect(await bea.read(code)).toEqual({ kind: 'expired' })
    expect(await bea.read(code, start)).toEqual({ kind: 'expired' })
    const before = bea.memories
    const { shares } = await bea.round()
    expect(shares).toEqual([])
    for (const part of ['now', 'diary'] as const) expect(bea.memories[part]?.epoch).toBe((before[part]?.epoch ?? 0) + 1)
    expect(await bea.read(code, start)).toEqual({ kind: 'ended' })
  })

  it('goes on reading while somebody else’s share of the same part ends, once and again', async () => {
    const bea = await person()
    const kept = await bea.share(['now', 'diary'], 30)
    for (const whom of ['Cem', 'Dot']) {
      const other = await bea.share(['diary', 'now'], 7, whom)
      await bea.end(other.share)
      expect(await bea.read(other.code)).toEqual({ kind: 'ended' })
    }
    bea.events = [...bea.events, numbered(2)]
    await bea.round()
    const read = await bea.read(kept.code)
    expect(read).toMatchObject({ kind: 'read', events: { diary: bea.events } })
    // The code that is kept from then on asks at the new place at once.
    if (read.kind === 'read') expect(await bea.read(read.code)).toMatchObject({ kind: 'read', code: read.code })
  })

  it('finds nothing of any part when sync is erased', async () => {
    const bea = await person()
    const { code } = await bea.share(['now', 'reports'])
    expect(await eraseShared(bea.owner, '2026-11-30T13:00:00Z')).toBeUndefined()
    expect(await bea.read(code)).toEqual({ kind: 'ended' })
  })
})

it('a code never lets anybody write: every token that can be made from it is refused by every route that changes something', async () => {
  const bea = await person()
  const { code } = await bea.share(['now', 'reports', 'diary'])
  const document = (await (await bea.server.app.request('/openapi.json')).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
  }
  const changing = Object.entries(document.paths).flatMap(([path, methods]) =>
    path.startsWith('/sync/logs/')
      ? Object.keys(methods)
          .filter(method => method !== 'get')
          .map(method => [method, path] as const)
      : [],
  )
  expect(changing.length).toBeGreaterThanOrEqual(4)
  const bodies: Readonly<Record<string, unknown>> = {
    '/sync/logs/{log}/events': { envelopes: [{ id: `${'0'.repeat(31)}1`, sealed: 'A'.repeat(60) }] },
    '/sync/logs/{log}/drop': { note: 'A'.repeat(60) },
    '/sync/logs/{log}/readers': { readers: [] },
  }
  for (const log of Object.values(code.logs)) {
    const { readToken } = readerKeys(code.secret, log)
    const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
    for (const token of [readToken, asText(log.key), asText(code.secret), asText(log.logId)])
      for (const [method, path] of changing) {
        const response = await bea.server.app.request(path.replace('{log}', logName(log)), {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(bodies[path] ? { body: JSON.stringify(bodies[path]) } : {}),
        })
        expect(response.status, `${method} ${path}`).toBe(404)
      }
  }
  expect(await bea.read(code)).toMatchObject({ kind: 'read', events: { diary: bea.events } })
})

it('whoever may read finds no token for writing, no secret and no other part in the code', async () => {
  const bea = await person()
  const { code, share } = await bea.share(['now'])
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const text = hex(Buffer.from(writeShareCode(code), 'base64url'))
  const { writeToken, readToken, idKey, key } = logKeys(bea.secret, 'now', 0)
  const tokens = [writeToken, readToken].map(token => Buffer.from(token, 'base64url'))
  for (const hidden of [...tokens, idKey, bea.secret]) expect(text).not.toContain(hex(hidden))
  for (const part of ['diary', 'reports', 'shares'] as const)
    expect(text).not.toContain(hex(logKeys(bea.secret, part, 0).key))
  expect(text).toContain(hex(key))
  expect(share.parts).toEqual(['now'])
})

it('a wiped server is filled again with the shares, and the codes open again', async () => {
  const bea = await person()
  const { code } = await bea.share(['now', 'diary'])
  const other = new Person(await syncServer({ now: () => utcTime(bea.now) }))
  onTestFinished(() => other.server.close())
  Object.assign(other, { secret: bea.secret, records: bea.records, memories: {}, events: bea.events })
  expect(await other.read(code)).toEqual({ kind: 'ended' })
  await other.round()
  expect(await other.read(code)).toMatchObject({ kind: 'read', events: { diary: bea.events } })
})

it('another device of the owner sees the list of shares, and can end them', async () => {
  const bea = await person()
  const { code, share } = await bea.share(['reports'])
  bea.memories = {}
  bea.records = []
  expect((await bea.round()).shares).toEqual([share])
  await bea.end(share)
  expect(await bea.read(code)).toEqual({ kind: 'ended' })
  expect((await bea.round()).shares).toEqual([])
})

it(`no more than ${mostShares} read along, and all of these still can after one of them is ended`, {
  timeout: 60_000,
}, async () => {
  const bea = await person()
  const made: { share: Share; code: ShareCode }[] = []
  for (let at = 0; at < mostShares; at++) made.push(await bea.share(['now'], 7, `reader ${at}`))
  const refused = await makeShare(bea.owner, {
    whom: 'x',
    about: '',
    parts: ['now'],
    until: utcTime(bea.now + dayLong),
  })
  expect(refused).toMatchObject({ kind: 'failed', why: expect.stringContaining('end one of these first') })
  const [first, ...rest] = made
  if (first) await bea.end(first.share)
  for (const { code } of rest) expect(await bea.read(code)).toMatchObject({ kind: 'read' })
})

const step = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant('tell' as const), fc.nat(3)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('share' as const), fc.nat(3)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('end' as const), fc.nat(3)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('a day goes by' as const), fc.nat(3)) },
)

it('in any order of shares, ends and days: who may read sees all, and who may not gets nothing that was told afterwards', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      const bea = await person()
      const readers: { share: Share; code: ShareCode; isOver: boolean }[] = []
      let told = 1
      for (const [what, which] of steps) {
        if (what === 'tell') bea.events = [...bea.events, numbered(++told)]
        if (what === 'share') readers.push({ ...(await bea.share(['diary'], which + 1)), isOver: false })
        if (what === 'a day goes by') bea.now += dayLong
        const chosen = readers[which % Math.max(1, readers.length)]
        if (what === 'end' && chosen && !chosen.isOver) {
          await bea.round()
          await endShare(bea.owner, shareId(chosen.share)).then(done => done && bea.keep(done))
          chosen.isOver = true
        }
        await bea.round()
        for (const reader of readers) {
          reader.isOver ||= bea.now >= reader.code.until
          const read = await bea.read(reader.code, start)
          if (reader.isOver) {
            expect(read.kind).not.toBe('read')
            // What the server has now is sealed with keys that this reader never had.
            const now = logKeys(bea.secret, 'diary', bea.memories.diary?.epoch ?? 0)
            expect(Buffer.from(now.key).equals(Buffer.from(reader.code.logs.diary?.key ?? []))).toBe(false)
          } else expect(read).toMatchObject({ kind: 'read', events: { diary: bea.events } })
        }
      }
      // The owner's own devices follow every move.
      const place = { remote: bea.remote, secret: bea.secret, part: 'diary' as const, memory: { epoch: 0 } }
      expect(await pull(place)).toMatchObject({ kind: 'pulled', damaged: 0 })
    }),
    { numRuns: 12 },
  )
})

it('reads a code from a link and alone, and nothing else', async () => {
  const bea = await person()
  const { code } = await bea.share(['now'])
  const text = writeShareCode(code)
  expect(readShareCode(` https://example.org/shared#${text}\n`)).toEqual(code)
  for (const wrong of ['', 'x', text.slice(0, -4), `${text}A`, Buffer.from('{"v":1}').toString('base64url')])
    expect(readShareCode(wrong), wrong).toBeUndefined()
  await fc.assert(
    fc.asyncProperty(fc.string(), async any => {
      expect(readShareCode(any)).toBeUndefined()
    }),
  )
})

it('an envelope of a log does not open with the key of a share of another part', async () => {
  const bea = await person()
  const { code } = await bea.share(['now'])
  const envelope = seal(logKeys(bea.secret, 'diary', 0), numbered(1), random)
  const { open } = await import('./seal.ts')
  expect(code.logs.now && open(code.logs.now, envelope)).toBeUndefined()
})
