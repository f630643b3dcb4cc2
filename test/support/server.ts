/** The server as it is shipped, asked without a network. */
import type { Hono } from 'hono'
import { expect } from 'vitest'
import { createServer } from '../../src/server/server.ts'

export const today = () => '2026-11-24'
export const server = createServer({ version: '1.2.3', today })

export const post = (path: string, body: string, type = 'application/json', on: Hono = server) =>
  on.request(path, { method: 'POST', body, headers: { 'content-type': type } })

export const posted = async (path: string, body: unknown) => {
  const response = await post(path, JSON.stringify(body))
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

/** A refusal: the status, and exactly one line that says something. */
export async function refusal(response: Response): Promise<string> {
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status).toBeLessThan(500)
  const { error, ...rest } = (await response.json()) as { error: string }
  expect(rest).toEqual({})
  expect(error).toMatch(/^[^\n\r]{10,300}$/)
  return error
}
