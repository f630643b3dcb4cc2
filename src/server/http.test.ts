/** What HTTP asks of a good citizen: conditional requests, compression, the methods of an address. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { post, refusal, server, today, workHere } from '../../test/support/server.ts'
import { createServer } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-http-'))
mkdirSync(join(folder, 'assets'))
const page = '<!doctype html><title>Unknot</title>'
writeFileSync(join(folder, 'index.html'), page)
writeFileSync(join(folder, 'index.html.gz'), gzipSync(page))
writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(page))
writeFileSync(join(folder, 'sw.js'), 'self')
writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {}')
afterAll(() => rmSync(folder, { recursive: true }))
const served = createServer({ version: '0', today, work: workHere, appFolder: folder })

describe('what may change is checked again, and sent again only when it did', () => {
  it.each(['/', '/plan', '/sw.js', '/openapi.json', '/docs', '/docs/style.css'])('%s', async path => {
    const first = await served.request(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^(W\/)?"[0-9a-f]+"$/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await served.request(path, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(etag)
    const changed = await served.request(path, { headers: { 'if-none-match': '"of-before"' } })
    expect(changed.status).toBe(200)
  })

  it('is another one in another packing, so that no cache mixes them', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async encoding => {
        const response = await served.request('/', { headers: { 'accept-encoding': encoding } })
        expect(response.headers.get('vary')).toMatch(/accept-encoding/i)
        expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
        return response.headers.get('etag')
      }),
    )
    expect(new Set(tags).size).toBe(3)
  })

  it('an answer about a person is never kept', async () => {
    const response = await post('/api/triage', '{"complaint":"back"}', 'application/json', served)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('etag')).toBeNull()
  })
})

it.each(['/openapi.json', '/docs'])('%s is sent packed to who can unpack it', async path => {
  const packed = await served.request(path, { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toMatch(/accept-encoding/i)
  const bytes = new Uint8Array(await packed.arrayBuffer())
  const plain = await (await served.request(path)).text()
  expect(bytes.length).toBeLessThan(plain.length / 3)
  expect(gunzipSync(bytes).toString()).toBe(plain)
})

describe('a method that an address does not serve is 405, and the ones it does are named', () => {
  it.each([
    ['GET', '/api/triage', 'POST'],
    ['DELETE', '/api/plan', 'POST'],
    ['POST', '/api/claims', 'GET, HEAD'],
    ['PUT', '/api/exercises/calf-release', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('%s %s', async (method, path, allowed) => {
    for (const app of [server, served]) {
      const response = await app.request(path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe(allowed)
      expect(await refusal(response)).toBe(`nothing at ${method} ${path}: use ${allowed}`)
    }
  })

  it('an address that is not there stays 404', async () => {
    for (const app of [server, served]) expect((await app.request('/api/nothing')).status).toBe(404)
  })
})

it.each(['/', '/sw.js', '/assets/main-1a2b.js'])('%s keeps the page apart from others', async path => {
  const { headers } = await served.request(path)
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
})
