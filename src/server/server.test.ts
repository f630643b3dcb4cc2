import { describe, expect, it, vi } from 'vitest'
import { lowBack, settled } from '../../test/support/cases.ts'
import { post, server } from '../../test/support/server.ts'
import { createServer } from './server.ts'

describe('every answer', () => {
  it('carries the headers that keep a page to itself', async () => {
    for (const path of ['/healthz', '/openapi.json', '/api/exercises/calf-release', '/nowhere']) {
      const { headers } = await server.request(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe-|\*|https?:/)
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('to a case is not cached on the way', async () => {
    expect((await post('/api/triage', '{"complaint":"back"}')).headers.get('cache-control')).toBe('no-store')
  })

  it('of /healthz has its state and version', async () => {
    const response = await server.request('/healthz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3' })
  })
})

describe('a bug', () => {
  it('never looks like an all-clear, and reveals nothing about the error', async () => {
    const broken = createServer({
      version: '0',
      today: () => {
        throw new Error('secret of the house')
      },
    })
    const response = await post('/api/plan', JSON.stringify(settled(lowBack)), 'application/json', broken)
    expect(response.status).toBe(500)
    const { error } = (await response.json()) as { error: string }
    expect(error).toMatch(/call your emergency number now; if not, talk to a clinician today/)
    expect(error).not.toContain('secret')
    expect(error).not.toContain('\n')
  })
})

it('logs nothing: not a body, not an address, not a failure', async () => {
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const spies = [
    ...methods.map(method => vi.spyOn(console, method).mockImplementation(() => undefined)),
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ]
  const broken = createServer({ version: '0', today: () => JSON.parse('bug') as string })
  await post('/api/triage', '{"complaint":"back","present":["iv-drug-use"]}')
  await post('/api/triage', '{')
  await post('/api/plan', JSON.stringify(settled(lowBack)), 'application/json', broken)
  await server.request('/nowhere?name=me')
  const calls = spies.map(spy => spy.mock.calls.length)
  for (const spy of spies) spy.mockRestore()
  expect(calls).toEqual(spies.map(() => 0))
})
