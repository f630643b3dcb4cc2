/** What the server keeps, refuses and tells, on libSQL. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { refusal } from '../../../test/support/server.ts'
import { numbered, remoteAt, type SyncServer, syncServer } from '../../../test/support/sync.ts'
import { toBase64 } from '../../sync/base64.ts'
import { erase } from '../../sync/end.ts'
import { emptyHead } from '../../sync/fingerprint.ts'
import { logKeys, tokenHash } from '../../sync/keys.ts'
import { newMemory } from '../../sync/memory.ts'
import { pull } from '../../sync/pull.ts'
import { push } from '../../sync/push.ts'
import { logName, seal } from '../../sync/seal.ts'
import { linkStore } from './links.ts'
import { openLibSql } from './open-libsql.ts'
import { syncStore, usualQuota } from './store.ts'
import { migrate } from './tables.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'unknot-sync-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}
const device = (server: SyncServer, secret: Uint8Array) => ({
  remote: remoteAt(server),
  secret,
  part: 'diary' as const,
  memory: newMemory,
})
const many = (count: number) => Array.from({ length: count }, (_, at) => numbered(at + 1))

let server: SyncServer
beforeAll(async () => {
  server = await syncServer()
})
afterAll(() => server.close())

it('numbers the envelopes of a log from 1 without gaps, and keeps each once', async () => {
  const keys = logKeys(randomBytes(32), 'diary', 0)
  const remote = remoteAt(server)
  await remote.create(keys)
  const envelopes = many(30).map(event => seal(keys, event, random))
  await Promise.all([
    remote.append(keys, envelopes.slice(0, 20)),
    remote.append(keys, envelopes.slice(10)),
    remote.append(keys, [...envelopes.slice(0, 3), ...envelopes.slice(0, 3)]),
  ])
  const page = await remote.readAfter(keys, 0)
  if (page.kind !== 'done') throw new Error(page.kind)
  expect(page.head.count).toBe(30)
  expect(page.end).toBe(30)
  expect(page.items.map(({ id }) => id).toSorted()).toEqual(envelopes.map(({ id }) => id).toSorted())
  const after = await remote.idsAfter(keys, 25)
  expect(after).toMatchObject({ kind: 'done', end: 30, items: page.items.slice(25).map(({ id }) => id) })
  expect(await remote.fingerprint(keys, 0)).toMatchObject({ before: emptyHead, head: page.head })
  expect(await remote.fingerprint(keys, 31)).toMatchObject({ before: undefined })
})

it('a diary of 2,500 events is read back whole, page by page', async () => {
  const secret = randomBytes(32)
  expect(await push(device(server, secret), many(2500), random)).toMatchObject({
    kind: 'pushed',
    sent: 2500,
    held: 2500,
  })
  expect(await push(device(server, secret), many(2500), random)).toMatchObject({ sent: 0, losses: [] })
  const read = await pull(device(server, secret))
  expect(read).toMatchObject({ kind: 'pulled', damaged: 0, isIncomplete: false })
  expect(read.kind === 'pulled' && read.events).toHaveLength(2500)
})

it('keeps after a restart what it acknowledged, and its key', async () => {
  const place = { folder: folder() }
  const secret = randomBytes(32)
  const first = await syncServer({ place })
  const pushed = await push(device(first, secret), many(7), random)
  await first.close()
  const second = await syncServer({ place })
  const again = await push({ ...device(second, secret), memory: pushed.memory }, many(7), random)
  expect(again).toMatchObject({ kind: 'pushed', sent: 0, held: 7, losses: [] })
  await second.close()
})

it('only the owner of its files can read them, and they hold no token', async () => {
  const place = folder()
  const here = await syncServer({ place: { folder: join(place, 'new') } })
  const keys = logKeys(randomBytes(32), 'diary', 0)
  await remoteAt(here).create(keys)
  const files = readdirSync(join(place, 'new')).map(name => join(place, 'new', name))
  for (const file of files) expect(statSync(file).mode & 0o077, file).toBe(0)
  const bytes = Buffer.concat(files.map(file => readFileSync(file)))
  expect(bytes.includes(tokenHash(keys.writeToken))).toBe(true)
  for (const token of [keys.writeToken, keys.readToken]) expect(bytes.includes(token)).toBe(false)
  await here.close()
})

it('a dropped log leaves no envelope behind, and gives a signed receipt (H34)', async () => {
  const place = folder()
  const here = await syncServer({ place: { folder: place } })
  const secret = randomBytes(32)
  const pushed = await push(device(here, secret), many(3), random)
  const keys = logKeys(secret, 'diary', 0)
  const page = await remoteAt(here).readAfter(keys, 0)
  const first = page.kind === 'done' ? page.items[0] : undefined
  const erased = await erase({ ...device(here, secret), memory: pushed.memory }, '2026-11-30T08:00:00Z', random)
  expect(erased).toMatchObject({ kind: 'done', isSigned: true, receipt: { count: 3 } })
  expect(await push(device(here, secret), many(3), random)).toMatchObject({
    kind: 'erased',
    at: '2026-11-30T08:00:00Z',
    isProven: true,
  })
  expect(await pull(device(here, secret))).toMatchObject({ kind: 'erased', isProven: true })
  await here.close()
  const left = Buffer.concat(readdirSync(place).map(name => readFileSync(join(place, name))))
  expect(left.includes(Buffer.from(first?.sealed ?? []).subarray(0, 40))).toBe(false)
})

it('a server that was wiped is named and filled again; one that was set back too', async () => {
  const secret = randomBytes(32)
  const before = await syncServer()
  const pushed = await push(device(before, secret), many(5), random)
  await before.close()
  const wiped = await syncServer()
  expect(await pull({ ...device(wiped, secret), memory: pushed.memory })).toMatchObject({ kind: 'unknown-log' })
  const refilled = await push({ ...device(wiped, secret), memory: pushed.memory }, many(5), random)
  expect(refilled).toMatchObject({ kind: 'pushed', sent: 5, held: 5, losses: ['wiped', 'replaced'] })
  // Another device had seen more than the wiped server was filled with.
  const more = { ...refilled.memory, seen: { count: 6, fingerprint: 'a'.repeat(32) } }
  expect(await push({ ...device(wiped, secret), memory: more }, many(6), random)).toMatchObject({
    sent: 1,
    losses: ['set-back'],
  })
  await wiped.close()
})

it('a device that has lost its diary reads all of it again', async () => {
  const secret = randomBytes(32)
  await push(device(server, secret), many(5), random)
  const first = await pull(device(server, secret))
  const memory = first.kind === 'pulled' ? first.memory : newMemory
  expect(await pull({ ...device(server, secret), memory }, 5)).toMatchObject({ kind: 'pulled', events: [] })
  const again = await pull({ ...device(server, secret), memory }, 2)
  expect(again.kind === 'pulled' && again.events).toHaveLength(5)
})

describe('a hostile server', () => {
  const secret = randomBytes(32)
  beforeAll(async () => {
    await push(device(server, secret), many(6), random)
  })
  const changed = (change: (items: { id: string; sealed: string }[]) => unknown[]) => ({
    ...device(
      {
        ...server,
        fetch: async (url, init) => {
          const response = await server.fetch(url, init)
          if (!url.includes('/events')) return response
          const body = (await response.json()) as { items: { id: string; sealed: string }[] }
          return {
            ...response,
            status: 200,
            headers: response.headers,
            json: async () => ({ ...body, items: change(body.items) }),
          }
        },
      },
      secret,
    ),
  })

  it('that changes an envelope is noticed, and the others are read', async () => {
    const read = await pull(
      changed(items =>
        items.map((item, at) => (at === 2 ? { ...item, sealed: `${item.sealed.slice(0, -3)}AAA` } : item)),
      ),
    )
    expect(read).toMatchObject({ kind: 'pulled', damaged: 1 })
    expect(read.kind === 'pulled' && read.events).toHaveLength(5)
  })

  it('that leaves one out, or sends one twice in its place, is noticed', async () => {
    for (const change of [
      (items: unknown[]) => items.filter((_, at) => at !== 2),
      (items: unknown[]) => items.map((item, at) => (at === 2 ? items[1] : item)),
      (items: unknown[]) => items.slice(0, 0),
    ])
      expect(await pull(changed(change))).toMatchObject({ kind: 'pulled', isIncomplete: true })
  })

  it('that sends what is no page is told apart from a sync server', async () => {
    expect(await pull(changed(() => [{ id: 'x' }]))).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/does not answer as/),
    })
  })
})

describe('limits', () => {
  const keys = logKeys(randomBytes(32), 'diary', 0)
  const post = (on: SyncServer, body: string) =>
    on.app.request(`/sync/logs/${logName(keys)}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.writeToken}`, 'content-type': 'application/json' },
      body,
    })

  it('a log that is full answers 507, keeps nothing of the request, and is read as before', async () => {
    const small = await syncServer({ quota: { ...usualQuota, envelopes: 3 } })
    await remoteAt(small).create(keys)
    const remote = remoteAt(small)
    expect(
      await remote.append(
        keys,
        many(3).map(event => seal(keys, event, random)),
      ),
    ).toMatchObject({ kind: 'done' })
    expect(await remote.append(keys, [seal(keys, numbered(4), random)])).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/as large as one may be/),
    })
    expect(await remote.readAfter(keys, 0)).toMatchObject({ kind: 'done', end: 3 })
    await small.close()
  })

  it('a full disk answers 507, and reading goes on (H35)', async () => {
    const place = folder()
    const database = await openLibSql(place)
    const signingKey = await migrate(database, 'libsql')
    const store = syncStore({ database, kind: 'libsql', signingKey, now: () => '2026-11-30T08:00:00Z' })
    const here = await syncServer({ place: { folder: place } })
    const app = { ...here, service: { ...here.service, store } }
    await store.create({ log: logName(keys), token: keys.writeToken })
    const ask = { log: logName(keys), token: keys.writeToken }
    await store.append(ask, [seal(keys, numbered(1), random)])
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(database)
    const big = many(200).map(event => seal(keys, event, random))
    await expect(store.append(ask, big)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    const read = await store.readAfter({ log: ask.log, token: keys.readToken }, 0)
    expect(read).toMatchObject({ kind: 'done', end: 1 })
    await app.service.store.close()
    await here.close()
  })

  it('a transaction that the database has ended by itself reports why, and not that it is over', async () => {
    const database = await openLibSql(folder())
    const failing = database.transaction().execute(async transaction => {
      await sql`rollback`.execute(transaction)
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    await database.destroy()
  })

  it('a body that is too large, too many envelopes, or something else: one line says what', async () => {
    await remoteAt(server).create(keys)
    expect((await post(server, `{"envelopes":"${'x'.repeat(5_000_000)}"}`)).status).toBe(413)
    const one = { id: '0'.repeat(32), sealed: toBase64(randomBytes(60)) }
    for (const [body, what] of [
      ['{"envelopes":[]}', /envelopes/],
      [JSON.stringify({ envelopes: Array.from({ length: 501 }, () => one) }), /envelopes/],
      [JSON.stringify({ envelopes: [{ ...one, id: 'X' }] }), /32 hex digits/],
      [JSON.stringify({ envelopes: [{ ...one, sealed: '+'.repeat(60) }] }), /base64url/],
      [JSON.stringify({ envelopes: [{ ...one, more: 1 }] }), /more/],
      ['[', /not JSON/],
      ['null', /./],
    ] as const) {
      const response = await post(server, body)
      expect(response.status, body.slice(0, 60)).toBe(400)
      expect(await refusal(response)).toMatch(what)
    }
    for (const query of ['after=-1', 'after=1e3', 'after=99999999999', 'before=1'])
      expect(
        (
          await server.app.request(`/sync/logs/${logName(keys)}/events?${query}`, {
            headers: { authorization: `Bearer ${keys.readToken}` },
          })
        ).status,
        query,
      ).toBe(400)
  })
})

it('every query of sync names the log, so that each is answered by one shard', async () => {
  const place = folder()
  const queries: string[] = []
  const database = await openLibSql(place, event => void queries.push(event.query.sql))
  const signingKey = await migrate(database, 'libsql')
  const deps = { database, kind: 'libsql', signingKey, now: () => '2026-11-30T12:00:00Z' } as const
  const [store, links] = [syncStore(deps), linkStore(deps)]
  queries.length = 0
  const keys = logKeys(randomBytes(32), 'diary', 0)
  const [write, read] = [keys.writeToken, keys.readToken].map(token => ({ log: logName(keys), token }))
  if (!write || !read) throw new Error('no token')
  await store.create(write)
  await store.create(write)
  await store.append(write, [seal(keys, numbered(1), random)])
  await store.readAfter(read, 0)
  await store.idsAfter(read, 0)
  await store.fingerprint(read, 1)
  await store.setReaders(write, [])
  await store.drop(write, randomBytes(60))
  const content = { file: 'a..b.c.d', until: '2026-12-01T12:00:00Z', passcode: 'x' }
  for (let times = 0; times < 2; times++) await links.put('link', 'token', content)
  for (const passcode of ['x', 'y']) await links.open('link', passcode)
  await links.end('link', 'token')
  await store.close()
  const ofTables = queries.filter(query => /sync_(logs|envelopes|links)/.test(query))
  expect(ofTables.length).toBeGreaterThan(12)
  for (const query of ofTables)
    expect(query).toMatch(/"(log|link)_id" = \?|^insert into "sync_\w+" \("(log|link)_id", /)
})

describe('changes', () => {
  it('tells at once that a log has grown, and ends when the server stops', async () => {
    const here = await syncServer()
    const keys = logKeys(randomBytes(32), 'diary', 0)
    await remoteAt(here).create(keys)
    const response = await here.app.request(`/sync/logs/${logName(keys)}/changes`, {
      headers: { authorization: `Bearer ${keys.readToken}` },
    })
    expect(response.headers.get('content-type')).toMatch('text/event-stream')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const until = async (pattern: RegExp) => {
      let text = ''
      while (!pattern.test(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true }
        if (done) throw new Error(`ended with ${text}`)
        text += value
      }
    }
    await until(/"count":0/)
    const began = Date.now()
    await remoteAt(here).append(keys, [seal(keys, numbered(1), random)])
    await until(/"count":1/)
    expect(Date.now() - began).toBeLessThan(1000)
    expect(await (await here.app.request('/metrics')).text()).toMatch(
      /unknot_sync_envelopes_total 1\n(.*\n)+unknot_sync_streams 1\n/,
    )
    here.service.stopStreams()
    expect((await reader?.read())?.done).toBe(true)
    await here.close()
  })
})

it('/readyz says so when the database is away, and /metrics names no log', async () => {
  const here = await syncServer()
  expect((await here.app.request('/readyz')).status).toBe(200)
  const keys = logKeys(randomBytes(32), 'diary', 0)
  await remoteAt(here).create(keys)
  expect(await (await here.app.request('/metrics')).text()).not.toContain(logName(keys))
  await here.service.close()
  const response = await here.app.request('/readyz')
  expect(response.status).toBe(503)
  expect(await response.json()).toEqual({
    error: 'the database of sync does not answer: look whether it runs and has room',
  })
})
