import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { today } from '../../test/support/server.ts'
import { createServer } from './server.ts'

describe('the built app', () => {
  let folder = ''
  let app: Hono
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unknot-app-'))
    mkdirSync(join(folder, 'app/assets'), { recursive: true })
    writeFileSync(join(folder, 'secret.txt'), 'hush')
    writeFileSync(join(folder, 'app/index.html'), '<!doctype html><title>Unknot</title>')
    writeFileSync(join(folder, 'app/assets/main-1a2b.js'), 'export {}')
    app = createServer({ version: '0', today, appFolder: join(folder, 'app') })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('opens at every place, and is checked again each time; hashed files are kept for ever', async () => {
    for (const path of ['/', '/plan', '/start/heat']) {
      const response = await app.request(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('<title>Unknot</title>')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    }
    const script = await app.request('/assets/main-1a2b.js')
    expect(script.headers.get('content-type')).toContain('javascript')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('comes compressed, from the copy beside a file or, where there is none, as it is sent', async () => {
    const plain = `export const text = '${'a'.repeat(2000)}'`
    writeFileSync(join(folder, 'app/assets/plain-1a2b.js'), plain)
    writeFileSync(join(folder, 'app/assets/copied-1a2b.js'), plain)
    writeFileSync(join(folder, 'app/assets/copied-1a2b.js.br'), brotliCompressSync(plain))
    const asked = async (name: string, encodings: string) => {
      const { headers, body } = await app.request(`/assets/${name}-1a2b.js`, {
        headers: { 'accept-encoding': encodings },
      })
      const bytes = Buffer.from(await new Response(body).arrayBuffer())
      return { encoding: headers.get('content-encoding'), vary: headers.get('vary'), bytes }
    }
    const onTheWay = await asked('plain', 'gzip, br')
    expect(onTheWay).toMatchObject({ encoding: 'gzip', vary: 'Accept-Encoding' })
    expect(gunzipSync(onTheWay.bytes).toString()).toBe(plain)
    const copied = await asked('copied', 'gzip, br')
    expect(copied).toMatchObject({ encoding: 'br', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(copied.bytes).toString()).toBe(plain)
    expect(await asked('plain', 'identity')).toMatchObject({ encoding: null, bytes: Buffer.from(plain) })
  })

  it('gives no file from beside it, and no page for a missing file or a missing route', async () => {
    for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt']) {
      const response = await app.request(path)
      expect(await response.text()).not.toContain('hush')
      expect(response.status === 404 || response.headers.get('content-type')?.includes('html')).toBe(true)
    }
    expect((await app.request('/assets/gone.js')).status).toBe(404)
    expect((await app.request('/api/nothing')).status).toBe(404)
  })
})
