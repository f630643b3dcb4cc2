/** Sends one request to the program, and checks its answer. */
import { Agent, request } from 'node:http'
import { tiers } from '../../src/knowledge/vocabulary.ts'
import type { Attack } from './attacks.ts'

/** The time limit of each answer, and the number of concurrent requests. */
const mostSeconds = 5
export const atOnce = 16

export interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly milliseconds: number
}

const ignore = () => undefined
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

/** Never rejects: a broken or silent connection is answered with status 0. */
export function send(port: number, { method, path, headers, body }: Attack): Promise<Answer> {
  const began = performance.now()
  return new Promise(resolve => {
    const answer = (status: number, type: string, text: string) =>
      resolve({ status, type, text, milliseconds: performance.now() - began })
    const asked = request(
      { port, agent, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      from => {
        const parts: Buffer[] = []
        from.on('data', part => parts.push(part))
        from.on('error', problem => answer(0, '', problem.message))
        from.on('end', () =>
          answer(from.statusCode ?? 0, from.headers['content-type'] ?? '', Buffer.concat(parts).toString()),
        )
      },
    )
    asked.setTimeout(mostSeconds * 1000, () => asked.destroy(new Error(`no answer in ${mostSeconds} s`)))
    asked.on('error', problem => answer(0, '', problem.message))
    // A body that is refused half-way breaks the connection after its answer was read; the answer is not lost.
    asked.once('socket', socket => {
      if (!socket.listeners('error').includes(ignore)) socket.on('error', ignore)
    })
    asked.end(body)
  })
}

/** What is wrong with an answer, in one line; undefined if nothing. */
export function wrongWith({ method, path }: Attack, { status, type, text, milliseconds }: Answer): string | undefined {
  if (status < 200 || status >= 500 || (status >= 300 && status < 400)) return `${status} ${shown(text)}`
  if (milliseconds > mostSeconds * 1000) return `answered after ${milliseconds.toFixed(0)} ms`
  if (method === 'HEAD') return undefined
  if (status >= 400) return isClearLine(type, text) ? undefined : `${status} without one clear line: ${shown(text)}`
  if (path === '/api/triage' && !tiers.includes(JSON.parse(text).tier)) return `no tier in ${shown(text)}`
  return undefined
}

function isClearLine(type: string, text: string): boolean {
  if (!type.startsWith('application/json')) return false
  const { error, ...others } = JSON.parse(text) as { readonly error?: unknown }
  return (
    typeof error === 'string' &&
    error.length > 5 &&
    error.length <= 400 &&
    !/[\r\n]/.test(error) &&
    Object.keys(others).length === 0
  )
}

export const shown = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}...` : text)
