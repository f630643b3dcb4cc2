/** Nobody keeps a server that others can reach for themselves. */
import { describe, expect, it } from 'vitest'
import { refusal, today, workHere } from '../../test/support/server.ts'
import { syncServer } from '../../test/support/sync.ts'
import { budgetPerClient, forwardedAddress } from './budget.ts'
import { createServer } from './server.ts'

const serverWith = () =>
  createServer({
    version: '0',
    today,
    work: workHere,
    budget: budgetPerClient(forwardedAddress, { light: 3, quick: 2, slow: 1, sync: 4, begin: 1 }),
  })
const ask = (server: ReturnType<typeof serverWith>, path: string, from: string, body?: string) =>
  server.request(path, {
    headers: { 'x-forwarded-for': from, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
const danger = '{"complaint":"back","present":["saddle-numbness"]}'

describe('the budget of a client', () => {
  it('refuses requests beyond it, and says when to retry', async () => {
    const server = serverWith()
    expect((await ask(server, '/api/trials/design', '192.0.2.1', '{}')).status).toBe(400)
    const second = await ask(server, '/api/trials/design', '192.0.2.1', '{}')
    expect(second.status).toBe(429)
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refusal(second)).toMatch(/^too many questions from your address: ask again in \d+ seconds$/)
  })

  it('does not limit another client, nor the check for danger', async () => {
    const server = serverWith()
    for (let time = 0; time < 5; time++) await ask(server, '/api/menu', '192.0.2.1', '{}')
    for (let time = 0; time < 5; time++) await ask(server, '/api/claims', '192.0.2.1')
    expect((await ask(server, '/api/menu', '192.0.2.1', '{}')).status).toBe(429)
    expect((await ask(server, '/api/claims', '192.0.2.1')).status).toBe(429)
    expect((await ask(server, '/api/triage', '192.0.2.1', danger)).status).toBe(200)
    expect((await ask(server, '/api/menu', '192.0.2.2', '{}')).status).toBe(400)
  })

  it('counts the addresses of one IPv6 network as one client, and believes only the last proxy', async () => {
    const server = serverWith()
    await ask(server, '/api/menu', '2001:db8:0:1::1', '{}')
    expect((await ask(server, '/api/menu', '2001:db8::1:ffff:0:0:2', '{}')).status).toBe(429)
    expect((await ask(server, '/api/menu', '2001:db8:0:2::1', '{}')).status).toBe(400)
    await ask(server, '/api/menu', '203.0.113.9, 192.0.2.7', '{}')
    expect((await ask(server, '/api/menu', '203.0.113.10, 192.0.2.7', '{}')).status).toBe(429)
  })

  it('is apart for sync, and smaller for the logs that it begins', async () => {
    const sync = await syncServer()
    const server = createServer({
      version: '0',
      today,
      work: workHere,
      sync: sync.service,
      budget: budgetPerClient(forwardedAddress, { light: 1, quick: 1, slow: 1, sync: 4, begin: 1 }),
    })
    const begin = () =>
      server.request('/sync/logs/AAAAAAAAAAAAAAAAAAAAAA', {
        method: 'PUT',
        headers: { 'x-forwarded-for': '192.0.2.1', authorization: `Bearer ${'a'.repeat(43)}` },
      })
    expect((await begin()).status).toBe(200)
    expect((await begin()).status).toBe(429)
    for (const status of [401, 401, 401, 401, 429])
      expect((await ask(server, '/sync/logs/AAAAAAAAAAAAAAAAAAAAAA', '192.0.2.1')).status).toBe(status)
    expect((await ask(server, '/api/triage', '192.0.2.1', danger)).status).toBe(200)
    await sync.close()
  })

  it('counts neither /healthz nor the pages', async () => {
    const server = serverWith()
    for (let time = 0; time < 10; time++) expect((await ask(server, '/healthz', '192.0.2.1')).status).toBe(200)
    expect((await ask(server, '/api/triage', '192.0.2.1', danger)).status).toBe(200)
  })
})

it('without a budget, as on one machine, everything is answered', async () => {
  const server = createServer({ version: '0', today, work: workHere })
  for (let time = 0; time < 50; time++)
    expect((await ask(server, '/api/trials/design', '127.0.0.1', '{}')).status).toBe(400)
})
