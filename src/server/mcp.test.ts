/** The tools for assistants over HTTP, asked by the official client on a real port; and the texts for language models. */
import { serve } from '@hono/node-server'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../build/free-port.ts'
import { answersOf, askedThrough, type Call } from '../../test/support/assistant.ts'
import { server, today, workHere } from '../../test/support/server.ts'
import { reviewEntries } from '../library/review.ts'
import type { Case } from '../library/triage.ts'
import { budgetPerClient } from './budget.ts'
import { createServer } from './server.ts'

const withMcp = createServer({ version: '1.2.3', today, work: workHere, mcp: 'local' })

async function connected(): Promise<Call> {
  const port = await freePort()
  const listening = serve({ fetch: withMcp.fetch, port, hostname: '127.0.0.1' })
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)))
  onTestFinished(async () => {
    await client.close()
    listening.close()
  })
  return async (name, input) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...input } })
    const [first] = content
    return { text: first?.type === 'text' ? first.text : '', isError: isError === true, data: structuredContent }
  }
}

const someone: Case = {
  ...{ complaint: 'cramp', region: 'calf', side: 'left', age: 41, sex: 'male' },
  ...{ present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: [] },
}

it('runs a check over several requests, up to its plan', async () => {
  const call = await connected()
  const { data } = await askedThrough(call, someone)
  expect(data.tier).toBe('self-care')
  expect((await call('plan', { check: data.check })).data.status).toBe('plan')
  expect((await call('medicines', { typed: 'lasix' })).data.ingredients).toEqual(['furosemide'])
})

it('keeps two checks apart', async () => {
  const call = await connected()
  const begin = () => call('check', { complaint: 'cramp', region: 'calf', side: 'left' })
  const [one, other] = [(await begin()).data, (await begin()).data]
  await call('check', { check: one.check, answers: answersOf(someone, one.ask) })
  expect((await call('check', { check: other.check })).data.ask).toEqual(other.ask)
})

const ask = (headers: Readonly<Record<string, string>>, body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}') => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
  body,
})

it('is there only when it was asked for', async () => {
  expect((await server.request('/mcp', ask({}))).status).toBe(404)
  expect((await withMcp.request('/mcp', ask({ host: 'localhost' }))).status).toBe(200)
})

it('refuses pages of other sites, and other names of this machine', async () => {
  expect((await withMcp.request('/mcp', ask({ host: 'localhost', origin: 'https://evil.example' }))).status).toBe(403)
  expect((await withMcp.request('/mcp', ask({ host: 'evil.example' }))).status).toBe(403)
})

it('refuses a body that is too large, and counts menus against the budget of slow work', async () => {
  expect((await withMcp.request('/mcp', ask({ host: 'localhost' }, 'x'.repeat(300_000)))).status).toBe(413)
  const budget = budgetPerClient(() => 'someone', { light: 9, quick: 9, slow: 1, sync: 9, begin: 9 })
  const shared = createServer({ version: '1.2.3', today, work: workHere, mcp: 'shared', budget })
  const menu = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"menu","arguments":{}}}'
  expect((await shared.request('/mcp', ask({}, menu))).status).toBe(200)
  expect((await shared.request('/mcp', ask({}, menu))).status).toBe(429)
  expect((await shared.request('/mcp', ask({}))).status).toBe(200)
})

it('serves the knowledge as text for language models, with the warning first', async () => {
  const short = await (await server.request('/llms.txt')).text()
  expect(short).toMatch(/^# Unknot\n\n> /)
  expect(short).toContain('not a medical device')
  const response = await server.request('/llms-full.txt')
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  const full = await response.text()
  const missing = reviewEntries.filter(({ kind, title }) => kind === 'red-flag' && !full.includes(`## ${title}`))
  expect(missing).toEqual([])
  expect(full).toContain('Review due')
})
