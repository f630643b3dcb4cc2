/** Who may do what: every route with every token. The table comes from /openapi.json, so a new route needs its case here. */
import { randomBytes } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support/server.ts'
import { numbered, remoteAt, type SyncServer, syncServer } from '../../../test/support/sync.ts'
import { toBase64 } from '../../sync/base64.ts'
import { sealNote } from '../../sync/find-log.ts'
import { type LogKeys, logKeys } from '../../sync/keys.ts'
import { logName, seal } from '../../sync/seal.ts'

const random = (bytes: Uint8Array) => randomBytes(bytes.length)
let server: SyncServer
const secret = randomBytes(32)
const own = logKeys(secret, 'diary', 0)
const others: Readonly<Record<string, LogKeys>> = {
  'another log': logKeys(randomBytes(32), 'diary', 0),
  'another part': logKeys(secret, 'now', 0),
  'an old epoch': logKeys(secret, 'diary', 1),
}

beforeAll(async () => {
  server = await syncServer()
  for (const keys of [own, ...Object.values(others)]) {
    await remoteAt(server).create(keys)
    await remoteAt(server).append(keys, [seal(keys, numbered(1), random)])
  }
})
afterAll(() => server.close())

const packed = (number: number) => {
  const { id, sealed } = seal(own, numbered(number), random)
  return { id, sealed: toBase64(sealed) }
}

/** How each route is used rightly. */
const uses: Readonly<
  Record<string, { readonly token: 'read' | 'write'; readonly query?: string; readonly body?: () => unknown }>
> = {
  'PUT /sync/logs/{log}': { token: 'write' },
  'GET /sync/logs/{log}': { token: 'read', query: '?at=1' },
  'POST /sync/logs/{log}/events': { token: 'write', body: () => ({ envelopes: [packed(2)] }) },
  'GET /sync/logs/{log}/events': { token: 'read', query: '?after=0' },
  'GET /sync/logs/{log}/ids': { token: 'read' },
  'GET /sync/logs/{log}/changes': { token: 'read' },
  'PUT /sync/logs/{log}/readers': { token: 'write', body: () => ({ readers: [] }) },
  // The last, because it ends the log.
  'POST /sync/logs/{log}/drop': {
    token: 'write',
    body: () => ({ note: toBase64(sealNote(own, { kind: 'erased', at: 'today' }, random)) }),
  },
}

/** The routes of SMART Health Links; who knows the address of one may open it, and only its token may change it. */
const linkUses: Readonly<
  Record<string, { readonly isOwned: boolean; readonly query?: string; readonly body?: () => unknown }>
> = {
  'PUT /sync/links/{link}': { isOwned: true, body: () => ({ file: 'a..b.c.d', until: '2100-01-01T00:00:00Z' }) },
  'DELETE /sync/links/{link}': { isOwned: true },
  'POST /sync/links/{link}': { isOwned: false, body: () => ({ recipient: 'x' }) },
  'GET /sync/links/{link}': { isOwned: false, query: '?recipient=x' },
  'GET /sync/links/{link}/file': { isOwned: false, query: '?until=1&ticket=x' },
}

describe.each(Object.keys(linkUses))('%s', route => {
  const { isOwned = true, query = '', body } = linkUses[route] ?? {}
  const [method = '', path = ''] = route.split(' ')
  const ask = (link: string, token?: string) =>
    server.app.request(`${path.replace('{link}', link)}${query}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body ? { body: JSON.stringify(body()) } : {}),
    })
  const made = async () => {
    const [link, token] = [toBase64(randomBytes(32)), toBase64(randomBytes(32))]
    const content = { file: 'a..b.c.d', until: '2100-01-01T00:00:00Z', passcode: 'right' }
    const response = await server.app.request(`/sync/links/${link}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(content),
    })
    expect(response.status).toBe(200)
    return { link, token }
  }

  it('without what opens it, or for a link that is not there: nothing of the file', async () => {
    const { link } = await made()
    const absent = toBase64(randomBytes(32))
    for (const token of [undefined, toBase64(randomBytes(32)), own.writeToken]) {
      const there = await ask(link, token)
      expect([401, 404]).toContain(there.status)
      expect(await there.text()).not.toContain('a..b.c.d')
      if (!isOwned) expect((await ask(absent, token)).status).toBe(404)
      if (isOwned) expect(there.status).toBe(token === undefined ? 401 : 404)
    }
    expect((await ask('short', own.writeToken)).status).toBe(404)
  })

  if (isOwned)
    it('with its own token: answered', async () => {
      const { link, token } = await made()
      expect((await ask(link, token)).status).toBe(200)
    })
})

async function request(route: string, log: string, authorization: string | undefined): Promise<Response> {
  const [method = '', path = ''] = route.split(' ')
  const { query = '', body } = uses[route] ?? {}
  return server.app.request(`${path.replace('{log}', log)}${query}`, {
    method,
    headers: { ...(authorization === undefined ? {} : { authorization }), 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body()) } : {}),
  })
}

const bearer = (keys: LogKeys, kind: 'read' | 'write') => `Bearer ${kind === 'read' ? keys.readToken : keys.writeToken}`

it('has a case for every route of sync, and describes them in a valid document', async () => {
  const document = (await (await server.app.request('/openapi.json')).json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
  }
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  const ofSync = routes.filter(route => route.includes('/sync'))
  expect(ofSync.toSorted()).toEqual([...Object.keys(uses), ...Object.keys(linkUses)].toSorted())
  expect(routes).toContain('GET /metrics')
  expect((await new Validator().validate(document)).errors ?? []).toEqual([])
  expect(await (await server.app.request('/docs')).text()).toContain('/sync/logs/{log}/events')
})

describe.each(Object.keys(uses))('%s', route => {
  const log = logName(own)
  const needed = uses[route]?.token ?? 'write'

  it('without a token, or with something else in its place: 401', async () => {
    for (const authorization of [undefined, '', 'Bearer', 'Bearer x', 'Basic YTpi', `Bearer ${own.writeToken} x`]) {
      const response = await request(route, log, authorization)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(await refusal(response)).toMatch(/no token/)
    }
  })

  it('with a token of another log, part or epoch, or a made-up one: the same answer as for a log that is not there', async () => {
    const wrong = [
      ...Object.values(others).flatMap(keys => [bearer(keys, 'read'), bearer(keys, 'write')]),
      `Bearer ${toBase64(randomBytes(32))}`,
      // The right log with the other kind of token.
      bearer(own, needed === 'read' ? 'write' : 'read'),
    ]
    // Beginning a log that is not there is allowed to anyone, so there is nothing to compare with.
    const absent = route.startsWith('PUT') ? undefined : await request(route, toBase64(randomBytes(16)), wrong[0])
    for (const authorization of wrong) {
      const response = await request(route, log, authorization)
      expect(response.status, authorization).toBe(404)
      expect(await refusal(response)).toBe('no such log, or this token is not for it: turn sync on here first')
    }
    expect(absent?.status ?? 404).toBe(404)
    if (absent) expect(await refusal(absent)).toBe('no such log, or this token is not for it: turn sync on here first')
  })

  it('with its own token: answered, and never kept by a cache', async () => {
    const response = await request(route, log, bearer(own, needed))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toMatch(/no-(store|cache)/)
    await response.body?.cancel()
  })
})

describe('a log that was dropped', () => {
  it.each(Object.keys(uses))(
    '%s answers its own token with the tombstone, and every other token as before',
    async route => {
      const log = logName(own)
      const response = await request(route, log, bearer(own, uses[route]?.token ?? 'write'))
      expect(response.status).toBe(410)
      expect(await response.json()).toMatchObject({ error: 'this log was dropped', receipt: { log, count: 2 } })
      expect((await request(route, log, bearer(others['another log'] as LogKeys, 'write'))).status).toBe(404)
    },
  )
})
