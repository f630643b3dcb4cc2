/** The server as published, requested without a network. */
import type { Hono } from 'hono'
import { expect } from 'vitest'
import { createServer } from '../../src/server/server.ts'
import { runTask } from '../../src/server/tasks/tasks.ts'
import type { Work } from '../../src/server/work.ts'

export const today = () => '2026-11-24'

/** The tasks of the server in this thread, so that tests need not wait for threads to start. */
export const workHere: Work = {
  run: async (task, input) => ({
    kind: 'answer',
    ...(await runTask(task, input, { seconds: 60, onBetter: () => undefined })),
  }),
  isReady: async () => true,
}

export const server = createServer({ version: '1.2.3', today, work: workHere })

export const post = (path: string, body: string, type = 'application/json', on: Hono = server) =>
  on.request(path, { method: 'POST', body, headers: { 'content-type': type } })

export const posted = async (path: string, body: unknown) => {
  const response = await post(path, JSON.stringify(body))
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

/** An error response: the status, and exactly one non-empty line. */
export async function refusal(response: Response): Promise<string> {
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  const { error, ...rest } = (await response.json()) as { error: string }
  expect(rest).toEqual({})
  expect(error).toMatch(/^[^\n\r]{10,300}$/)
  return error
}
