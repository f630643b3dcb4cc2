import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayCompile, mayListen, securityHeaders } from './security.ts'

const respond = async (path: string, appFolder?: string) => {
  const app = new Hono().use(mayCompile).use(mayListen).use(securityHeaders(appFolder))
  app.get('/api/*', c => c.json('here'))
  app.get('/nothing', c => c.body(null, 204))
  return app.get('*', c => c.html('here')).request(path)
}
const answer = async (path: string, appFolder?: string) => (await respond(path, appFolder)).headers
/** The directives of the policy, by name. */
const policyOf = (headers: Headers) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(/; ?/).map(each => {
      const [name = '', ...values] = each.split(' ')
      return [name, values.join(' ')]
    }),
  )

describe('a page of the app', () => {
  it('cannot be framed by another page, which could trick a person into a tap', async () => {
    const headers = await answer('/')
    expect(policyOf(headers)['frame-ancestors']).toBe("'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  it('loads from its own origin only', async () => {
    expect(policyOf(await answer('/'))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'media-src': 'blob:',
      'manifest-src': "'self'",
      'worker-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'default',
    })
  })

  it('turns text into markup or scripts only by the policy of the app', async () => {
    const policy = policyOf(await answer('/'))
    expect(policy['require-trusted-types-for']).toBe("'script'")
    expect(policy['trusted-types']).toBe('default')
  })

  it('shares nothing with other origins, and sends no referrer', async () => {
    const headers = await answer('/plan')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('has no camera, location, payment or USB; it may keep the screen on, and use the microphone', async () => {
    for (const place of ['/', '/session/heat/warm-bath', '/reference/docs'])
      expect(headerParts(await answer(place), 'permissions-policy'), place).toEqual([
        'camera=()',
        'geolocation=()',
        'microphone=(self)',
        'payment=()',
        'screen-wake-lock=(self)',
        'usb=()',
      ])
  })

  it('allows the microphone to nothing else: neither the documentation nor the responses of the API', async () => {
    for (const place of ['/docs', '/docs/style.css', '/api/triage', '/nothing'])
      expect(headerParts(await answer(place), 'permissions-policy'), place).toContain('microphone=()')
  })

  it('answers without content as well', async () => {
    expect((await respond('/nothing')).status).toBe(204)
  })

  it('does not require HTTPS: a person may serve it at home without', async () => {
    expect((await answer('/')).get('strict-transport-security')).toBeNull()
  })
})

describe('inline scripts', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'unknot-security-'))
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><script>alert(1)</script><script src="/main.js"></script><script>\nb()\n</script>',
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('run only if the policy contains their hash', async () => {
    expect(policyOf(await answer('/', folder))['script-src']).toBe(
      "'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'sha256-NlXKTQe8YfLmZqnEm5aXK1Lb/1wWgkKgNs+lNRY6yOo='",
    )
  })
})

describe('WebAssembly', () => {
  const compiles =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

  it('may be compiled by the worker that makes menus', async () => {
    for (const path of ['/assets/food.worker-1a2b.js', '/assets/food.worker-A_b-9.js'])
      expect((await answer(path)).get('content-security-policy')).toBe(compiles)
  })

  it('may not be compiled by any other file', async () => {
    for (const path of [
      '/',
      '/assets/main-1a2b.js',
      '/assets/food.worker-.js',
      '/assets/foodXworker-1a2b.js',
      '/assets/food.worker-1a2b.js.map',
      '/x/assets/food.worker-1a2b.js',
      '/assets/food.worker-1/2.js',
    ])
      expect((await answer(path)).get('content-security-policy'), path).not.toContain('wasm')
  })
})

const headerParts = (headers: Headers, name: string) => (headers.get(name) ?? '').split(/, ?/).toSorted()
