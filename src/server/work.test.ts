/** Long work in threads: who waits, who is refused, and what ends. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createServer } from './server.ts'
import { type LaneLimits, workInThreads } from './work.ts'

const folder = mkdtempSync(join(tmpdir(), 'unknot-work-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Threads of a few lines each: the pool, the queue and the limits are the real ones. */
const threadThat = (name: string, does: string): string => {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(
    file,
    `export const work = async ({ task, input, port }) => {\nport.postMessage({ kind: 'began' })\n${does}\n}`,
  )
  return file
}
const never = 'await new Promise(() => undefined)'
const silent = threadThat('silent', never)
const early = threadThat('early', `port.postMessage({ kind: 'better', json: '{"first":true}' })\n${never}`)
const broken = threadThat('broken', `throw new Error('Ada, 41')`)
const spinning = threadThat(
  'spinning',
  `if (input === 'spin') for (;;) {}\nreturn { status: 200, json: '{"done":true}' }`,
)

const lanes = (slow: Partial<LaneLimits>) => {
  const usual = { atOnce: 1, waiting: 8, patience: 60, seconds: 30 }
  return { quick: usual, slow: { ...usual, ...slow } }
}
const serverWith = (worker: string, slow: Partial<LaneLimits> = {}) =>
  createServer({ version: 'test', today: () => '2026-11-25', work: workInThreads({ ...lanes(slow), worker }) })
const post = (server: ReturnType<typeof serverWith>, signal?: AbortSignal) =>
  server.request('/api/menu', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
    ...(signal ? { signal } : {}),
  })
const errorOf = async (response: Response) => ((await response.json()) as { readonly error: string }).error

describe('the limits of long work', () => {
  it('a job beyond the queue is refused, with the time to retry', async () => {
    const server = serverWith(silent, { waiting: 1, seconds: 1 })
    const [first, second, third] = await Promise.all([post(server), post(server), post(server)])
    expect([first.status, second.status, third.status]).toEqual([503, 503, 503])
    expect(third.headers.get('retry-after')).toBe('5')
    expect(await errorOf(third)).toBe('too many ask at once: ask again in 5 seconds')
    expect(await errorOf(first)).toBe('no answer was found in time: ask again later, or for less')
    expect(await errorOf(second)).toBe('no answer was found in time: ask again later, or for less')
  })

  it('out of time, the best answer so far is given', async () => {
    const response = await post(serverWith(early, { seconds: 1 }))
    expect([response.status, await response.json()]).toEqual([200, { first: true }])
  })

  it('a thread that crashes gives an error without any input, and the next job runs', async () => {
    const server = serverWith(broken)
    for (let time = 0; time < 2; time++) {
      const response = await post(server)
      expect(response.status).toBe(500)
      expect(await errorOf(response)).not.toMatch(/Ada|41|worker|\.mjs/)
    }
  })

  it('a thread that does not end is stopped at its deadline, and the next job runs', async () => {
    const work = workInThreads({ ...lanes({ seconds: 1 }), worker: spinning })
    const [first, second] = await Promise.all([work.run('menu', 'spin'), work.run('menu', 'answer')])
    expect(first).toEqual({ kind: 'too-long' })
    expect(second).toEqual({ kind: 'answer', status: 200, json: '{"done":true}' })
  })

  it('who leaves frees the thread, whether their turn has come or not', async () => {
    const work = workInThreads({ ...lanes({}), worker: spinning })
    const [leaving, waiting] = [new AbortController(), new AbortController()]
    const first = work.run('menu', 'spin', leaving.signal)
    const second = work.run('menu', 'spin', waiting.signal)
    const third = work.run('menu', 'answer')
    waiting.abort()
    expect(await second).toEqual({ kind: 'gone' })
    leaving.abort()
    expect(await first).toEqual({ kind: 'gone' })
    expect(await third).toMatchObject({ kind: 'answer' })
  })

  it('a look-up does not wait for slow work', async () => {
    const work = workInThreads({ ...lanes({}), worker: spinning })
    const leaving = new AbortController()
    const slow = work.run('menu', 'spin', leaving.signal)
    expect(await work.run('foods', 'banana')).toMatchObject({ kind: 'answer' })
    leaving.abort()
    expect(await slow).toEqual({ kind: 'gone' })
  })
})

describe('/readyz', () => {
  it('is ready once the threads answer', async () => {
    const response = await serverWith(spinning).request('/readyz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }])
  })

  it('reports threads that cannot start; /healthz and the check still work', async () => {
    const server = serverWith(join(folder, 'gone.mjs'))
    const response = await server.request('/readyz')
    expect(response.status).toBe(503)
    expect(await errorOf(response)).toMatch(/^the threads for long work do not answer/)
    expect((await server.request('/healthz')).status).toBe(200)
    const check = await server.request('/api/triage', {
      method: 'POST',
      body: '{"complaint":"back","present":["saddle-numbness"]}',
      headers: { 'content-type': 'application/json' },
    })
    expect(await check.json()).toMatchObject({ tier: 'emergency' })
  })
})
