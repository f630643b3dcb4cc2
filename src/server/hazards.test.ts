/** What `docs/hazard-log.json` and PRIVACY.md claim of the server. */
import { afterEach, expect, it, vi } from 'vitest'
import { createServer } from './server.ts'

const today = () => '2026-11-24'
const post = (server: ReturnType<typeof createServer>, path: string, body: unknown) =>
  server.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

afterEach(() => {
  vi.restoreAllMocks()
})

it('when the engine fails it points to the emergency number and names no remedy (H20)', async () => {
  const broken = createServer({
    version: 'test',
    today: () => {
      throw new Error('saddle-numbness of Ada, 41')
    },
  })
  const response = await post(broken, '/api/plan', { complaint: 'back', region: 'low back' })
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(text).toMatch(/call your emergency number now/)
  expect(text).not.toMatch(/saddle|Ada|heat|warm|stretch|at .*\.ts/i)
})

it('writes nothing of a request anywhere, not even of a bad one (H17)', async () => {
  const written: unknown[] = []
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(text => written.push(text) > 0)
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...args) => void written.push(args))
  const server = createServer({ version: 'test', today })
  const answers = [
    await post(server, '/api/triage', { complaint: 'back', present: ['saddle-numbness'] }),
    await post(server, '/api/plan', { complaint: 'back', present: ['saddle-numbness'] }),
    await post(server, '/api/triage', { complaint: 'back', present: ['no such finding'] }),
    await server.request('/api/triage', { method: 'POST', body: 'not json' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 415])
  expect(written).toEqual([])
})
