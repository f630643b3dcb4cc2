/** `/mcp`: the tools for assistants over streamable HTTP. Checks under way are kept in memory for up to two hours. */
import { randomUUID } from 'node:crypto'
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  originValidationResponse,
} from '@modelcontextprotocol/server'
import { type Context, Hono } from 'hono'
import { checksInMemory } from '../../mcp/checks.ts'
import { createMcpServer } from '../../mcp/server.ts'
import { busyReasons } from '../away.ts'
import type { Work } from '../work.ts'

export interface McpRouteDeps {
  readonly version: string
  readonly today: () => string
  /** Only this machine reaches it: then a page of another site must not, under whatever name (DNS rebinding). */
  readonly isLocal: boolean
}

export function mcpRoutes({ version, today, isLocal }: McpRouteDeps, work: Work): Hono {
  const checks = checksInMemory(Date.now, randomUUID)
  const handler = createMcpHandler(() =>
    createMcpServer({
      version,
      today,
      checks,
      run: async (task, input, signal) => {
        const done = await work.run(task, input, signal)
        if (done.kind !== 'answer') return { ok: false, error: busyReasons[done.kind] }
        return done.status === 200 ? { ok: true, json: done.json } : { ok: false, error: errorOf(done.json) }
      },
    }),
  )
  return new Hono().all('/', async c => {
    const request = c.req.raw
    const wrongHost = isLocal ? hostHeaderValidationResponse(request, localhostAllowedHostnames()) : undefined
    const rejected = wrongHost ?? originValidationResponse(request, [new URL(request.url).hostname])
    return rejected ?? handler.fetch(request.method === 'POST' ? await unread(c) : request)
  })
}

/** The request with its body as not yet read: the budget looks at it too. */
async function unread({ req }: Context): Promise<Request> {
  const { url, method, headers, signal } = req.raw
  return new Request(url, { method, headers, signal, body: await req.text() })
}

const errorOf = (json: string): string => (JSON.parse(json) as { readonly error: string }).error
